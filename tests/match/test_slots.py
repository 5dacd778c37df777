import pytest

from ondit.match.meaning.named import names_of, same_name
from ondit.match.meaning.traits import traits_of
from ondit.match.slots import compare


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        pytest.param("ola berg", "berg", True, id="the family name alone"),
        pytest.param("varga", "varga group", True, id="a short form"),
        pytest.param("nordic dam office", "ndo", True, id="initials"),
        pytest.param("nordic dam office al ruha", "ndor", True, id="initials but one"),
        pytest.param("loknar", "narva", False, id="two places"),
        pytest.param("ola berg", "ida berg", False, id="two first names"),
    ],
)
def test_two_names_can_be_one(name, other, expected):
    assert same_name(name, other) is expected
    assert same_name(other, name) is expected


def slots(read, one, other, around_one=(), around_other=()):
    first, second = read("one", one).mentions[0], read("other", other).mentions[0]
    return compare(traits_of(first, names_of(around_one)), traits_of(second, names_of(around_other)))


def test_figures_and_polarity_differ_without_parting(read):
    found = slots(read, "In Loknar 250 men struck.", "In Loknar 300 men have not struck.")
    assert {"quantities", "polarity"} <= set(found.differ)
    assert found.part == ()


def test_another_place_parts(read):
    assert "places" in slots(read, "A dam broke in Loknar.", "A dam broke in Narva.").part


def test_a_place_that_the_other_article_names_too_does_not_part(read):
    found = slots(
        read, "A dam broke in Loknar.", "A dam broke in Estonia.", around_other=("loknar", "estonia")
    )
    assert "places" not in found.part


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Varga sued Holm.", "Holm sued Varga.", id="as said"),
        pytest.param("Varga sued Holm.", "Varga was sued by Holm.", id="in the passive"),
        pytest.param("Varga sued Holm.", "Holm has decided to sue Varga.", id="with another verb before it"),
        pytest.param("Army gunners shot at rebels.", "The rebels shot at army gunners.", id="without names"),
    ],
)
def test_reversed_roles_are_at_odds(read, one, other):
    assert "roles" in slots(read, one, other).part


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Varga sued Holm.", "Holm was sued by Varga.", id="in the passive"),
        pytest.param("Varga sued Holm.", "Varga is said to have sued Holm.", id="as hearsay"),
    ],
)
def test_the_same_roles_agree_however_they_are_said(read, one, other):
    found = slots(read, one, other)
    assert "roles" in found.agree
    assert "roles" not in found.part


@pytest.mark.parametrize(
    ("slot", "one", "other", "verdict"),
    [
        pytest.param(
            "acts", "Nine men died in Loknar.", "Nine men were killed in Loknar.", "agree", id="synonyms"
        ),
        pytest.param(
            "acts", "The ministry approved the drug.", "The ministry banned the drug.", "part", id="opposites"
        ),
        pytest.param(
            "acts",
            "The ministry approved the drug.",
            "The ministry withdrew its approval of the drug.",
            "part",
            id="what undoes it",
        ),
        pytest.param(
            "named things", "Flood below the Kelmen dam.", "The Kelmen dam broke.", "agree", id="one name"
        ),
        pytest.param(
            "named things", "The Kelmen dam broke.", "The Oruk dam broke.", "part", id="one kind, two names"
        ),
        pytest.param("another", "A dam broke in Loknar.", "A second dam broke.", "differ", id="one more"),
        pytest.param(
            "quantities", "It killed 30 men.", "It cost 30 euros.", "differ", id="one value, two things"
        ),
    ],
)
def test_a_slot_tells_what_is_alike(read, slot, one, other, verdict):
    assert slot in getattr(slots(read, one, other), verdict)


def test_the_order_of_names_tells_a_reversal_where_no_parser_reads(read):
    one, other = (
        traits_of(read(name, text, language="ru").mentions[0], names_of(()))
        for name, text in (("one", "Varga покупает Kestrel."), ("other", "Kestrel покупает Varga."))
    )
    assert "names order" in compare(one, other).differ
    assert "names order" in compare(one, one).agree
