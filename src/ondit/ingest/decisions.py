"""Decisions out of our own export: lines of JSON with the schema `ondit.decision/1`."""

from collections.abc import Iterable, Iterator

import msgspec

from ondit.model.article import Skipped
from ondit.model.decision import Decision, DecisionKind, Edit

SCHEMA = "ondit.decision/1"


class _Schema(msgspec.Struct):
    schema: str = ""


class _Line(msgspec.Struct, kw_only=True):
    id: str
    kind: DecisionKind
    one: str
    other: str = ""
    name: str = ""
    edit: Edit | None = None
    reason: str
    who: str
    when: str


def read_decisions(lines: Iterable[bytes], name: str) -> Iterator[Decision | Skipped]:
    """Yield the decisions of a file called `name`; lines of other schemas are passed over.

    A line that cannot be read, or whose id is not that of what it says, is skipped with the reason.
    """
    for number, line in enumerate(lines, start=1):
        place = f"{name}:{number}"
        try:
            if not line.strip() or msgspec.json.decode(line, type=_Schema).schema != SCHEMA:
                continue
            found = msgspec.json.decode(line, type=_Line)
        except msgspec.DecodeError as error:
            yield Skipped(item=place, stage="ingest", reason=f"no line of an export: {error}")
            continue
        decision = Decision(
            kind=found.kind,
            one=found.one,
            other=found.other,
            name=found.name,
            edit=found.edit,
            reason=found.reason,
            who=found.who,
            when=found.when,
        )
        if decision.id == found.id:
            yield decision
        else:
            yield Skipped(item=place, stage="ingest", reason=f"{found.id} was changed after it was exported")
