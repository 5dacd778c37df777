"""The terminal: what it can show, and rich renderables as a string for it."""

import io
from collections.abc import Iterable

import msgspec
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

_LEAST_WIDTH = 40  # columns; below, tables break into single letters


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """What a text form is rendered for: width in columns, height in lines, colour or none, whether every step
    shows its evidence, and whether ids are shown that a decision takes. Only a trace minds the height: it
    folds long lists the harder the less there is.
    """

    width: int = 100
    height: int = 40
    color: bool = False
    why: bool = False
    ids: bool = False


def render(parts: Iterable[RenderableType], screen: Screen) -> str:
    """Return the parts, one under another, as text of the screen's width, each line without trailing space.

    Without colour the result holds no escape sequence at all.
    """
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=max(screen.width, _LEAST_WIDTH),
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        force_interactive=False,
        no_color=not screen.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    lines = stream.getvalue().split("\n")
    return "\n".join(line.rstrip(" ") for line in lines)


def phrase(*pieces: str | tuple[str, str]) -> Text:
    """Return a text from plain pieces and (piece, style) pairs; the pieces are visible already."""
    return Text.assemble(*(piece for piece in pieces if piece and piece[0]), overflow="fold")


def indented(text: RenderableType, by: int, *, first: str = "") -> RenderableType:
    """Return a text with a hanging indent of `by` columns; `first` stands in the indent of its first line."""
    table = Table.grid(padding=0)
    table.add_column(width=by, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(first, text)
    return table
