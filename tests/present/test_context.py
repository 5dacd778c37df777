import pytest

from ondit.model.article import Article
from ondit.model.provenance import Evidence
from ondit.model.span import Part, Span
from ondit.present.context import Contexts

TEXT = (
    "The gate is open.\n"
    "“Nobody shut it”, the Courier wrote, citing a guard. It stood open for 3.5 hours.\n\n"
    "حارس قال ذلك؟ نعم. " + "word " * 100
)
ARTICLE = Article(id="a1", text=TEXT, title="Gate open: guard")


def evidence(words: str, *, part: Part = Part.BODY, text: str | None = None) -> Evidence:
    start = ARTICLE.part(part).index(words)
    return Evidence(article_id="a1", span=Span(start, start + len(words), part), text=text or words)


@pytest.mark.parametrize(
    ("proof", "before", "after"),
    [
        pytest.param(
            evidence("citing a guard"), "“Nobody shut it”, the Courier wrote, ", ".", id="a sentence"
        ),
        pytest.param(evidence("gate"), "The ", " is open.", id="ends at a line"),
        pytest.param(
            evidence("open for 3"), "It stood ", ".5 hours.", id="a stop inside a number ends nothing"
        ),
        pytest.param(
            evidence("guard. It"),
            "“Nobody shut it”, the Courier wrote, citing a ",
            " stood open for 3.5 hours.",
            id="over two sentences",
        ),
        pytest.param(evidence("قال"), "حارس ", " ذلك؟", id="the stops of other scripts"),
        pytest.param(evidence("guard", part=Part.TITLE), "Gate open: ", "", id="the title"),
        pytest.param(evidence("open", text="shut"), "", "", id="other words than the article's"),
        pytest.param(Evidence(article_id="a1", span=None, text="staff"), "", "", id="metadata"),
        pytest.param(Evidence(article_id="a9", span=Span(0, 3), text="The"), "", "", id="an unknown article"),
    ],
)
def test_evidence_is_shown_in_its_sentence(proof, before, after):
    passage = Contexts([ARTICLE]).passage(proof)
    assert (passage.before, passage.words, passage.after) == (before, proof.text, after)


def test_a_sentence_without_end_is_cut_and_says_so():
    start = len(TEXT) - 300
    proof = Evidence(article_id="a1", span=Span(start, start + 4), text=TEXT[start : start + 4])
    passage = Contexts([ARTICLE]).passage(proof)
    assert passage.after.endswith("…") and len(passage.after) == 161
