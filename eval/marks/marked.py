"""The marked-text notation of the gold: reading it, strictly.

eval/gold/README.md describes the notation. An item begins with `@ id`; `title:`, `byline:` and `outlet:`
lines may follow, then the text with its marks, then one `>` line of attributes.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NoReturn

import msgspec

from eval.marks.attributes import Attributes, infer, read_attributes
from eval.marks.records import GoldAttribution, GoldError, GoldItem
from ondit.model.article import Article
from ondit.model.span import Part, Span, covers, in_order

_OPEN = re.compile(r"\{([scqa]\d+(?:\+[scqa]\d+)*) (?=\S)")
# matches "{s1 She" and "{c1+c2 that", not "{s She" and not "{s1  She"
_ID = re.compile(r"@ ([a-z]+\.[as]\d+)$")  # matches "@ war.s12", not "@ war 12"
_FIELD = re.compile(r"(title|byline|outlet): (.+)$")  # matches "title: Rain", not "title:"
_ROLES = {"s": "source", "q": "cue", "c": "content", "a": "addressee"}

Marks = dict[int, dict[str, list[Span]]]
"""Spans by number and role."""


class Block(msgspec.Struct):
    """The raw lines of one item; `line` is the number of its `@` line, from 1."""

    path: str
    line: int
    id: str
    fields: dict[str, str]
    text: list[str]
    attributes: str = ""

    def fail(self, problem: str) -> NoReturn:
        """Raise a `GoldError` that names file, line and item."""
        raise GoldError(f"{self.path}:{self.line}: {self.id}: {problem}; see eval/gold/README.md")


def read_marked(text: str, path: str, language: str = "en") -> list[GoldItem]:
    """Return the items of one gold file; `path` is for messages.

    Raises `GoldError` at the first item that does not follow the notation.
    """
    return [_item(block, language) for block in _blocks(text, path)]


def _blocks(text: str, path: str) -> Iterator[Block]:
    block: Block | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            continue
        if line.startswith("@"):
            if block:
                yield block
            found = _ID.match(line)
            if not found:
                raise GoldError(f"{path}:{number}: not an item's id: {line!r}; write '@ subject.s1'")
            block = Block(path, number, found[1], {}, [])
        elif block is None:
            if line.strip():
                raise GoldError(f"{path}:{number}: text before the first '@ subject.s1' line")
        elif line.startswith("> "):
            if block.attributes:
                block.fail("more than one line of attributes")
            block.attributes = line[2:]
        elif block.attributes and line.strip():
            block.fail("text after the line of attributes")
        elif (field := _FIELD.match(line)) and not any(block.text):
            block.fields[field[1]] = field[2]
        else:
            block.text.append(line)
    if block:
        yield block


def _item(block: Block, language: str) -> GoldItem:
    marks: Marks = defaultdict(lambda: defaultdict(list))
    title = _unmark(block, block.fields.get("title", ""), Part.TITLE, marks)
    body = _unmark(block, "\n".join(block.text).strip(), Part.BODY, marks)
    if not body:
        block.fail("no text")
    article = Article(
        id=block.id,
        title=title,
        text=body,
        byline=block.fields.get("byline"),
        outlet=block.fields.get("outlet"),
        language=language,
    )
    try:
        attributes = read_attributes(block.attributes)
    except GoldError as error:
        block.fail(str(error))
    if stray := attributes.keys() - marks.keys():
        block.fail(f"attributes of {sorted(stray)}, but no such marks")
    found = [
        _attribution(block, article, number, marks[number], attributes.get(number))
        for number in sorted(marks)
    ]
    return GoldItem(id=block.id, article=article, attributions=tuple(_with_parents(block, found, attributes)))


def _unmark(block: Block, marked: str, part: Part, marks: Marks) -> str:
    """Return the text without its marks and add their spans to `marks`."""
    plain: list[str] = []
    length = at = 0
    opened: list[tuple[str, int]] = []
    while at < len(marked):
        if found := _OPEN.match(marked, at):
            opened.append((found[1], length))
            at = found.end()
            continue
        char = marked[at]
        at += 1
        if char == "{":
            block.fail(f"not a mark: {marked[at - 1 : at + 12]!r}")
        if char == "}":
            if not opened:
                block.fail(f"nothing to close after {''.join(plain)[-20:]!r}")
            names, start = opened.pop()
            words = "".join(plain)[start:]
            if not words or words != words.strip():
                block.fail(f"mark {names} is empty or has white space at its edge")
            for name in names.split("+"):
                marks[int(name[1:])][_ROLES[name[0]]].append(Span(start, length, part))
            continue
        plain.append(char)
        length += 1
    if opened:
        block.fail(f"mark {opened[-1][0]} is never closed")
    return "".join(plain)


def _attribution(
    block: Block, article: Article, number: int, roles: dict[str, list[Span]], attributes: Attributes | None
) -> GoldAttribution:
    if "content" not in roles:
        block.fail(f"attribution {number} has no content")
    if ("source" in roles) != bool(attributes and attributes.source_class):
        block.fail(f"attribution {number}: a source needs its class, and a class its source")
    if any(article.cut(span).endswith(",") for span in roles.get("source", ())):
        block.fail(f"attribution {number}: the comma after a source stands outside its mark")
    spans = {role: in_order(pieces) for role, pieces in roles.items()}
    cue = " … ".join(article.cut(span) for span in spans.get("cue", ()))
    content = "".join(article.cut(span) for span in spans["content"])
    return infer(number, spans, attributes or Attributes(), cue=cue, content=content)


def _with_parents(
    block: Block, found: list[GoldAttribution], attributes: dict[int, Attributes]
) -> Iterator[GoldAttribution]:
    numbers = {one.number for one in found}
    for one in found:
        stated = attributes[one.number].parent if one.number in attributes else None
        if stated is not None and (stated not in numbers or stated == one.number):
            block.fail(f"attribution {one.number}: no parent {stated} here")
        yield msgspec.structs.replace(one, parent=stated if stated is not None else _holder(one, found))


def _holder(one: GoldAttribution, found: list[GoldAttribution]) -> int | None:
    """Return the number of the attribution whose content holds all of `one`, the smallest such.

    Of several with one content (A said, citing B) it is the last, which is the inner one.
    """
    spans = (*one.source, *one.cue, *one.content)
    holders = [
        (sum(map(len, other.content)), -other.number)
        for other in found
        if other is not one and all(covers(other.content, span) for span in spans)
    ]
    return -min(holders)[1] if holders else None
