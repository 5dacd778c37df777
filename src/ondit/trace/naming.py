"""One person or body under the different spellings of different pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.languages import lexicon_of
from ondit.model.source import Source, SourceKind
from ondit.text.fold import fold
from ondit.text.names import LIKELY_ONE, bones, name_likeness, name_parts, skeleton
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
    """Return, for each source, all of one kind, the id of the fullest name that its own can mean.

    Those of the very same name are looked at as one: a claim that every outlet prints has thousands of them.
    """
    namesakes: dict[tuple[str | None, ...], list[Source]] = {}
    for source in sorted(sources.values(), key=lambda one: one.id):
        namesakes.setdefault(_name(source), []).append(source)
    found = [same[-1] for same in namesakes.values()]
    places = {
        same[-1].id: set[str]().union(*(articles[one.id] for one in same)) for same in namesakes.values()
    }
    fuller: dict[str, set[str]] = {}
    for one, other in _like(found, places):
        if _can_be_one(one, other, bool(places[one.id] & places[other.id])):
            short, full = sorted((one, other), key=_fullness)
            fuller.setdefault(short.id, set()).add(full.id)
    same: dict[str, str] = {}
    for source in sorted(found, key=_fullness, reverse=True):
        meant = {same.get(full, full) for full in fuller.get(source.id, ())} or {source.id}
        if len(meant) == 1:
            first = meant.pop()
            same.update((one.id, first) for one in namesakes[_name(source)] if one.id != first)
    return same


def _name(source: Source) -> tuple[str | None, ...]:
    """Return what two sources have alike that are one if nothing speaks against it."""
    if source.kind is SourceKind.PERSON:
        return fold(source.name), source.speaks_for
    folded = fold(source.name)
    return (folded,) if len(folded.split()) >= FEWEST_WORDS else (folded, source.id)


def _fullness(source: Source) -> tuple[bool, int, str]:
    """Return what orders names, the fullest last; of two scripts Latin is the one that most readers know."""
    name = fold(source.name)
    return name.isascii(), len(name.split()), source.id


def _like(found: Sequence[Source], articles: Mapping[str, set[str]]) -> Iterator[tuple[Source, Source]]:
    """Yield the pairs of names that share what is rarest about one of them, so that only these need to be
    compared; a body's name of one word with those in its own articles."""
    keys = {source.id: _keys(source) for source in found}
    holding: dict[tuple[str, str], list[Source]] = {}
    for source in found:
        for place in {"", *articles[source.id]}:
            for key in keys[source.id]:
                holding.setdefault((place, key), []).append(source)
    for source in found:
        for place in articles[source.id] if _is_short(source) else ("",):
            among = [holding[place, key] for key in sorted(keys[source.id])]
            yield from ((source, other) for other in min(among, key=len, default=()) if other is not source)


def _keys(source: Source) -> set[str]:
    """Return what every fuller name of the same bearer has too: the bones of the last name, or of the words
    of a body's, which are the same in all scripts."""
    if source.kind is SourceKind.PERSON:
        return {skeleton(part) for part in name_parts(source.name)[-1:]}
    return {bones(word) or word for word in fold(source.name).split()}


def _is_short(source: Source) -> bool:
    """Tell whether a name is a body's of too few words to be looked for in all articles."""
    return source.kind is not SourceKind.PERSON and len(fold(source.name).split()) < FEWEST_WORDS


def _can_be_one(one: Source, other: Source, in_one_article: bool) -> bool:
    """Tell whether two names can mean one; in one article a body's first word is short for it."""
    if one.kind is SourceKind.PERSON:
        bodies = {one.speaks_for, other.speaks_for} - {None}
        return len(bodies) < 2 and name_likeness(one.name, other.name) >= LIKELY_ONE
    shorter, longer = sorted((fold(one.name), fold(other.name)), key=lambda name: len(name.split()))
    if shorter.isascii() != longer.isascii():
        shorter, longer = (" ".join(map(bones, name.split())) for name in (shorter, longer))
    if len(shorter.split()) < FEWEST_WORDS:
        return in_one_article and longer.startswith(f"{shorter} ")
    return f" {shorter} " in f" {longer} "
