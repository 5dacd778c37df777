import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from timing import grows_at_most, least_seconds


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("The mayor said that the talks had failed. ", id="one paragraph of many attributions"),
        pytest.param("“He said it was late.\n\n", id="a quotation reopened in every paragraph"),
        pytest.param("HOLT: It is late, he said.\n\n", id="a transcript"),
        pytest.param("“It is late,” she said. “I said that he lied.” ", id="quotations that go on"),
    ],
)
def test_time_grows_with_length_alone(unit):
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        annotated = annotate(Article(id="a", text=text, language="en"))
        return least_seconds(lambda: attribute(annotated))

    assert grows_at_most(15, seconds, small=5_000, large=30_000)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("“", id="one mark"),
        pytest.param("- : — , “” ''", id="marks only"),
        pytest.param("said said said citing citing that that", id="cues only"),
        pytest.param("Holt said “He denied -”.", id="a content of marks"),
        pytest.param("He said: ", id="nothing behind the colon"),
        pytest.param("\x00 said \ufeff that \u202e “x", id="control characters"),
    ],
)
def test_nothing_raises_and_every_span_lies_in_the_text(text):
    article = Article(id="a", text=text, title=text, language="en")
    for one in attribute(annotate(article)).attributions:
        assert one.content
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
