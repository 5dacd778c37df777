import pytest

from ondit.match.slots import compare, same_name


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
    return compare(first, second, around_one=around_one, around_other=around_other)


def test_figures_and_polarity_differ_without_parting(read):
    found = slots(read, "In Loknar 250 men struck.", "In Loknar 300 men have not struck.")
    assert {"quantities", "polarity"} <= set(found.differ)
    assert found.part == ()


def test_another_place_parts(read):
    assert slots(read, "A dam broke in Loknar.", "A dam broke in Narva.").part == ("places",)


def test_a_place_that_the_other_article_names_too_does_not_part(read):
    found = slots(
        read, "A dam broke in Loknar.", "A dam broke in Estonia.", around_other=("loknar", "estonia")
    )
    assert found.part == ()


def test_reversed_roles_part(read):
    assert slots(read, "Varga sued Holm.", "Holm sued Varga.").part == ("roles",)
