import pytest

from ondit.languages import lexicon_of
from ondit.model.span import Part
from ondit.text.quotations import find_quotations
from timing import grows_at_most, least_seconds

MARKS = lexicon_of("en").quotation.marks


def quoted(text: str) -> list[str]:
    return [one.inner.cut(text) for one in find_quotations(text, MARKS, Part.BODY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Yes,” he said. “No.”", ["Yes,", "No."], id="curly marks"),
        pytest.param('"Yes," he said, "and no."', ["Yes,", "and no."], id="straight marks"),
        pytest.param("«Yes», he said.", ["Yes"], id="guillemets"),
        pytest.param("„Yes“, he said.", ["Yes"], id="low marks"),
        pytest.param("``Yes,'' he said.", ["Yes,"], id="typewriter marks"),
        pytest.param("'We can't pay,' said the firm.", ["We can't pay,"], id="an apostrophe closes nothing"),
        pytest.param("The workers' plan and the '90s", [], id="apostrophes are no marks"),
        pytest.param("She said “he told me ‘go’ and I went”.", ["he told me ‘go’ and I went"], id="nested"),
        pytest.param("Le 🇫🇷 said “oui”.", ["oui"], id="offsets are code points"),
        pytest.param("An empty “” pair", [], id="empty"),
        pytest.param("It was 6' 2\" tall, he said.", [], id="feet and inches"),
    ],
)
def test_quotations_are_outermost_and_bare(text, expected):
    assert quoted(text) == expected


def test_a_quotation_left_open_is_reopened_in_the_next_paragraph():
    text = "“One.\n\n“Two.\n\n“Three,” she said. “Four.”"
    found = find_quotations(text, MARKS, Part.BODY)
    assert [(one.inner.cut(text), one.reopened, one.closed) for one in found] == [
        ("One.", False, False),
        ("Two.", True, False),
        ("Three,", True, True),
        ("Four.", False, True),
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    assert quoted("He said “never closed.\n\nThe end. “New,” she said.") == ["never closed.", "New,"]


@pytest.mark.parametrize("mark", ['"', "“", "'", '" ', "“\n", "“”"])
def test_time_grows_with_length_alone(mark):
    def seconds(length: int) -> float:
        text = (mark * length)[:length]
        return least_seconds(lambda: find_quotations(text, MARKS, Part.BODY))

    assert grows_at_most(15, seconds, small=40_000, large=400_000)
