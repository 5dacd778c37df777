"""The traits of a mention: all that is compared slot by slot, made ready once."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from ondit.languages.acts import opposites_of
from ondit.match.meaning.concepts import acts_and_things, concepts_of
from ondit.match.meaning.keys import CONCEPT
from ondit.match.meaning.named import Names, names_of
from ondit.match.meaning.participants import named_things, names_only, participants, speaks_of_another
from ondit.model.claim import Mention, Quantity
from ondit.text.fold import folded_words

_NONE = frozenset[str]()


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A quantity: its value, both its values where it is a range, and what is said to be counted."""

    value: float
    values: frozenset[float]
    unit: frozenset[str]


class Wording(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the words of a mention tell in their order: how things are `called`, by the names next to them,
    whether it speaks of `another` of a kind, the places of its participants by their keys, and the same of
    those that are names."""

    called: Mapping[str, frozenset[str]]
    another: bool
    order: Mapping[str, int]
    names_order: Mapping[str, int]


class Telling:
    """The wording of a mention, read when it is first asked for: many are told apart before."""

    __slots__ = ("_around", "_mention", "_wording")

    def __init__(self, mention: Mention, around: Names) -> None:
        self._mention, self._around = mention, around
        self._wording: Wording | None = None

    @property
    def wording(self) -> Wording:
        """What the words tell."""
        if self._wording is None:
            self._wording = _wording(self._mention, self._around)
        return self._wording


class Traits(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a mention says, as it is compared.

    `around` are all names of its article. `predicate`, `agents` and `patients` are words with the concepts
    they stand for, `doers` and `sufferers` those that are only one of the two. `opposites` are the acts that
    are never one of its `acts`, `units` what its `figures` count.
    """

    mention: Mention
    names: Names
    around: Names
    places: Names
    predicate: frozenset[str]
    acts: frozenset[str]
    opposites: frozenset[str]
    things: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    doers: frozenset[str]
    sufferers: frozenset[str]
    figures: tuple[Figure, ...]
    units: frozenset[str]
    telling: Telling


def traits_of(mention: Mention, around: Names) -> Traits:
    """Return the traits of a mention; `around` are all names of its article."""
    language = mention.language
    acts, things = acts_and_things(mention)
    agents, patients = said(mention.agents, language), said(mention.patients, language)
    figures = tuple(_figure(one, language) for one in mention.quantities)
    return Traits(
        mention=mention,
        names=names_of(mention.names),
        around=around,
        places=names_of(mention.places),
        predicate=said((mention.predicate,), language),
        acts=acts,
        opposites=opposites_of(acts),
        things=things,
        agents=agents,
        patients=patients,
        doers=_without(agents, patients),
        sufferers=_without(patients, agents),
        figures=figures,
        units=frozenset().union(*(one.unit for one in figures)) if figures else _NONE,
        telling=Telling(mention, around),
    )


def _without(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    return words if words.isdisjoint(others) else words - others


def _wording(mention: Mention, around: Names) -> Wording:
    words = folded_words(mention.text)
    own = {word for name in (*mention.names, *mention.context) for word in name.split()}
    order = participants(mention, words)
    return Wording(
        called=named_things(words, lambda word: word in around.words or word in own, mention.language),
        another=speaks_of_another(words, mention.language),
        order=_places(order),
        names_order=_places(names_only(order)),
    )


def _places(keys: tuple[str, ...]) -> dict[str, int]:
    return {key: at for at, key in enumerate(keys)}


def _figure(quantity: Quantity, language: str) -> Figure:
    values = {value for value in (quantity.value, quantity.upper) if value is not None}
    return Figure(quantity.value, frozenset(values), said((quantity.unit,), language))


@lru_cache(maxsize=1 << 16)
def said(phrases: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the words of some phrases and the concepts they stand for."""
    words = [word for phrase in phrases for word in phrase.split()]
    return frozenset(
        (*words, *(CONCEPT + concept for word in words for concept in concepts_of(word, language)))
    )
