"""One person or body under the different spellings of different pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.languages import lexicon_of
from ondit.model.source import Source, SourceKind
from ondit.text.fold import fold
from ondit.text.names import LIKELY_ONE, name_likeness, name_parts, skeleton
from ondit.trace.carrying import Carrying
from ondit.trace.chains import Step
from ondit.trace.outlets import bare

FEWEST_WORDS = 2
"""Words of a body's name from which it can be a part of a longer one: "Red Crescent" of "Karland Red
Crescent". A single word ("Karland") is the beginning of too many bodies."""


def spellings_of(steps: Iterable[Step], carryings: Mapping[str, Carrying]) -> dict[str, str]:
    """Return, by the id of a source, the id of the one whose fuller name, or other spelling, it means.

    Persons are one where their names can be spellings of each other and no page gives them different bodies;
    bodies where one name is a part of the other. A name that could belong to two others joins neither. What
    one page takes for a person and another for a body of the very same name is a body. A public body that
    pages of one language call by the same common noun ("police") is one: they speak of the same event. A body
    that publishes one of the pages itself is among them. `carryings` are by article id.
    """
    sources: dict[str, Source] = {}
    articles: dict[str, set[str]] = {}
    named = [(step.article_id, source) for step in steps for source in (step.taker, step.giver) if source]
    pages = ((one, carrying.publisher) for one, carrying in carryings.items() if carrying.of_a_body)
    named += [(article_id, publisher) for article_id, publisher in pages if publisher]
    for article_id, source in named:
        sources[source.id] = source
        articles.setdefault(source.id, set()).add(article_id)
    languages = {one: carrying.article.language for one, carrying in carryings.items()}
    kinds = bodies_of_a_kind(sources.values())
    persons = {source_id: one for source_id, one in sources.items() if one.kind is SourceKind.PERSON}
    bodies = {source_id: one for source_id, one in sources.items() if one.kind is SourceKind.ORGANISATION}
    alike = _called_alike(bodies, {one: languages.get(min(articles[one])) for one in bodies})
    national = ((one.id, kinds[one.national]) for one in bodies.values() if one.national in kinds)
    called = alike | {source_id: meant for source_id, meant in national if source_id != meant}
    for source_id, first in called.items():
        articles[first] |= articles[source_id]
        del bodies[source_id]
    by_name = {fold(one.name): source_id for source_id, one in sorted(bodies.items())}
    same = {one.id: by_name[fold(one.name)] for one in persons.values() if fold(one.name) in by_name}
    persons = {source_id: one for source_id, one in persons.items() if source_id not in same}
    fuller = {**_one_of(persons, articles), **_one_of(bodies, articles)}
    return {**fuller, **{source_id: fuller.get(body, body) for source_id, body in {**same, **called}.items()}}


def bodies_of_a_kind(sources: Iterable[Source]) -> dict[tuple[str, ...], str]:
    """Return, by what sources tell of national bodies, the id of the one body that is meant.

    Pages that say "police", "la polizia" and "the Harrow police" of one event mean one body. Where they name
    two of a kind ("the Russian army", "the Ukrainian army"), each is one of its own, and the bare word is
    neither's.
    """
    kinds: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda one: one.id):
        if source.national:
            kinds.setdefault(source.national[0], []).append(source)
    same: dict[tuple[str, ...], str] = {}
    for found in kinds.values():
        beside = {source.national[1:] for source in found if len(source.national) > 1}
        groups: dict[tuple[str, ...], list[Source]] = {}
        for source in found:
            groups.setdefault(() if len(beside) < 2 else source.national[1:], []).append(source)
        for group in groups.values():
            bodies = [source.id for source in group if source.kind is SourceKind.ORGANISATION]
            if bodies:
                same.update((source.national, min(bodies)) for source in group)
    return same


def _called_alike(bodies: Mapping[str, Source], languages: Mapping[str, str | None]) -> dict[str, str]:
    """Return, by the id of a public body without a name, the lowest id of one that is called the same in the
    same language."""
    first: dict[tuple[str, str | None], str] = {}
    called: dict[str, str] = {}
    for source_id, source in sorted(bodies.items()):
        language = languages[source_id]
        lexicon = lexicon_of(language or "en")
        words = bare(source.name, language)
        nouns = lexicon.source_nouns.public_body if lexicon else frozenset()
        if source.name[:1].islower() and nouns & {words, *words.split()}:
            one = first.setdefault((words, language), source_id)
            if one != source_id:
                called[source_id] = one
    return called


def with_one_name(steps: Sequence[Step], same: Mapping[str, str]) -> list[Step]:
    """Return the steps with the ids of all spellings of one name replaced by one of them."""
    given = {source.id: source for step in steps for source in (step.taker, step.giver) if source}
    kinds = bodies_of_a_kind(given.values())

    def renamed(source: Source) -> Source:
        body = source.speaks_for
        if source.kind is not SourceKind.ORGANISATION:
            body = kinds.get(source.national, body)
        return msgspec.structs.replace(
            source, id=same.get(source.id, source.id), speaks_for=same.get(body or "", body)
        )

    return [
        msgspec.structs.replace(
            step, taker=renamed(step.taker) if step.taker else None, giver=renamed(step.giver)
        )
        for step in steps
    ]


def _one_of(sources: Mapping[str, Source], articles: Mapping[str, set[str]]) -> dict[str, str]:
    """Return, for each source, all of one kind, the id of the fullest name that its own can mean."""
    found = [source for _, source in sorted(sources.items())]
    fuller: dict[str, list[Source]] = {}
    for one, other in _like(found):
        if not _can_be_one(one, other, bool(articles[one.id] & articles[other.id])):
            continue
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


def _like(found: list[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield the pairs of names that share a key, so that only these need to be compared."""
    met: dict[str, list[Source]] = {}
    for source in found:
        pairs: dict[str, Source] = {}
        for key in _keys(source):
            pairs.update({other.id: other for other in met.get(key, ())})
            met.setdefault(key, []).append(source)
        yield from ((other, source) for other in pairs.values())


def _keys(source: Source) -> set[str]:
    """Return what two names of one bearer share: the bones of the last name, or the words of a body's."""
    if source.kind is SourceKind.PERSON:
        return {skeleton(part) for part in name_parts(source.name)[-1:]}
    return set(fold(source.name).split())


def _can_be_one(one: Source, other: Source, in_one_article: bool) -> bool:
    """Tell whether two names can mean one; in one article a body's first word is short for it."""
    if one.kind is SourceKind.PERSON:
        bodies = {one.speaks_for, other.speaks_for} - {None}
        return len(bodies) < 2 and name_likeness(one.name, other.name) >= LIKELY_ONE
    shorter, longer = sorted((fold(one.name), fold(other.name)), key=lambda name: len(name.split()))
    if len(shorter.split()) < FEWEST_WORDS:
        return in_one_article and longer.startswith(f"{shorter} ")
    return f" {shorter} " in f" {longer} "
