import random
from math import inf, sqrt

import numpy as np
import pytest

from ondit.model.claim import Group
from ondit.text.clusters import AverageLink, Effort, Filed, Level, Stray

EFFORT = Effort(looks=100, candidates=10)
BAR = Level(0.7)
HALF = sqrt(0.5)
VECTORS = {
    "a1": {"ferry": 1.0},
    "a2": {"ferry": 0.8, "dock": 0.6},
    "b1": {"bread": 1.0},
    "b2": {"bread": 0.8, "oven": 0.6},
    "chain": {"ferry": HALF, "bread": HALF},
}


def clustered(vectors, bar=BAR):
    clusters = AverageLink(bar, 0.5, EFFORT)
    for item, vector in vectors.items():
        clusters.found(item, vector)
    clusters.look_up(vectors)
    clusters.settle(vectors)
    return clusters


def groups(clusters):
    return {frozenset(members) for members in clusters.clusters().values()}


def test_what_is_near_on_average_is_one_cluster():
    vectors = {item: VECTORS[item] for item in ("a1", "a2", "b1", "b2")}
    assert groups(clustered(vectors)) == {frozenset({"a1", "a2"}), frozenset({"b1", "b2"})}


def test_a_link_between_two_clusters_does_not_chain_them():
    assert frozenset(VECTORS) not in groups(clustered(VECTORS))
    assert {frozenset({"b1", "b2"}), frozenset({"a1", "a2"})} <= groups(clustered(VECTORS))


def test_the_order_of_the_items_does_not_matter():
    items = list(VECTORS)
    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert groups(clustered({item: VECTORS[item] for item in items})) == groups(clustered(VECTORS))


def test_a_bar_of_infinity_keeps_apart():
    assert len(groups(clustered(VECTORS, bar=Level(inf)))) == len(VECTORS)


class Shelf:
    """Clusters kept in memory, filed under every term."""

    def __init__(self, **members):
        self.groups = []
        for number, (key, items) in enumerate(members.items(), 1):
            vector = {}
            for item in items:
                for term, value in VECTORS[item].items():
                    vector[term] = vector.get(term, 0) + value
            self.groups.append(Group(key=key, number=number, members=items, vector=vector))

    def group(self, key):
        return next((one for one in self.groups if one.key == key), None)

    def numbered(self, numbers):
        return [one for one in self.groups if one.number in numbers]

    def counts(self, terms, most):
        return self.filed(terms, most).lengths

    def filed(self, terms, most):
        held = [[one for one in self.groups if term in one.vector][:most] for term in terms]
        pairs = [(one, term) for term, holders in zip(terms, held, strict=True) for one in holders]
        return Filed(
            np.array([len(holders) for holders in held], np.int64),
            np.array([one.number for one, _ in pairs], np.int64),
            np.array([one.vector[term] / len(one.members) for one, term in pairs], np.float64),
        )


def joining(shelf, open=frozenset()):
    clusters = AverageLink(BAR, 0.5, EFFORT, shelf, open)
    clusters.found("a3", {"ferry": 1.0})
    clusters.look_up({"a3": {"ferry": 1.0}})
    clusters.settle(["a3"])
    return clusters


def test_kept_clusters_keep_their_keys_and_are_never_joined():
    clusters = joining(Shelf(known_1=("a1",), known_2=("a2",)))
    assert clusters.clusters() == {"known_1": ("a1", "a3"), "known_2": ("a2",)}
    assert clusters.touched == ("known_1",)
    assert clusters.name("known_1", "x") == "known_1"


def test_open_clusters_that_are_kept_are_joined_and_the_one_that_is_no_more_is_told():
    clusters = joining(Shelf(open_1=("a1",), open_2=("a2",)), open={"open_1", "open_2"})
    (members,) = clusters.clusters().values()
    assert set(members) == {"a1", "a2", "a3"}
    assert len(clusters.gone()) == len(clusters.touched) == 1


def test_a_cluster_is_filed_under_new_terms_only():
    clusters = AverageLink(BAR, 0.5, EFFORT, Shelf(known=("a1",)))
    clusters.put("a2", VECTORS["a2"], "known")
    group = clusters.group("known", "x")
    assert (group.number, group.members, group.fresh) == (1, ("a1", "a2"), ("dock",))


def test_what_fits_nowhere_joins_nothing():
    clusters = clustered({"a1": VECTORS["a1"]})
    clusters.look_up({"b1": VECTORS["b1"], "a2": VECTORS["a2"]})
    assert clusters.join("b1", VECTORS["b1"]) is None
    assert clusters.join("a2", VECTORS["a2"]) == "a1"
    assert clusters.key_of == {"a1": "a1", "a2": "a1"}


def test_the_central_item_is_nearest_to_all_others():
    vectors = {"a1": VECTORS["a1"], "a2": VECTORS["a2"], "a3": {"ferry": 1.0}}
    clusters = clustered(vectors)
    (key,) = clusters.clusters()
    assert clusters.central(key, vectors.__getitem__) == "a1"


STRAY = Stray(floor=0.2, margin=2.0, group=2)


@pytest.mark.parametrize(
    ("stray", "home"),
    [
        pytest.param(
            {"ferry": 0.3, "bread": 0.05, "gull": 0.95}, "a1", id="far nearer to one group than to the other"
        ),
        pytest.param({"ferry": 0.3, "bread": 0.25, "gull": 0.92}, None, id="nearly as near to the other"),
        pytest.param({"ferry": 0.1, "gull": 0.99}, None, id="near to neither"),
    ],
)
def test_a_stray_joins_a_group_that_is_far_nearer_than_any_other(stray, home):
    clusters = clustered({**{item: VECTORS[item] for item in ("a1", "a2", "b1", "b2")}, "stray": stray})
    clusters.adopt(["stray"], STRAY)
    together = next(members for members in groups(clusters) if "stray" in members)
    assert (home in together) if home else together == {"stray"}


def test_where_there_is_one_group_only_a_stray_stays_alone():
    clusters = clustered({"a1": VECTORS["a1"], "a2": VECTORS["a2"], "stray": {"ferry": 0.3, "gull": 0.95}})
    clusters.adopt(["stray"], STRAY)
    assert frozenset({"stray"}) in groups(clusters)
