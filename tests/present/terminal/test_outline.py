import textwrap

import msgspec
import pytest

from ondit.model.claim import Voice
from ondit.model.provenance import Evidence, Finding, Origin, Unresolved
from ondit.model.source import SourceKind
from ondit.model.span import Span
from ondit.present.forms import TRACE_FORMS
from ondit.present.terminal.screen import Screen
from present.builder import Story, crowd, dam


def traced(trace, articles=(), **screen) -> str:
    return TRACE_FORMS["text"](trace, articles, Screen(**screen))


def dedented(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def test_a_trace_reads_from_the_claim_down_to_what_is_open():
    assert traced(*dam()) == dedented("""
        The Halden dam has a crack 40 metres long.

          Carriers                  8 articles of 8 outlets, 2 to 5 May 2031
          Independent origins       exactly 1, unnamed; 2 chains stop short of an origin
          First in this collection  Fjord Wire, 2 May 2031, 08:10 UTC
          Confirm on own knowledge  nobody
          Deny                      Ida Renn

        Who has it from whom
        “an engineer at the site”: unnamed origin, also “an engineer”
        ├── Fjord Wire, 2 May: cites it
        │   └── Halden Courier, 2 May: cites it
        │       ├── North Daily, 3 May: links to it; says it as a fact; hedge lost; more than 60 metres
        │       ├── Evening Post, 3 May: cites it; also cites Lowland Gazette (not in this collection);
        │       │   keeps its distance
        │       └── Valley Mirror, 3 May: copies it (without credit, inferred)
        └── بريد الوادي, 4 May: cites it; 40 مترا
        chains that stop short of an origin
        └── Dam Watch, 5 May: says it as a fact and names nobody
        denials and refusals to comment
        └── Ida Renn
            └── Upland Radio, 4 May: cites it (for a denial); carries the denial

        Findings
          • Number drift: 40 metres became more than 60.
          • Marked above: hedge lost.

        What would settle the rest
          • Collect its article of 3 May.
        """)


def test_why_shows_the_words_under_every_edge_and_the_reason_of_every_join():
    trace, articles = dam()
    shown = traced(trace, articles, why=True, width=200)
    for edge in trace.graph.edges:
        assert f"{edge.evidence.article_id}: “{edge.evidence.text}”" in shown
    assert "because the same words are attributed to both" in shown
    assert "Why this range\n  • One origin: the same words are attributed to both engineers." in shown


def test_why_keeps_evidence_under_the_line_it_proves():
    story = Story("It is open.")
    wire = story.article("Wire", "2031-05-01", "It is open, a guard said.")
    guard = story.source("a guard")
    story.edge(wire, guard)
    origin = Origin(node=guard, name="a guard", kind=SourceKind.UNNAMED, why="nobody stands behind the guard")
    assert "\n".join(traced(story.trace([origin], first=(wire,)), why=True).splitlines()[8:]) == dedented("""
        Who has it from whom
        “a guard”: unnamed origin
            because nobody stands behind the guard
        └── Wire, 1 May: cites it
                a01: “It is open, a guard said.”""")


def test_an_outlet_that_speaks_from_its_own_knowledge_is_an_origin():
    story = Story("It is open.")
    wire = story.article("Wire", "2031-05-01", "Our reporter saw it open.", voice=Voice.ASSERTED, knows=True)
    origin = Origin(node=wire, name="Wire", kind=SourceKind.OUTLET)
    lines = traced(story.trace([origin], first=(wire,))).splitlines()
    assert lines[2:] == [
        "  Carriers                  1 article of 1 outlet, 1 May 2031",
        "  Independent origins       exactly 1, Wire",
        "  First in this collection  Wire, 1 May 2031",
        "  Confirm on own knowledge  nobody",
        "  Deny                      nobody",
        "",
        "Who has it from whom",
        "Wire, 1 May: origin by its own knowledge; says it as a fact",
    ]


def test_where_only_open_ends_support_a_claim_the_figure_says_so():
    story = Story("It is open.")
    story.article("Wire", None, "It is open.", voice=Voice.ASSERTED)
    shown = traced(story.trace([], (1, 1, 1)))
    assert "exactly 1, but no origin is known; 1 chain stops short of an origin" in shown
    assert "First in this collection  not known, no article is dated" in shown
    assert "└── Wire, undated: says it as a fact and names nobody" in shown


def test_a_long_list_is_folded_and_counted():
    story = Story("It is open.")
    wire = story.article("Wire", "2031-05-01", "It is open.")
    guard = story.source("a guard")
    story.edge(wire, guard)
    for number in range(1, 42):
        story.edge(story.article(f"Paper {number}", "2031-05-02", "It is open, Wire says."), wire)
    trace = story.trace([Origin(node=guard, name="a guard", kind=SourceKind.UNNAMED)])
    assert traced(trace).endswith(
        dedented("""
        “a guard”: unnamed origin
        └── Wire, 1 May: cites it
            ├── Paper 1, 2 May: cites it
            ├── Paper 2, 2 May: cites it
            ├── Paper 3, 2 May: cites it
            ├── Paper 4, 2 May: cites it
            ├── Paper 5, 2 May: cites it
            └── 36 more: Paper 6, Paper 7, Paper 8 and 33 more
        """)
    )
    assert traced(trace, why=True).count("cites it") == 42, "with --why every carrier is shown"


def test_a_chain_too_deep_for_the_screen_goes_on_beside_its_giver_by_name():
    story = Story("It is open.")
    papers = [story.article(f"Paper {day}", f"2031-05-{day:02}", "It is open.") for day in range(1, 9)]
    for taker, giver in zip(papers[1:], papers, strict=False):
        story.edge(taker, giver)
    shown = traced(story.trace([], (1, 1, 1)), width=40)
    assert shown.endswith(
        dedented("""
        chains that stop short of an origin
        └── Paper 1, 1 May: gives a source that
            could not be placed
            └── Paper 2, 2 May: cites it
                └── Paper 3, 3 May: cites it
                    └── Paper 4, 4 May: cites it
                        ├── Paper 5, 5 May:
                        │   cites it
                        ├── Paper 6, 6 May:
                        │   cites Paper 5
                        ├── Paper 7, 7 May:
                        │   cites Paper 6
                        └── Paper 8, 8 May:
                            cites Paper 7
        """)
    )


@pytest.mark.parametrize(("size", "width"), [(1, 80), (8, 80), (60, 120), (300, 120)])
def test_a_trace_fits_its_width_and_a_screen(size, width):
    lines = traced(*crowd(size), width=width, height=40).splitlines()
    assert len(lines) <= 40
    assert all(len(line) <= width for line in lines)


def test_many_findings_of_one_kind_and_many_things_to_do_are_counted():
    story = Story("It is open.")
    wire = story.article("Wire", "2031-05-01", "It is open.")
    proof = (story.evidence(wire),)
    trace = story.trace(
        [],
        (1, 1, 1),
        findings=tuple(
            Finding(kind=kind, text=f"{who} is told.", evidence=proof)
            for kind in ("circular reporting", "denied by")
            for who in "ABCD"
        ),
        unresolved=tuple(Unresolved(what=f"who {who} is", would_settle=f"ask {who}") for who in "ABCDEF"),
    )
    assert traced(trace).endswith(
        dedented("""
        Findings
          • Circular reporting: A is told.
          • Circular reporting: B is told. And 2 more.

        What would settle the rest
          • Ask A.
          • Ask B.
          • Ask C.
          • And 3 more; --why tells all.
        """)
    )
    assert "Denied by: D is told." in traced(trace, why=True)
    assert "Who F is. To settle it: ask F." in traced(trace, why=True)


def test_evidence_is_shown_in_its_sentence():
    story = Story("It is open.")
    wire = story.article("Wire", "2031-05-01", "It is open, a guard said.")
    guard = story.source("a guard")
    story.edge(wire, guard)
    words = Evidence(article_id=wire, span=Span(12, 24), text="a guard said")
    story.edges[0] = msgspec.structs.replace(story.edges[0], evidence=words)
    trace = story.trace([Origin(node=guard, name="a guard", kind=SourceKind.UNNAMED)])
    assert "a01: “It is open, a guard said.”" in traced(trace, story.articles, why=True)
    assert "a01: “a guard said”" in traced(trace, why=True)


def test_colour_only_where_it_is_asked_for():
    assert "\x1b[" not in traced(*dam())
    assert "\x1b[1m" in traced(*dam(), color=True)


def test_no_claim_matches():
    assert traced(None) == "No claim matches. `ondit claims` lists the claims there are.\n"
