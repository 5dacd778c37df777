"""Pairing what was marked with what was found, one to one."""

from collections.abc import Callable, Sequence

from eval.score.said import Said, Words

SAME_CONTENT = 0.5
"""Contents are the same when their words' Jaccard index is at least this: the measure by which PolNeAR's
annotators and all peers were compared ("who said what right")."""


def jaccard(one: Words, other: Words) -> float:
    """Return the share of the words of either that both hold, 0.0 when neither has any."""
    return len(one & other) / len(one | other) if one or other else 0.0


def same_content(one: Said, other: Said) -> bool:
    """Tell whether two attributions have the same content, edges aside."""
    return jaccard(one.content, other.content) >= SAME_CONTENT


def same_source(one: Words, other: Words) -> bool:
    """Tell whether two sources share a word, or both are empty."""
    return bool(one & other) or not (one or other)


def same_attribution(one: Said, other: Said) -> bool:
    """Tell whether two attributions say the same who and what."""
    return same_content(one, other) and same_source(one.source, other.source)


def matched(
    gold: Sequence[Said], found: Sequence[Said], same: Callable[[Said, Said], bool] = same_attribution
) -> dict[int, int]:
    """Return a largest one-to-one pairing, positions in `gold` to positions in `found`.

    Pairs of closer content are tried first, among equals those of closer source and cue. Source:
    H. W. Kuhn, "The Hungarian method for the assignment problem", 1955, in its form for yes/no conditions
    (augmenting paths).
    """
    wishes = [
        sorted(
            (place for place, other in enumerate(found) if same(one, other)),
            key=lambda place: _closeness(one, found[place]),
            reverse=True,
        )
        for one in gold
    ]
    holder: dict[int, int] = {}

    def augment(suitor: int, refused: set[int]) -> bool:
        for place in wishes[suitor]:
            if place in refused:
                continue
            refused.add(place)
            if place not in holder or augment(holder[place], refused):
                holder[place] = suitor
                return True
        return False

    for suitor in range(len(gold)):
        augment(suitor, set())
    return {suitor: place for place, suitor in holder.items()}


def _closeness(one: Said, other: Said) -> tuple[float, float, float]:
    return (
        jaccard(one.content, other.content),
        jaccard(one.source, other.source),
        jaccard(one.cue, other.cue),
    )


def overlap_pairs(gold: Sequence[Words], found: Sequence[Words]) -> list[tuple[int, int]]:
    """Return pairs of roles that share a word, greedily by Jaccard index, one to one."""
    wishes = sorted(
        (-jaccard(one, other), left, right)
        for left, one in enumerate(gold)
        for right, other in enumerate(found)
        if one & other
    )
    pairs: list[tuple[int, int]] = []
    for _, left, right in wishes:
        if all(left != taken and right != used for taken, used in pairs):
            pairs.append((left, right))
    return pairs
