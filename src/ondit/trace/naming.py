"""One person or body under the different spellings of different pages."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from ondit.model.source import Source, SourceKind
from ondit.text.fold import fold
from ondit.text.names import LIKELY_ONE, name_likeness, name_parts, skeleton
from ondit.trace.chains import Step

FEWEST_WORDS = 2
"""Words of a body's name from which it can be a part of a longer one: "Red Crescent" of "Karland Red
Crescent". A single word ("Karland") is the beginning of too many bodies."""


def spellings_of(steps: Iterable[Step]) -> dict[str, str]:
    """Return, by the id of a source, the id of the one whose fuller name, or other spelling, it means.

    Persons are one where their names can be spellings of each other and no page gives them different bodies;
    bodies where one name is a part of the other. A name that could belong to two others joins neither.
    """
    sources = {one.id: one for step in steps for one in (step.taker, step.giver) if one}
    return {**_one_of(sources, SourceKind.PERSON), **_one_of(sources, SourceKind.ORGANISATION)}


def with_one_name(steps: Iterable[Step], same: Mapping[str, str]) -> list[Step]:
    """Return the steps with the ids of all spellings of one name replaced by one of them."""
    return [
        msgspec.structs.replace(
            step, taker=_renamed(step.taker, same) if step.taker else None, giver=_renamed(step.giver, same)
        )
        for step in steps
    ]


def _renamed(source: Source, same: Mapping[str, str]) -> Source:
    body = same.get(source.speaks_for or "", source.speaks_for)
    return msgspec.structs.replace(source, id=same.get(source.id, source.id), speaks_for=body)


def _one_of(sources: Mapping[str, Source], kind: SourceKind) -> dict[str, str]:
    """Return, for each source of a kind, the id of the fullest name that its own can mean."""
    found = [source for _, source in sorted(sources.items()) if source.kind is kind]
    fuller: dict[str, list[Source]] = {}
    for one, other in _like(found, kind):
        short, full = sorted((one, other), key=lambda source: (_length(source), source.id))
        fuller.setdefault(short.id, []).append(full)
    same: dict[str, str] = {}
    for source in sorted(found, key=lambda one: (_length(one), one.id), reverse=True):
        meant = {same.get(full.id, full.id) for full in fuller.get(source.id, ())}
        if len(meant) == 1:
            same[source.id] = meant.pop()
    return same


def _length(source: Source) -> int:
    return len(fold(source.name).split())


def _like(found: list[Source], kind: SourceKind) -> Iterator[tuple[Source, Source]]:
    """Yield the pairs of names that can mean one, compared only where they share a key."""
    met: dict[str, list[Source]] = {}
    for source in found:
        pairs: dict[str, Source] = {}
        for key in _keys(source, kind):
            pairs.update({other.id: other for other in met.get(key, ())})
            met.setdefault(key, []).append(source)
        for other in pairs.values():
            if _can_be_one(source, other, kind):
                yield other, source


def _keys(source: Source, kind: SourceKind) -> set[str]:
    """Return what two names of one bearer share: the bones of the last name, or the words of a body's."""
    if kind is SourceKind.PERSON:
        return {skeleton(part) for part in name_parts(source.name)[-1:]}
    return set(fold(source.name).split())


def _can_be_one(one: Source, other: Source, kind: SourceKind) -> bool:
    if kind is SourceKind.PERSON:
        bodies = {one.speaks_for, other.speaks_for} - {None}
        return len(bodies) < 2 and name_likeness(one.name, other.name) >= LIKELY_ONE
    shorter, longer = sorted((fold(one.name), fold(other.name)), key=lambda name: len(name.split()))
    return len(shorter.split()) >= FEWEST_WORDS and f" {shorter} " in f" {longer} "
