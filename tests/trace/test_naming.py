import pytest

from ondit.model.provenance import EdgeKind, Evidence, Stance
from ondit.model.source import Source, SourceKind
from ondit.trace.chains import Step
from ondit.trace.naming import spellings_of
from timing import grows_at_most, least_seconds

PERSON, BODY = SourceKind.PERSON, SourceKind.ORGANISATION


def steps(kind: SourceKind, *named: str) -> list[Step]:
    """Return one step for each "ARTICLE NAME", or "ARTICLE NAME / BODY" of a person."""
    found = []
    for place, one in enumerate(named):
        article, _, said = one.partition(" ")
        name, _, body = said.partition(" / ")
        giver = Source(id=f"{place:05}", kind=kind, name=name, speaks_for=body or None)
        evidence = Evidence(article_id=article, span=None, text=name)
        found.append(
            Step(
                article_id=article,
                taker=None,
                giver=giver,
                kind=EdgeKind.CITES,
                stance=Stance.SUPPORTS,
                evidence=evidence,
            )
        )
    return found


@pytest.mark.parametrize(
    ("kind", "named", "groups"),
    [
        pytest.param(BODY, ["a Red Crescent", "b Red Crescent"], [{0, 1}], id="the very same name is one"),
        pytest.param(
            BODY, ["a Red Crescent", "b Karland Red Crescent"], [{0, 1}], id="a part of one longer name is it"
        ),
        pytest.param(
            BODY,
            ["a Red Crescent", "b Red Crescent", "c Karland Red Crescent", "d Norland Red Crescent"],
            [],
            id="where two longer names are met, the short one is neither, nor the other page's",
        ),
        pytest.param(
            BODY, ["a Parliament", "b Parliament House"], [], id="one word is short for nothing elsewhere"
        ),
        pytest.param(
            BODY, ["a Parliament", "a Parliament House"], [{0, 1}], id="but in the same article it is"
        ),
        pytest.param(
            BODY,
            ["a Parliament", "a Parliament House", "b Parliament House"],
            [{0, 1, 2}],
            id="and means the one that other pages name in full",
        ),
        pytest.param(PERSON, ["a Anna Grell", "b Ana Grel"], [{0, 1}], id="spellings of a person"),
        pytest.param(
            PERSON,
            ["a Anna Grell / navy", "b Anna Grell / bank", "c Anna Grell / bank"],
            [{1, 2}],
            id="persons of two bodies are two",
        ),
    ],
)
def test_names_that_can_mean_one_other_only_are_joined(kind, named, groups):
    same = spellings_of(steps(kind, *named), {})
    joined: dict[str, set[int]] = {}
    for short, full in same.items():
        joined.setdefault(full, {int(full)}).add(int(short))
    assert sorted(joined.values(), key=min) == groups


@pytest.mark.parametrize("name", ["the opposition", "Parliament"])
def test_a_body_that_every_page_names_is_looked_at_once(name):
    def seconds(pages: int) -> float:
        many = steps(BODY, *(f"a{page} {name}" for page in range(pages)))
        return least_seconds(lambda: spellings_of(many, {}))

    assert grows_at_most(20, seconds, small=300, large=3000)
