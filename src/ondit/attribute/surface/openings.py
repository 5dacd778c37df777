"""Where a content opens behind its cue."""

from ondit.attribute.surface.line import Line
from ondit.attribute.surface.rules import Role
from ondit.attribute.surface.stretches import CITES, bracketed, role_at

_MOST_BETWEEN = 14
"""Words between a cue and what opens its content: "said in an interview with X on Friday that"."""


def opening(line: Line, place: int) -> tuple[int, int] | None:
    """Return where the words between a cue that ends at `place` and its content end, and where the
    content begins; None when nothing opens a content there."""
    rules, brackets = line.rules, 0
    for at in range(place, min(len(line), place + _MOST_BETWEEN)):
        brackets = max(brackets, bracketed(line, at))
        if at < brackets or _in_adjunct(line, at) or at in line.silent:
            continue
        if line.quoted[at] is not None:
            return at, at
        if step := line.at(rules.that, at):
            return at, at + step
        if line.at(rules.content, at) and not line.at(rules.echo, at):
            return at, at
        if line.is_comma(at):
            step = line.at(rules.that, at + 1)
            if step:
                return at, at + 1 + step
            if line.at(rules.content, at + 1):
                return at, at + 1
            if at + 1 < len(line) and line.quoted[at + 1] is not None:
                return at, at + 1
            if rules.surface.comma_opens and not line.at(rules.as_words, at + 1):
                return at, at + 1
            if not _closes_later(line, at):
                return None
        elif line.is_mark(at) or role_at(line, at, Role.SAY):
            return None
    return None


def _in_adjunct(line: Line, place: int) -> bool:
    """Tell whether a position lies in the words of "citing X" or "according to X"."""
    return any(
        place in range(one.start, one.end)
        for one in line.anchors
        if one.payload.role in CITES or one.payload.role is Role.ACCORDING
    )


def _closes_later(line: Line, comma: int) -> bool:
    """Tell whether another comma with an opening word behind it follows: an apposition stands between."""
    for at in range(comma + 1, min(len(line), comma + _MOST_BETWEEN)):
        if line.is_comma(at):
            return bool(line.at(line.rules.that, at + 1) or line.at(line.rules.content, at + 1))
    return False
