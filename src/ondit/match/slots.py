"""Compare two claim mentions slot by slot: who, did what, to whom, where, how many."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from ondit.languages.acts import load_acts
from ondit.match.meaning.concepts import acts_and_things, concepts_of
from ondit.match.meaning.keys import CONCEPT
from ondit.match.meaning.participants import named_things, names_only, participants, speaks_of_another
from ondit.model.claim import Mention, Quantity

_SHORTEST_ACRONYM = 2
_BOTH = 2
_SMALLEST_FIGURE = 13

AGREE, DIFFER, PART = "agree", "differ", "part"


class Around(msgspec.Struct, frozen=True):
    """All names of the articles that two mentions stand in: a place that the other article names too is no
    other place ("Norway" beside "Bergen")."""

    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Which slots of two mentions agree, which differ, and which are at odds, so that they speak for two
    claims.

    A slot that one of the two leaves open is in none of them. Quantities and polarity are never at odds:
    another figure is drift, another polarity a denial.
    """

    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    part: tuple[str, ...] = ()


def compare(one: Mention, other: Mention, around: Around | None = None) -> Comparison:
    """Compare two mentions, of one language or two, slot by slot. `SLOTS` says what each slot is."""
    around = around or Around()
    verdicts = [(slot, verdict(one, other, around)) for slot, verdict in SLOTS.items()]
    return Comparison(
        agree=tuple(slot for slot, verdict in verdicts if verdict == AGREE),
        differ=tuple(slot for slot, verdict in verdicts if verdict == DIFFER),
        part=tuple(slot for slot, verdict in verdicts if verdict == PART),
    )


def shared_names(names: Sequence[str], others: Sequence[str]) -> float | None:
    """Return the share of the shorter list of names that the longer has too; None when one is empty."""
    if not names or not others:
        return None
    fewer, more = sorted((names, others), key=len)
    return sum(any(same_name(name, other) for other in more) for name in fewer) / len(fewer)


@lru_cache(maxsize=200_000)
def same_name(name: str, other: str) -> bool:
    """Tell whether two folded names can be one: all words of the shorter in the longer, or its initials."""
    words, others = sorted((name.split(), other.split()), key=len)
    if set(words) <= set(others):
        return True
    initials = "".join(word[0] for word in others)
    return len(words) == 1 and len(words[0]) >= _SHORTEST_ACRONYM and _is_subsequence(words[0], initials)


def _is_subsequence(acronym: str, initials: str) -> bool:
    """Tell whether the letters of an acronym are initials in order, all but one of them ("hts", h t a s)."""
    letters = iter(initials)
    return len(initials) - len(acronym) <= 1 and all(letter in letters for letter in acronym)


def _names(one: Mention, other: Mention, around: Around) -> str:
    if one.language != other.language:
        return ""
    shared = shared_names(one.names, other.names)
    if shared is None:
        return ""
    return AGREE if shared else DIFFER


def _strangers(one: Mention, other: Mention, around: Around) -> str:
    """Each has a name that the other's article never gives."""
    if one.language != other.language or not one.names or not other.names:
        return ""
    apart = _is_strange(one.names, around.other) and _is_strange(other.names, around.one)
    return DIFFER if apart else ""


def _is_strange(names: Iterable[str], known: Sequence[str]) -> bool:
    return any(not any(same_name(name, other) for other in known) for name in names)


def _places(one: Mention, other: Mention, around: Around) -> str:
    """Where it is. At odds when neither article knows the other's places."""
    if not one.places or not other.places:
        return ""
    if shared_names(one.places, other.places):
        return AGREE
    known = shared_names(one.places, around.other) or shared_names(other.places, around.one)
    return DIFFER if known else PART


def _predicate(one: Mention, other: Mention, around: Around) -> str:
    """The main event, by its lemma or its concept. Left open where other words tell of an act in common."""
    if not one.predicate or not other.predicate:
        return ""
    if _said((one.predicate,), one.language) & _said((other.predicate,), other.language):
        return AGREE
    return "" if acts_and_things(one)[0] & acts_and_things(other)[0] else DIFFER


def _acts(one: Mention, other: Mention, around: Around) -> str:
    """The acts that are spoken of. At odds when one speaks of the opposite of the other's: "withdrew its
    approval" beside "approved"."""
    acts = load_acts()
    first, second = acts_and_things(one)[0], acts_and_things(other)[0]
    if first and second and acts.are_opposite(first - second, second):
        return PART
    if first and second and acts.are_opposite(second - first, first):
        return PART
    return _alike(first, second)


def _things(one: Mention, other: Mention, around: Around) -> str:
    return _alike(acts_and_things(one)[1], acts_and_things(other)[1])


def _named_things(one: Mention, other: Mention, around: Around) -> str:
    """Things of one kind, by the name beside them. At odds when they have none in common: "the Kelmen dam",
    "a dam at Oruk"."""
    first = named_things(one.text, (*one.names, *one.context, *around.one), one.language)
    second = named_things(other.text, (*other.names, *other.context, *around.other), other.language)
    kinds = first.keys() & second.keys()
    if not kinds:
        return ""
    return AGREE if any(first[kind] & second[kind] for kind in kinds) else PART


def _another(one: Mention, other: Mention, around: Around) -> str:
    """Only one of the two speaks of one more of a kind: "a second dam"."""
    apart = speaks_of_another(one.text, one.language) != speaks_of_another(other.text, other.language)
    return DIFFER if apart else ""


def _agents(one: Mention, other: Mention, around: Around) -> str:
    return _alike(_said(one.agents, one.language), _said(other.agents, other.language))


def _patients(one: Mention, other: Mention, around: Around) -> str:
    return _alike(_said(one.patients, one.language), _said(other.patients, other.language))


def _roles(one: Mention, other: Mention, around: Around) -> str:
    """Who does it to whom. At odds when each one's sufferer is the other's doer: "A sued B", "B sued A"."""
    doers, sufferers = _said(one.agents, one.language), _said(one.patients, one.language)
    others, their_sufferers = _said(other.agents, other.language), _said(other.patients, other.language)
    both, theirs = doers & sufferers, others & their_sufferers
    crossed = bool((doers - both) & (their_sufferers - theirs)) + bool((sufferers - both) & (others - theirs))
    along = bool((doers - both) & (others - theirs)) + bool((sufferers - both) & (their_sufferers - theirs))
    if crossed > along:
        return PART if crossed == _BOTH else ""
    return AGREE if along == _BOTH else ""


def _order(one: Mention, other: Mention, around: Around) -> str:
    """In which order the participants come, who does it before whom it is done to."""
    return _in_order(participants(one), participants(other))


def _names_order(one: Mention, other: Mention, around: Around) -> str:
    """The same for names alone, which are surer to be participants."""
    return _in_order(names_only(participants(one)), names_only(participants(other)))


def _in_order(keys: Sequence[str], others: Sequence[str]) -> str:
    place = {key: at for at, key in enumerate(others)}
    pairs = list(combinations([place[key] for key in keys if key in place], 2))
    along = sum(first < second for first, second in pairs)
    if 2 * along == len(pairs):
        return ""
    return AGREE if 2 * along > len(pairs) else DIFFER


def _quantities(one: Mention, other: Mention, around: Around) -> str:
    """How many, by value, of figures that are not shared by chance; values of other things do not meet."""
    return _counted(one, other, lambda value: value >= _SMALLEST_FIGURE)


def _few(one: Mention, other: Mention, around: Around) -> str:
    """The same for small figures, which are often shared by chance."""
    return _counted(one, other, lambda value: value < _SMALLEST_FIGURE)


def _counted(one: Mention, other: Mention, counts: Callable[[float], bool]) -> str:
    pairs = [(first, second) for first in one.quantities for second in other.quantities]
    shared = [
        (first, second)
        for first, second in pairs
        if any(counts(value) for value in _values(first) & _values(second))
    ]
    if any(_same_unit((first, one.language), (second, other.language)) for first, second in shared):
        return AGREE
    return DIFFER if any(counts(first.value) and counts(second.value) for first, second in pairs) else ""


def _values(quantity: Quantity) -> set[float]:
    return {value for value in (quantity.value, quantity.upper) if value is not None}


def _same_unit(one: tuple[Quantity, str], other: tuple[Quantity, str]) -> bool:
    """Tell whether two quantities, each with its language, can count the same thing."""
    (first, language), (second, other_language) = one, other
    if not first.unit or not second.unit or language != other_language:
        return True
    return bool(_said((first.unit,), language) & _said((second.unit,), other_language))


def _units(one: Mention, other: Mention, around: Around) -> str:
    return _alike(_units_of(one), _units_of(other))


def _units_of(mention: Mention) -> frozenset[str]:
    return _said(tuple(one.unit for one in mention.quantities if one.unit), mention.language)


def _polarity(one: Mention, other: Mention, around: Around) -> str:
    return AGREE if one.polarity is other.polarity else DIFFER


def _alike(first: frozenset[str], second: frozenset[str]) -> str:
    if not first or not second:
        return ""
    return AGREE if first & second else DIFFER


@lru_cache(maxsize=1 << 16)
def _said(phrases: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the words of some phrases and the concepts they stand for."""
    words = [word for phrase in phrases for word in phrase.split()]
    return frozenset(
        (*words, *(CONCEPT + concept for word in words for concept in concepts_of(word, language)))
    )


SLOTS: dict[str, Callable[[Mention, Mention, Around], str]] = {
    "names": _names,
    "strangers": _strangers,
    "places": _places,
    "predicate": _predicate,
    "acts": _acts,
    "things": _things,
    "named things": _named_things,
    "another": _another,
    "agents": _agents,
    "patients": _patients,
    "roles": _roles,
    "order": _order,
    "names order": _names_order,
    "quantities": _quantities,
    "small quantities": _few,
    "units": _units,
    "polarity": _polarity,
}
"""The slots by name, each with the function that compares it; an empty answer leaves it open."""
