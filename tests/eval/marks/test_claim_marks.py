"""The notation of the gold of claims and its strict reader."""

from collections import Counter

import pytest

from eval.marks.claim_marks import ClaimStory, Neighbourhood, Neighbours, read_claims, read_story
from eval.marks.gold_set import GoldPart
from eval.marks.records import GoldError
from ondit.model.claim import Voice
from ondit.model.span import Part, Span

HEAD = "= A It rained\n\n@ rain.1\noutlet: Post\npublished: 2031-01-01\nlanguage: en\ntitle: Weather\n"


def read_marks(text: str) -> ClaimStory:
    return read_story(HEAD + text, "rain")


@pytest.mark.parametrize(
    ("marked", "voice", "values"),
    [
        pytest.param("{A It rained for days}.", Voice.ASSERTED, (), id="in the outlet's own voice"),
        pytest.param("{A: #40 It rained for 40 days}, he said.", Voice.ATTRIBUTED, (40,), id="with a number"),
        pytest.param(
            "{A? #2 #2.5 It reportedly rained 2 to 2.5 days}.", Voice.HEDGED, (2, 2.5), id="a range"
        ),
        pytest.param("She denied {A- that it had rained}.", Voice.DENIED, (), id="denied"),
    ],
)
def test_a_mark_says_claim_voice_and_values(marked, voice, values):
    (mark,) = read_marks(marked).marks
    assert (mark.claim, mark.voice, mark.values) == ("rain.A", voice, values)


def test_marks_leave_the_text_and_keep_their_place():
    story = read_marks("🌧 {A It rained}. Then {A- it did not}.")
    assert story.articles[0].text == "🌧 It rained. Then it did not."
    assert [mark.span for mark in story.marks] == [Span(2, 11), Span(18, 28)]


def test_the_main_claim_is_that_of_the_first_mark_unless_it_is_stated():
    head = "= A It rained\n= B It snowed / act A\n" + HEAD.split("\n", 1)[1]
    assert read_story(head + "{A Rain}. {B Snow}.", "rain").mains == {"rain.1": "rain.A"}
    assert read_story(head + "main: B\n{A Rain}. {B Snow}.", "rain").mains == {"rain.1": "rain.B"}


def test_a_title_is_a_part_of_its_own_and_neighbours_are_listed():
    text = "= A It rained\n= B It rained elsewhere / place A\n" + HEAD.split("\n", 1)[1]
    story = read_story(text.replace("title: Weather", "title: {A Rain}") + "{B Rain, too}.", "rain")
    assert story.marks[0].span == Span(0, 4, Part.TITLE)
    assert story.neighbours == (Neighbours(Neighbourhood.PLACE, "rain.B", "rain.A"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(HEAD + "{A Rain", "not a mark", id="never closed"),
        pytest.param(HEAD + "{A Rain } fell", "not a mark", id="white space at the edge"),
        pytest.param(HEAD + "{A Rain {A fell}}", "not a mark", id="nested"),
        pytest.param(HEAD + "{A Rain} fell}", "nothing to close", id="nothing to close"),
        pytest.param(HEAD + "{B Snow} and {A rain}", "rain.B", id="a claim that is not listed"),
        pytest.param(HEAD + "Nothing.", "rain.A", id="a claim that is not marked"),
        pytest.param("= A Rain\n= B Snow / taste A\n", "none of", id="no such neighbourhood"),
        pytest.param("= B Snow / act A\n", "neighbour", id="a neighbour that is not there"),
        pytest.param("@ snow.1\n", "write '@ rain.1'", id="an article of another story"),
        pytest.param("= A Rain\n@ rain.1\ntitle: {A Rain}\n", "no language", id="no language"),
        pytest.param("Once upon a time\n", "text before", id="text before the first article"),
    ],
)
def test_what_does_not_follow_the_notation_is_refused_with_its_place(text, message):
    with pytest.raises(GoldError, match=message) as raised:
        read_story(text, "rain")
    assert str(raised.value).startswith("rain.")


def test_the_gold_holds_what_claims_are_judged_by():
    """At least 40 claims with two mentions, over at least 12 stories, every kind of neighbour in both parts,
    a third of the stories aside."""
    parts = {part: read_claims(part) for part in GoldPart}
    stories = [story for part in parts.values() for story in part]
    mentions = Counter(mark.claim for story in stories for mark in story.marks)
    assert sum(count > 1 for count in mentions.values()) >= 40
    assert len(stories) >= 12 and len(parts[GoldPart.HELD_ASIDE]) * 3 >= len(stories)
    for part in parts.values():
        assert {near.kind for story in part for near in story.neighbours} == set(Neighbourhood)
        assert len({article.language for story in part for article in story.articles}) >= 6
