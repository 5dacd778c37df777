import pytest

from ondit.model.claim import Quantity
from ondit.model.provenance import Edge, EdgeKind, Evidence, IndependentOrigins, Stance
from ondit.model.span import Span
from ondit.present import wording
from present.builder import crowd, dam


@pytest.mark.parametrize(
    ("least", "most", "words"), [(1, 1, "exactly 1"), (0, 0, "exactly 0"), (1, 3, "at least 1, at most 3")]
)
def test_the_range_in_words(least, most, words):
    assert wording.in_words(IndependentOrigins(at_least=least, at_most=most, unresolved_ends=0)) == words


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["A"], "A", id="one"),
        pytest.param(["A", "B", "A", "C"], "A, B and C", id="each once"),
        pytest.param(list("ABCDEFGH"), "A, B, C, D, E and 3 more", id="many are cut and counted"),
    ],
)
def test_names_are_listed_as_a_person_says_them(names, said):
    assert wording.named(names) == said


@pytest.mark.parametrize(
    ("edges", "said"),
    [
        pytest.param([{}], "cites RT", id="one"),
        pytest.param([{}, {"kind": EdgeKind.LINKS}], "cites and links to RT", id="two ways"),
        pytest.param([{"kind": EdgeKind.COPIES}], "copies RT (without credit)", id="a copy"),
        pytest.param([{"stance": Stance.DENIES}], "cites RT (for a denial)", id="a denial"),
        pytest.param([{"inferred": True}], "cites RT (inferred)", id="unsure"),
        pytest.param(
            [{"inferred": True}, {"kind": EdgeKind.QUOTES}], "cites and quotes RT", id="sure by one"
        ),
        pytest.param([{"flags": ("impossible order",)}], "cites RT (impossible order)", id="odd"),
    ],
)
def test_credit_says_how_and_how_sure(edges, said):
    proof = Evidence(article_id="a1", span=None, text="RT says")
    given = [
        Edge(**{"taker": "u", "giver": "v", "kind": EdgeKind.CITES, "evidence": proof} | edge)
        for edge in edges
    ]
    assert wording.credit(given, "RT") == said


def test_numbers_are_said_with_modifier_unit_and_range():
    span = Span(0, 1)
    quantities = [
        Quantity(value=1.5e9, unit="GBP", span=span),
        Quantity(value=250, upper=300, unit="men", modifier="about", span=span),
        Quantity(value=0.25, span=span),
        Quantity(value=0.25, span=span),
    ]
    assert wording.numbers(quantities) == "1.5 billion GBP; about 250 to 300 men; 0.25"


def test_the_five_figures_read_as_phrases():
    trace, _ = dam()
    assert [f"{figure.label}: {figure.value}{figure.note}" for figure in wording.figures(trace)] == [
        "Carriers: 8 articles of 8 outlets, 2 to 5 May 2031",
        "Independent origins: exactly 1, unnamed; 2 chains stop short of an origin",
        "First in this collection: Fjord Wire, 2 May 2031, 08:10 UTC",
        "Confirm on own knowledge: nobody",
        "Deny: Ida Renn",
    ]


def test_a_range_that_is_open_says_so():
    trace, _ = crowd(8)
    assert wording.figures(trace)[1].value == "at least 1, at most 2"
