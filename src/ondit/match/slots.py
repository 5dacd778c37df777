"""Compare two claim mentions slot by slot: who, did what, to whom, where, how many."""

from bisect import bisect
from collections.abc import Callable, Mapping

import msgspec

from ondit.match.meaning.named import has_stranger, share_name
from ondit.match.meaning.traits import Figure, Traits

_BOTH = 2
_SMALLEST_FIGURE = 13

AGREE, DIFFER, PART = "agree", "differ", "part"


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Which slots of two mentions agree, which differ, and which are at odds, so that they speak for two
    claims.

    A slot that one of the two leaves open is in none of them. Quantities and polarity are never at odds:
    another figure is drift, another polarity a denial.
    """

    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    part: tuple[str, ...] = ()


def compare(one: Traits, other: Traits) -> Comparison:
    """Compare two mentions, of one language or two, slot by slot. `SLOTS` says what each slot is."""
    verdicts = [(name, slot.compare(one, other)) for name, slot in SLOTS.items()]
    return Comparison(
        agree=tuple(slot for slot, verdict in verdicts if verdict == AGREE),
        differ=tuple(slot for slot, verdict in verdicts if verdict == DIFFER),
        part=tuple(slot for slot, verdict in verdicts if verdict == PART),
    )


def _names(one: Traits, other: Traits) -> str:
    if not one.names.listed or not other.names.listed or one.mention.language != other.mention.language:
        return ""
    return AGREE if share_name(one.names, other.names) else DIFFER


def _strangers(one: Traits, other: Traits) -> str:
    """Each has a name that the other's article never gives."""
    if not one.names.listed or not other.names.listed or one.mention.language != other.mention.language:
        return ""
    apart = has_stranger(one.names, other.around) and has_stranger(other.names, one.around)
    return DIFFER if apart else ""


def _places(one: Traits, other: Traits) -> str:
    """Where it is. At odds when neither article knows the other's places: a place that the other article
    names too is no other place ("Norway" beside "Bergen")."""
    if not one.places.listed or not other.places.listed:
        return ""
    if share_name(one.places, other.places):
        return AGREE
    return DIFFER if share_name(one.places, other.around) or share_name(other.places, one.around) else PART


def _predicate(one: Traits, other: Traits) -> str:
    """The main event, by its lemma or its concept. Left open where other words tell of an act in common."""
    if not one.predicate or not other.predicate:
        return ""
    if not one.predicate.isdisjoint(other.predicate):
        return AGREE
    return DIFFER if one.acts.isdisjoint(other.acts) else ""


def _acts(one: Traits, other: Traits) -> str:
    """The acts that are spoken of. At odds when one speaks of the opposite of the other's: "withdrew its
    approval" beside "approved"."""
    first, second = one.acts, other.acts
    if not one.opposites.isdisjoint(second) and (
        (second & one.opposites) - first or (first & other.opposites) - second
    ):
        return PART
    return _alike(first, second)


def _things(one: Traits, other: Traits) -> str:
    return _alike(one.things, other.things)


def _named_things(one: Traits, other: Traits) -> str:
    """Things of one kind, by the name beside them. At odds when they have none in common: "the Kelmen dam",
    "a dam at Oruk"."""
    first, second = one.telling.wording.called, other.telling.wording.called
    kinds = first.keys() & second.keys() if first and second else ()
    if not kinds:
        return ""
    return AGREE if any(first[kind] & second[kind] for kind in kinds) else PART


def _another(one: Traits, other: Traits) -> str:
    """Only one of the two speaks of one more of a kind: "a second dam"."""
    return DIFFER if one.telling.wording.another != other.telling.wording.another else ""


def _agents(one: Traits, other: Traits) -> str:
    return _alike(one.agents, other.agents)


def _patients(one: Traits, other: Traits) -> str:
    return _alike(one.patients, other.patients)


def _roles(one: Traits, other: Traits) -> str:
    """Who does it to whom. At odds when each one's sufferer is the other's doer: "A sued B", "B sued A"."""
    crossed = _meet(one.doers, other.sufferers) + _meet(one.sufferers, other.doers)
    along = _meet(one.doers, other.doers) + _meet(one.sufferers, other.sufferers)
    if crossed > along:
        return PART if crossed == _BOTH else ""
    return AGREE if along == _BOTH else ""


def _meet(ones: frozenset[str], others: frozenset[str]) -> bool:
    return not ones.isdisjoint(others)


def _order(one: Traits, other: Traits) -> str:
    """In which order the participants come, who does it before whom it is done to."""
    return _in_order(one.telling.wording.order, other.telling.wording.order)


def _names_order(one: Traits, other: Traits) -> str:
    """The same for names alone, which are surer to be participants."""
    return _in_order(one.telling.wording.names_order, other.telling.wording.names_order)


def _in_order(places: Mapping[str, int], others: Mapping[str, int]) -> str:
    met = [others[key] for key in places if key in others]
    if len(met) < _BOTH:
        return ""
    before: list[int] = []
    crossed = 0
    for place in met:
        at = bisect(before, place)
        crossed += len(before) - at
        before.insert(at, place)
    along = len(met) * (len(met) - 1) // 2 - 2 * crossed
    return (AGREE if along > 0 else DIFFER) if along else ""


def _quantities(one: Traits, other: Traits) -> str:
    """How many, by value, of figures that are not shared by chance; values of other things do not meet."""
    return _counted(one, other, lambda value: value >= _SMALLEST_FIGURE)


def _few(one: Traits, other: Traits) -> str:
    """The same for small figures, which are often shared by chance."""
    return _counted(one, other, lambda value: value < _SMALLEST_FIGURE)


def _counted(one: Traits, other: Traits, counts: Callable[[float], bool]) -> str:
    if not one.figures or not other.figures:
        return ""
    pairs = [(first, second) for first in one.figures for second in other.figures]
    foreign = one.mention.language != other.mention.language
    for first, second in pairs:
        if any(map(counts, first.values & second.values)) and (foreign or _can_count_one(first, second)):
            return AGREE
    return DIFFER if any(counts(first.value) and counts(second.value) for first, second in pairs) else ""


def _can_count_one(one: Figure, other: Figure) -> bool:
    """Tell whether two quantities of one language can count the same thing."""
    return not one.unit or not other.unit or not one.unit.isdisjoint(other.unit)


def _units(one: Traits, other: Traits) -> str:
    return _alike(one.units, other.units)


def _polarity(one: Traits, other: Traits) -> str:
    return AGREE if one.mention.polarity is other.mention.polarity else DIFFER


def _alike(first: frozenset[str], second: frozenset[str]) -> str:
    if not first or not second:
        return ""
    return DIFFER if first.isdisjoint(second) else AGREE


class Slot(msgspec.Struct, frozen=True):
    """How a slot is compared, with an empty answer where it is left open, and what a mention must have for
    it: where one of two has nothing, the slot is open."""

    compare: Callable[[Traits, Traits], str]
    needs: Callable[[Traits], object]


SLOTS: dict[str, Slot] = {
    "names": Slot(_names, lambda one: one.names.listed),
    "strangers": Slot(_strangers, lambda one: one.names.listed),
    "places": Slot(_places, lambda one: one.places.listed),
    "predicate": Slot(_predicate, lambda one: one.predicate),
    "acts": Slot(_acts, lambda one: one.acts),
    "things": Slot(_things, lambda one: one.things),
    "named things": Slot(_named_things, lambda one: one.things),
    "another": Slot(_another, lambda one: True),
    "agents": Slot(_agents, lambda one: one.agents),
    "patients": Slot(_patients, lambda one: one.patients),
    "roles": Slot(_roles, lambda one: one.doers or one.sufferers),
    "order": Slot(_order, lambda one: True),
    "names order": Slot(_names_order, lambda one: True),
    "quantities": Slot(_quantities, lambda one: one.figures),
    "small quantities": Slot(_few, lambda one: one.figures),
    "units": Slot(_units, lambda one: one.units),
    "polarity": Slot(_polarity, lambda one: True),
}
"""The slots by name."""


def filled(traits: Traits) -> int:
    """Return which slots a mention has something for: a bit for each, in the order of `SLOTS`."""
    return sum(1 << at for at, slot in enumerate(SLOTS.values()) if slot.needs(traits))
