"""What a story counts for: its edges, origins, range and the rest, by the gold."""

from collections.abc import Callable, Iterator, Mapping

from eval.marks.case_marks import Case
from eval.score.scoring import Count, Counts
from eval.traced.answered import Answered, several
from eval.traced.edges import given_edges, wanted_edges
from eval.traced.names import Names
from ondit.model.claim import Voice

MOST_EXTRA = 2
"""Values and first pages that an answer may give beside the right ones: more is a guess at all of them."""
SCALES = (1.0, 1e3, 1e6, 1e9)
"""A gold value may be written in thousands, millions or billions."""


def score_case(case: Case, answer: Answered) -> Counts:
    """Return the counts of one story."""
    names, gold = Names(case), case.gold
    counts: Counts = {"carriers": _sets(set(answer.carriers), set(gold.carriers))}
    counts.update(_edges(case, answer, names))
    counts.update(_origins(case, answer, names))
    counts.update(_range(case, answer))
    right_first = bool(set(answer.first) & set(gold.first_published_any))
    few = len(answer.first) <= len(gold.first_published_any) + MOST_EXTRA
    counts["first in this collection"] = _right(right_first and few)
    counts["denials"] = _sets(
        set(_denials(case, answer, names)), {names.key(one.who) for one in gold.denials}
    )
    counts["voice"] = _voices(gold.hedge, answer.voices)
    counts["numbers"] = _numbers(gold.numbers, answer.numbers)
    return counts


def _sets(found: set[str] | set[tuple[str, str]], marked: set[str] | set[tuple[str, str]]) -> Count:
    right = len([one for one in found if one in marked])
    return (right, len(found), right, len(marked))


def _right(right: float) -> Count:
    return (right, 1, right, 1)


def _edges(case: Case, answer: Answered, names: Names) -> Counts:
    """Return the counts of edges: all, strictly, those that start at a named outlet or source instead of a
    page, and copies, whichever of the two came first."""
    wanted = wanted_edges(case, names)
    given = given_edges(answer.edges, wanted, names)
    strict = {edge for edge in given if edge not in wanted.free or edge in wanted.context}
    plain = given - wanted.free
    inner = {edge for edge in wanted.must if not edge[0].startswith("#")}
    copies = {frozenset(map(names.key, pair)) for pair in answer.copies}
    marked = {frozenset(map(names.key, (one.taker, one.giver))) for one in case.gold.copies}
    return {
        "edges": _sets(plain, set(wanted.must)),
        "edges, strict": _sets(strict, set(wanted.must)),
        "edges, second hop": _sets({edge for edge in plain if not edge[0].startswith("#")}, inner),
        "copies": (len(copies & marked), len(copies), len(copies & marked), len(marked)),
    }


def _origins(case: Case, answer: Answered, names: Names) -> Counts:
    """Return the counts of origins, and of their kinds among all that are marked. An origin is right when one
    of its wordings is marked; every marked one among its wordings is found."""
    marked = {names.key(one.name): one.kind for one in case.gold.origins}
    given = [({names.key(name) for name in one.names}, one.kind) for one in answer.origins]
    right = sum(bool(keys & set(marked)) for keys, _ in given)
    found = set().union(*(keys & set(marked) for keys, _ in given))
    kinds = sum(any(name in keys and kind == marked[name] for keys, kind in given) for name in marked)
    return {
        "origins": (right, len(given), len(found), len(marked)),
        "kind of origin": (kinds, len(marked), kinds, len(marked)),
    }


def _range(case: Case, answer: Answered) -> Counts:
    """Return whether the range holds the marked number, or meets the marked range where that is not settled,
    and the share of whole numbers in either range that lie in both."""
    low, high = case.gold.independent_origins_range
    if answer.low is None or answer.high is None:
        return {"range hit": _right(0), "range overlap": _right(0)}
    common = max(0, min(high, answer.high) - max(low, answer.low) + 1)
    whole = max(high, answer.high) - min(low, answer.low) + 1
    return {"range hit": _right(common > 0), "range overlap": _right(common / whole)}


def _denials(case: Case, answer: Answered, names: Names) -> Iterator[str]:
    """Yield the keys of those who deny; a page that carries one denial only may stand for its denier."""
    carried: dict[str, set[str]] = {}
    for denial in case.gold.denials:
        for page in denial.articles:
            carried.setdefault(f"#{page}", set()).add(names.key(denial.who))
    for name in answer.denials:
        key = names.key(name)
        yield next(iter(carried[key])) if len(carried.get(key, ())) == 1 else key


def _voices(marked: Mapping[str, Voice | tuple[Voice, ...]], found: Mapping[str, Voice]) -> Count:
    return _told(marked, found, lambda right, given: given in several(right))


def _numbers(
    marked: Mapping[str, float | tuple[float, ...]], found: Mapping[str, tuple[float, ...]]
) -> Count:
    return _told(marked, {page: values for page, values in found.items() if values}, _same_values)


def _told(marked: Mapping[str, object], found: Mapping[str, object], same: Callable[..., bool]) -> Count:
    right = sum(page in found and same(value, found[page]) for page, value in marked.items())
    return (right, len(marked), right, len(marked))


def _same_values(marked: float | tuple[float, ...], found: tuple[float, ...]) -> bool:
    wanted = several(marked)
    few = len(set(found)) <= len(wanted) + MOST_EXTRA
    return few and any({value * scale for value in wanted} <= set(found) for scale in SCALES)
