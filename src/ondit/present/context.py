"""Evidence in the sentence that it stands in: the words that prove something, and those around them."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from ondit.model.article import Article
from ondit.model.provenance import Evidence
from ondit.model.span import Span, SpanIndex, hull, trimmed

# The end of a sentence or line, with what closes a quotation after it. Matches `said. ` and `می‌گوید؟ ` and a
# newline, not the stop of `3.5`. After "Mr. " it is wrong; the sentence shown is then only shorter.
_END = re.compile(r"[.!?…؟。]+[\"'”’»)\]]*(?:\s+|$)|\n+|$")
_MOST_BEFORE, _MOST_AFTER = 240, 160  # code points; a sentence without stops may be a whole page


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that prove something, with the rest of their sentence before and after."""

    before: str = ""
    words: str
    after: str = ""

    @property
    def is_part(self) -> bool:
        """Whether the words are only a part of their sentence."""
        return bool(self.before.strip() or self.after.strip(" .!?…؟。"))


class Contexts:
    """Finds the sentence around evidence; keeps where the sentences of an article end."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._sentences: dict[tuple[str, str], SpanIndex] = {}

    def article(self, article_id: str) -> Article | None:
        """Return an article, None when it was not handed over."""
        return self._articles.get(article_id)

    def passage(self, evidence: Evidence) -> Passage:
        """Return the evidence in its sentence; alone where its article is not at hand or says otherwise."""
        article, span = self.article(evidence.article_id), evidence.span
        if article is None or span is None or article.cut(span) != evidence.text:
            return Passage(words=evidence.text)
        index = self._index(article, span)
        around = [index.spans[position] for position in index.touching(span)]
        text = article.part(span.part)
        whole = trimmed(hull([*around, span]), text)
        before, after = text[whole.start : span.start], text[span.end : whole.end]
        return Passage(
            before=before if len(before) <= _MOST_BEFORE else "…" + before[-_MOST_BEFORE:],
            words=evidence.text,
            after=after if len(after) <= _MOST_AFTER else after[:_MOST_AFTER] + "…",
        )

    def _index(self, article: Article, span: Span) -> SpanIndex:
        key = article.id, span.part.value
        if key not in self._sentences:
            self._sentences[key] = SpanIndex(_sentences(article.part(span.part), span))
        return self._sentences[key]


def _sentences(text: str, like: Span) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        if match.end() > start:
            yield Span(start, match.end(), like.part)
            start = match.end()
