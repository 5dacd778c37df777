from collections.abc import Callable

import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.model.attribution import Attributed, Attribution
from ondit.model.span import Span


class Heard:
    """An article as read by the rules alone, with its spans as words: pieces are joined by " … ".

    The weights are left out, so that these tests say the same whether or not they are installed.
    """

    def __init__(self, text: str, title: str = "", outlet: str | None = None) -> None:
        self.article = Article(id="a", text=text, title=title, outlet=outlet, language="en")
        self.attributed: Attributed = attribute(annotate(self.article), trained=False)

    def words(self, spans: tuple[Span, ...]) -> str:
        return " … ".join(self.article.cut(span) for span in spans)

    def source_and_content(self) -> list[tuple[str, str]]:
        return [(self.words(one.source), self.words(one.content)) for one in self.attributed.attributions]

    def chains(self) -> list[list[str]]:
        """The sources from each innermost attribution outwards."""
        by_id = {one.id: one for one in self.attributed.attributions}
        parents = {one.parent for one in self.attributed.attributions}
        return [self._outwards(one, by_id) for one in by_id.values() if one.id not in parents]

    def _outwards(self, one: Attribution, by_id: dict[str, Attribution]) -> list[str]:
        above = self._outwards(by_id[one.parent], by_id) if one.parent else []
        return [self.words(one.source), *above]


@pytest.fixture
def hear() -> Callable[..., Heard]:
    return Heard
