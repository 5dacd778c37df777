import pytest

from ondit.decide import obey_in_reading
from ondit.model.decision import Decision, DecisionKind, Edit, Words
from ondit.model.span import Span
from present.builder import reading

CONTENT = Span(0, 7)


def edited(words: Words):
    decision = Decision(
        kind=DecisionKind.EDIT,
        one="att_3",
        edit=Edit(content=(words,), cue=()),
        reason="r",
        who="w",
        when="t",
    )
    return obey_in_reading(reading(), [decision]).attribution("att_3")


def test_an_attribution_has_the_words_that_an_analyst_gave_it():
    attribution = edited(Words.of(CONTENT, reading().article))
    assert (attribution.content, attribution.cue) == ((CONTENT,), ())
    assert attribution.source == reading().attribution("att_3").source


def test_words_that_do_not_stand_there_change_nothing():
    assert edited(Words(start=0, end=7, text="Another")) == reading().attribution("att_3")


@pytest.mark.parametrize(("start", "end", "text"), [(3, 3, ""), (-1, 1, "ab"), (0, 9, "short")])
def test_a_place_is_as_long_as_its_words(start, end, text):
    with pytest.raises(ValueError, match="no place"):
        Words(start=start, end=end, text=text)
