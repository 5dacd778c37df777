"""Reading the gold of outlets: sentences in which a person has marked who is named.

    @ en.46
    outlet: New York Post
    A driver told {ny-post The Post} that {? The Herald} had printed his name.

`{id words}` names the outlet with this id; `{? words}` could be several, and nothing here tells which. The
first part of an item's id is its language.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from eval.marks.gold_set import GOLD, GoldPart, gold_files, part_of
from eval.marks.records import GoldError
from ondit.model.article import Article
from ondit.model.span import Span

OUTLET_GOLD = GOLD.parent / "outlets"
OPEN = "?"

_MARK = re.compile(r"\{(?P<id>\?|[a-z0-9-]+) (?P<words>[^{}]+)\}")
"""A marked name. Matches "{bbc the BBC}", not "{the BBC}"."""
_ITEM = re.compile(r"^@ (?P<id>(?P<language>[a-z]{2})\.\d+)$")
"""The head of an item. Matches "@ en.46", not "@ en"."""
_OUTLET = "outlet: "


class Named(msgspec.Struct, frozen=True):
    """An outlet named in a text: where, and the id of its row in the table."""

    span: Span
    outlet_id: str


class OutletItem(msgspec.Struct, frozen=True):
    """One item: an article of a few sentences, and the outlets that it names, in text order."""

    article: Article
    named: tuple[Named, ...]

    @property
    def language(self) -> str:
        """The language of the item (BCP 47)."""
        return self.article.language or ""


def read_outlet_gold(part: GoldPart, folder: Path = OUTLET_GOLD) -> list[OutletItem]:
    """Return the items of one part, language by language.

    Raises `GoldError` when a file does not follow the notation, when an id stands twice or when an item lies
    in the wrong part.
    """
    items: dict[str, OutletItem] = {}
    for path in gold_files(part, folder):
        for item in read_outlet_items(path.read_text(encoding="utf-8"), str(path.relative_to(folder))):
            if item.article.id in items or part_of(item.article.id) is not part:
                raise GoldError(f"{path.relative_to(folder)}: {item.article.id} stands twice or elsewhere")
            items[item.article.id] = item
    return list(items.values())


def read_outlet_items(text: str, place: str) -> Iterator[OutletItem]:
    """Yield the items of a text. Raises `GoldError` with `place` and line at the first fault."""
    head: re.Match[str] | None = None
    outlet: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _ITEM.match(line):
            head, outlet = found, None
        elif line.startswith(_OUTLET):
            outlet = line.removeprefix(_OUTLET)
        elif line and head:
            yield _item(head, outlet, line)
            head = None
        elif line and not line.startswith("#"):
            raise GoldError(f"{place}:{number}: neither a head nor the text of an item")


def _item(head: re.Match[str], outlet: str | None, line: str) -> OutletItem:
    text, named, behind = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[behind : mark.start()]
        if mark["id"] != OPEN:
            named.append(Named(Span(len(text), len(text) + len(mark["words"])), mark["id"]))
        text += mark["words"]
        behind = mark.end()
    text += line[behind:]
    if "{" in text or "}" in text:
        raise GoldError(f"{head['id']}: a mark that is none in “{text}”")
    article = Article(id=head["id"], text=text, language=head["language"], outlet=outlet)
    return OutletItem(article, tuple(named))
