"""The traits of a mention: all that is compared slot by slot, made ready once."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

import msgspec

from ondit.languages.acts import load_acts
from ondit.match.meaning.concepts import acts_and_things, concepts_of
from ondit.match.meaning.keys import CONCEPT
from ondit.match.meaning.named import Names, names_of
from ondit.match.meaning.participants import named_things, names_only, participants, speaks_of_another
from ondit.model.claim import Mention, Quantity
from ondit.text.fold import folded_words


class Figure(msgspec.Struct, frozen=True):
    """A quantity: its value, both its values where it is a range, and what is said to be counted."""

    value: float
    values: frozenset[float]
    unit: frozenset[str]


class Wording:
    """What the words of a mention tell in their order, read when it is first asked for: many are told apart
    before."""

    def __init__(self, mention: Mention, around: Names) -> None:
        self._mention, self._around = mention, around
        self._words = folded_words(mention.text)

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """The names next to things."""
        own = {word for name in self._mention.context for word in name.split()}
        return named_things(self._words, own | self._around.words, self._mention.language)

    @cached_property
    def another(self) -> bool:
        """Whether it speaks of one more of a kind."""
        return speaks_of_another(self._words, self._mention.language)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The places of its participants, by their keys."""
        return {key: at for at, key in enumerate(participants(self._mention, self._words))}

    @cached_property
    def names_order(self) -> Mapping[str, int]:
        """The same of those that are names."""
        return {key: at for at, key in enumerate(names_only(tuple(self.order)))}


class Traits(msgspec.Struct, frozen=True, kw_only=True):
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
    wording: Wording


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
        opposites=load_acts().opposites_of(acts),
        things=things,
        agents=agents,
        patients=patients,
        doers=agents - patients,
        sufferers=patients - agents,
        figures=figures,
        units=frozenset().union(*(one.unit for one in figures)),
        wording=Wording(mention, around),
    )


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
