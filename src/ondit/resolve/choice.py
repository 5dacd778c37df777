"""Which of several outlets of one name is meant."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from ondit.resolve.outlets.names import name_tokens
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary


class Circumstances(msgspec.Struct, frozen=True):
    """What an article shows of whom its names can mean: the ids of outlets that it names beyond doubt, its
    own outlet, the countries it speaks of, its language."""

    present: frozenset[str]
    own: Outlet | None
    countries: frozenset[str]
    language: str = ""


def needs_sign(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether a name may mean something else, whatever ending the language gives it: others bear it
    too, or it is an everyday word."""
    return has_homonym(phrase, vocabulary) or _is_among(phrase, "short", vocabulary)


def has_homonym(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is a proper name of something else as well."""
    return _is_among(phrase, "homonyms", vocabulary)


def _is_among(phrase: Phrase, column: Literal["short", "homonyms"], vocabulary: Vocabulary) -> bool:
    stems = vocabulary.lookup.stems
    name = stems(name_tokens(phrase.name))
    names: Iterator[str] = (one for outlet in phrase.outlets for one in getattr(outlet, column))
    return any(stems(name_tokens(one)) == name for one in names)


def sole_bearer(phrase: Phrase, own: Outlet | None, *, sure: bool) -> Outlet | None:
    """Return the outlet that alone bears a name that is `sure` to be an outlet's, None when there are more.

    An edition that names the whole it is part of means itself ("told WIRED" in WIRED UK).
    """
    if len(phrase.outlets) > 1 or not sure:
        return None
    (outlet,) = phrase.outlets
    return own if own and own.part_of == outlet.id and own.name.startswith(outlet.name) else outlet


def choose(phrase: Phrase, here: Circumstances) -> Outlet | None:
    """Return the outlet that a shared or short name means here, None when nothing settles it.

    What is told beside the name rules out outlets of other countries. Then the first of these that fits any
    outlet decides, if it fits one only: the article names it beyond doubt; it is the article's own outlet; it
    is of that outlet's country; it is of a country that the article speaks of. Last come the prime bearer and
    the one that writes in the language of the article.
    """
    some: Sequence[Outlet] = phrase.outlets
    if phrase.countries:
        some = [outlet for outlet in some if outlet.country in phrase.countries]
        if len(some) == 1:
            return some[0]
    own = here.own
    tests: tuple[Callable[[Outlet], bool], ...] = (
        lambda outlet: outlet.id in here.present,
        lambda outlet: own is not None and outlet.id == own.id,
        lambda outlet: own is not None and outlet.country == own.country,
        lambda outlet: outlet.country in here.countries,
    )
    for test in tests:
        fitting = [outlet for outlet in some if test(outlet)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    alike = [outlet for outlet in some if outlet.language == here.language]
    prime = next((outlet for outlet in some if outlet.prime), None)
    return prime or (alike[0] if len(alike) == 1 else None)
