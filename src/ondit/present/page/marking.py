"""The text of an article cut into flat stretches, each with the attributions that cover it.

Nested and discontinuous spans cannot be nested elements: they may overlap. So every stretch between two
borders is one element that names all that cover it, and the innermost one gives its pattern.
"""

from collections.abc import Iterator, Sequence

import msgspec

from ondit.model.reading import Reading
from ondit.model.source import NAMELESS, Source, SourceKind
from ondit.model.span import Part, Span, flattened
from ondit.present.visible import unseen, visible

NAMED, OUTLET, UNNAMED, NOBODY = "named", "outlet", "unnamed", "nobody"
"""The four styles of marks: who an attribution names."""


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """One span that marks text: `role` is "content", "source", "cue" or "at" (what the reader came for);
    `number` is that of its attribution, 0 for none, `depth` how many parents that has. `is_first` tells the
    first piece of a content from the others."""

    span: Span
    role: str
    number: int = 0
    style: str = ""
    depth: int = 0
    is_first: bool = False


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words under the same marks. `start` and `length` are code points of the part.

    `covers` are the numbers of the attributions whose content covers it, innermost last; `opens` those whose
    content begins here, `resumes` those of which a further piece does. `style` is that of the innermost;
    `roles` are "source", "cue", "own" (the outlet's own voice) and "at". `is_unseen` marks a stand-in for a
    character that cannot be seen.
    """

    text: str
    start: int
    length: int
    covers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    resumes: tuple[int, ...] = ()
    style: str = ""
    roles: tuple[str, ...] = ()
    is_unseen: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """What it is drawn as: "said" with its style where a content covers it, "deep" where several do."""
        said = ("said", self.style) if self.covers else ()
        deep = ("deep",) if len(self.covers) > 1 else ()
        return (*said, *deep, *self.roles, *(("stand-in",) if self.is_unseen else ()))


def style_of(source: Source | None) -> str:
    """Return the style of an attribution to a source: a vague relay names nobody in particular."""
    if source is None:
        return NOBODY
    if source.kind in NAMELESS or source.is_relay:
        return UNNAMED
    return OUTLET if source.kind is SourceKind.OUTLET else NAMED


def paragraphs(reading: Reading, part: Part, layers: Sequence[Layer]) -> Iterator[tuple[Stretch, ...]]:
    """Yield the stretches of each paragraph of a part; empty lines are no paragraphs."""
    line: list[Stretch] = []
    for stretch in _stretches(reading.article.part(part), part, layers):
        if stretch.text != "\n":
            line.append(stretch)
            continue
        if any(one.text.strip() for one in line):
            yield tuple(line)
        line.clear()
    if any(one.text.strip() for one in line):
        yield tuple(line)


def _stretches(text: str, part: Part, layers: Sequence[Layer]) -> Iterator[Stretch]:
    hidden = frozenset(unseen(text))
    breaks = (place for place, letter in enumerate(text) if letter == "\n")
    cuts = {border for place in (*breaks, *hidden) for border in (place, place + 1)}
    begins = {(one.number, one.span.start): one.is_first for one in layers if one.role == "content"}
    for span, positions in flattened(Span(0, len(text), part), [layer.span for layer in layers], cuts):
        over = [layers[position] for position in positions]
        contents = sorted(
            (one for one in over if one.role == "content"), key=lambda one: (one.depth, one.number)
        )
        numbers = tuple(dict.fromkeys(one.number for one in contents))
        yield Stretch(
            text=visible(span.cut(text)),
            start=span.start,
            length=len(span),
            covers=numbers,
            opens=tuple(number for number in numbers if begins.get((number, span.start)) is True),
            resumes=tuple(number for number in numbers if begins.get((number, span.start)) is False),
            style=contents[-1].style if contents else "",
            roles=tuple(sorted({one.role for one in over} - {"content"})),
            is_unseen=span.start in hidden,
        )
