import textwrap

import msgspec
import pytest

from ondit.model.reading import Resolved
from ondit.model.source import Grade, Source, SourceKind
from ondit.present.forms import READ_FORMS, SHOW_FORMS
from ondit.present.terminal.screen import Screen
from present.builder import reading


def dedented(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def test_read_shows_chain_cue_content_and_what_is_not_the_default():
    assert READ_FORMS["text"](reading(), Screen()) == dedented("""
        North Daily, 3 May 2031, a7
        Dam cracked
          North Daily ‹ Halden Courier (“the Courier”)
            ← wrote: The dam is cracked
          North Daily ‹ Halden Courier (“the Courier”) ‹ “an engineer at the site”
            ← citing: The dam is cracked
          North Daily ‹ “an engineer at the site” (“the engineer”)
            ← said: We saw it … on Monday.
          North Daily ‹ nobody named
            ← Reportedly: the village might be moved  [possible, reported]

        """)


def test_show_marks_contents_in_place_with_their_chains_in_the_margin():
    assert SHOW_FORMS["text"](reading(), Screen(width=92)) == dedented("""
        North Daily, 3 May 2031, a7

        Dam cracked

        ⟦1 ⟦2 The dam is cracked⟧⟧, the Courier wrote, citing an  1 North Daily ‹ Halden Courier
        engineer at the site.                                     (“the Courier”)
                                                                  2 North Daily ‹ Halden Courier
                                                                  (“the Courier”) ‹ “an engineer at
                                                                  the site”

        “⟦3 We saw it⟧”, the engineer said, “⟦3 on Monday.⟧”      3 North Daily ‹ “an engineer at
                                                                  the site” (“the engineer”)

        Reportedly ⟦4 the village might be moved⟧.                4 North Daily ‹ nobody named
                                                                  [possible, reported]

        Who is meant
          • Halden Courier, outlet, in 1
          • “an engineer at the site”, unnamed, in 2, 3
            “the engineer” is the engineer of the sentence before
        """)


def test_show_says_of_each_attribution_why_it_means_its_source_and_how_sure_that_is():
    first, *others = reading().resolved.attributions
    why = "“the Courier” -> Halden Courier, two sentences earlier"
    told = msgspec.structs.replace(first, source_why=why, source_grade=Grade.LIKELY)
    resolved = msgspec.structs.replace(reading().resolved, attributions=(told, *others))
    shown = SHOW_FORMS["text"](msgspec.structs.replace(reading(), resolved=resolved), Screen(width=92))
    assert f"  • Halden Courier, outlet, in 1\n    1: {why} (likely)\n" in shown


def test_a_narrow_screen_has_the_chains_under_the_paragraph():
    shown = SHOW_FORMS["text"](reading(), Screen(width=60))
    assert "Reportedly ⟦4 the village might be moved⟧.\n    4 North Daily ‹ nobody named" in shown
    assert all(len(line) <= 60 for line in shown.splitlines())


def test_an_article_without_attributions_says_so():
    bare = msgspec.structs.replace(reading(), resolved=Resolved())
    assert READ_FORMS["text"](bare, Screen()).endswith("  no attribution found\n\n")
    assert "⟦" not in SHOW_FORMS["text"](bare, Screen())


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_an_own_parent_does_not_hang(form):
    one = reading()
    circle = msgspec.structs.replace(one.resolved.attributions[0], parent="att_1")
    turned = msgspec.structs.replace(one, resolved=Resolved(attributions=(circle,)))
    assert "the Courier" in READ_FORMS[form](turned, Screen())


def test_a_page_that_imitates_an_outlet_is_flagged_at_its_head():
    plain = reading()
    outlet = Source(
        id="src",
        name="Northern Daily (north.pm)",
        kind=SourceKind.OUTLET,
        imitates="Northern Daily",
        reasons=("“north.pm” looks like Northern Daily",),
    )
    flagged = msgspec.structs.replace(plain, resolved=msgspec.structs.replace(plain.resolved, outlet=outlet))
    for forms in (READ_FORMS, SHOW_FORMS):
        shown = forms["text"](flagged, Screen())
        assert shown.splitlines()[1] == "! “north.pm” looks like Northern Daily"
