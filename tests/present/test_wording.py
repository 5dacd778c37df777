import pytest

from ondit.model.claim import Quantity
from ondit.model.provenance import Edge, EdgeKind, Evidence, IndependentOrigins, Origin, Pairing, Stance
from ondit.model.source import SourceKind
from ondit.model.span import Span
from ondit.present import wording
from present.builder import Story, crowd, dam


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


def test_a_bare_number_is_left_out_beside_the_same_with_its_unit():
    span = Span(0, 1)
    quantities = [Quantity(value=40, span=span), Quantity(value=40, unit="men", span=span)]
    assert wording.numbers(quantities) == "40 men"


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


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        pytest.param(
            "hedge lost", "North Daily asserts it.", "Hedge lost: North Daily asserts it.", id="kind first"
        ),
        pytest.param("denied by", "Denied by Ida Renn.", "Denied by Ida Renn.", id="not twice"),
        pytest.param(
            "circular reporting", "circular reporting of two", "Circular reporting of two.", id="a stop"
        ),
    ],
)
def test_a_finding_is_one_sentence(kind, text, said):
    assert wording.finding(kind, text) == said


@pytest.mark.parametrize(
    ("kinds", "counted", "note"),
    [
        pytest.param(["person"], (1, 1, 0), ", A", id="one is called by name"),
        pytest.param(["unnamed"], (1, 1, 0), ", unnamed", id="one unnamed"),
        pytest.param(
            ["person", "unnamed"], (1, 2, 1), ", A and “B”; 1 chain stops short of an origin", id="two"
        ),
        pytest.param(["unnamed"] * 4, (1, 4, 0), ", all unnamed", id="all unnamed"),
        pytest.param(["person", "person", "unnamed", "unnamed"], (2, 4, 0), ", 2 of them unnamed", id="many"),
        pytest.param(
            ["person", "person"], (1, 1, 0), ", A and B, taken together", id="two that count as one"
        ),
        pytest.param(
            [], (1, 2, 2), ", but no origin is known; 2 chains stop short of an origin", id="ends only"
        ),
    ],
)
def test_the_figure_of_origins_says_who_they_are(kinds, counted, note):
    names = "ABCD"
    origins = [
        Origin(node=f"s{number}", name=names[number], kind=SourceKind(kind))
        for number, kind in enumerate(kinds)
    ]
    assert wording.figures(Story().trace(origins, counted))[1].note == note


def test_a_pairing_says_what_agrees_and_what_does_not():
    words = Evidence(article_id="a1", span=None, text="The dam is cracked")
    pair = Pairing(
        one=words,
        other=words,
        joined=False,
        agree=("names", "predicate"),
        differ=("quantities",),
        part=("places",),
        likeness=0.5,
    )
    assert (
        wording.pairing(pair)
        == "same names and main event; other figures; kept apart by other places; 0.50 alike"
    )
