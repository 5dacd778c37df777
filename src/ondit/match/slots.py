"""Compare two claim mentions slot by slot: who, what, to whom, where, how many."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from ondit.model.claim import Mention, Quantity

_SHORTEST_ACRONYM = 2


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Which slots of two mentions agree, which differ, and which differ so that they are two claims.

    Slots are names, places, predicate, agents, quantities, polarity and roles. Quantities and polarity never
    part: another figure is drift, another polarity a denial. `names_shared` is the share (0 to 1) of the
    names of the mention with fewer that the other has too, None when one has none.
    """

    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    names_shared: float | None = None


def compare(
    one: Mention, other: Mention, *, around_one: Sequence[str], around_other: Sequence[str]
) -> Comparison:
    """Compare two mentions. `around_…` are all names of the article that each stands in: a place that the
    other article names too is no other place ("Syria" beside "Idlib")."""
    verdicts = {
        "names": _names_verdict(one, other),
        "places": _places_verdict(one, other, around_one, around_other),
        "predicate": _verdict(one.predicate, other.predicate),
        "agents": _agents_verdict(one.agents, other.agents),
        "quantities": _quantities_verdict(one.quantities, other.quantities),
        "polarity": "agree" if one.polarity is other.polarity else "differ",
        "roles": "part" if _is_reversed(one, other) else "",
    }
    return Comparison(
        agree=tuple(slot for slot, verdict in verdicts.items() if verdict == "agree"),
        differ=tuple(slot for slot, verdict in verdicts.items() if verdict == "differ"),
        part=tuple(slot for slot, verdict in verdicts.items() if verdict == "part"),
        names_shared=shared_names(one.names, other.names),
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


def _names_verdict(one: Mention, other: Mention) -> str:
    shared = shared_names(one.names, other.names)
    if shared is None:
        return ""
    return "agree" if shared > 0 else "differ"


def _agents_verdict(agents: Sequence[str], others: Sequence[str]) -> str:
    shared = shared_names(agents, others)
    if shared is None:
        return ""
    return "agree" if shared else "differ"


def _places_verdict(
    one: Mention, other: Mention, around_one: Sequence[str], around_other: Sequence[str]
) -> str:
    if not one.places or not other.places:
        return ""
    if shared_names(one.places, other.places):
        return "agree"
    known = shared_names(one.places, around_other) or shared_names(other.places, around_one)
    return "differ" if known else "part"


def _quantities_verdict(quantities: Sequence[Quantity], others: Sequence[Quantity]) -> str:
    if not quantities or not others:
        return ""
    values = {quantity.value for quantity in quantities}
    return "agree" if values & {quantity.value for quantity in others} else "differ"


def _verdict(one: str, other: str) -> str:
    if not one or not other:
        return ""
    return "agree" if one == other else "differ"


def _is_reversed(one: Mention, other: Mention) -> bool:
    """Tell whether the same is done by the one's sufferer to its doer: "A sued B", "B sued A"."""
    return (
        one.predicate == other.predicate
        and bool(shared_names(one.agents, other.patients))
        and bool(shared_names(one.patients, other.agents))
        and not (shared_names(one.agents, other.agents) and shared_names(one.patients, other.patients))
    )
