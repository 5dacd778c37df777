"""What one item counts for, figure by figure.

A count is (right among found, found, right among marked, marked): the first two give precision, the last
two recall. Counts of items are added up before a figure is taken (micro average). A name with a slash is one
class of a figure that is averaged over its classes (macro average).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from eval.marks.records import CueClass, SourceClass
from eval.score.matching import matched, overlap_pairs, same_content, same_source
from eval.score.said import Said, Words
from ondit.model.attribution import Manner, Polarity

Count = tuple[float, float, float, float]
Counts = dict[str, Count]

ROLES = ("cue", "source", "content")
SPEECH = {CueClass.SAY, CueClass.ACCORDING, CueClass.MARK, CueClass.AS, CueClass.CITING}
"""Cues of speech proper, the slice that other systems aim at."""
NAMELESS = {SourceClass.UNNAMED, SourceClass.NONE}


def score_item(gold: Sequence[Said], found: Sequence[Said]) -> Counts:
    """Return the counts of one item."""
    who_and_what = matched(gold, found)
    what = matched(gold, found, same_content)
    counts: Counts = {"attribution": _of(len(who_and_what), len(found), len(gold))}
    counts["attribution, content only"] = _of(len(what), len(found), len(gold))
    counts.update(_roles(gold, found))
    counts["nested chains"] = _chains(gold, found)
    counts["unnamed or no source"] = _slice(gold, found, (who_and_what, what), NAMELESS)
    counts["no source"] = _slice(gold, found, (who_and_what, what), {SourceClass.NONE})
    counts.update(_recalls(gold, who_and_what))
    counts.update(_factuality([(gold[left], found[right]) for left, right in what.items()]))
    counts.update(_sources([(gold[left], found[right]) for left, right in who_and_what.items()]))
    if not gold:
        counts["silent where nobody speaks"] = _of(not found, 1, 1)
    return counts


def _of(right: float, found: float, marked: float) -> Count:
    return (right, found, right, marked)


def _roles(gold: Sequence[Said], found: Sequence[Said]) -> Iterator[tuple[str, Count]]:
    for role in ROLES:
        marked: list[Words] = [words for one in gold if (words := getattr(one, role))]
        seen: list[Words] = [words for one in found if (words := getattr(one, role))]
        right = (Counter(marked) & Counter(seen)).total()
        yield f"{role}, exact", _of(right, len(seen), len(marked))
        pairs = [(marked[left], seen[right]) for left, right in overlap_pairs(marked, seen)]
        yield (
            f"{role}, partial",
            (
                sum(len(one & other) / len(other) for one, other in pairs),
                len(seen),
                sum(len(one & other) / len(one) for one, other in pairs),
                len(marked),
            ),
        )


def _chains(gold: Sequence[Said], found: Sequence[Said]) -> Count:
    """Count the chains of two or more sources that are right from the innermost to the outermost."""
    marked, seen = chains_of(gold), chains_of(found)
    used: set[int] = set()
    for chain in marked:
        for place, other in enumerate(seen):
            if place not in used and _same_chain(chain, other):
                used.add(place)
                break
    return _of(len(used), len(seen), len(marked))


def chains_of(attributions: Sequence[Said]) -> list[list[Said]]:
    """Return the chains of length two and more, each from an innermost attribution outwards."""
    parents = {one.parent for one in attributions}
    chains = []
    for place, one in enumerate(attributions):
        if place in parents or one.parent is None:
            continue
        chain = [one]
        while (above := chain[-1].parent) is not None and len(chain) <= len(attributions):
            chain.append(attributions[above])
        chains.append(chain)
    return chains


def _same_chain(one: list[Said], other: list[Said]) -> bool:
    return (
        len(one) == len(other)
        and same_content(one[0], other[0])
        and all(same_source(a.source, b.source) for a, b in zip(one, other, strict=True))
    )


def _slice(
    gold: Sequence[Said],
    found: Sequence[Said],
    pairings: tuple[dict[int, int], dict[int, int]],
    classes: set[SourceClass],
) -> Count:
    """Count attributions whose marked source is of some classes.

    Found ones count when they share the content of such an attribution, or share nobody's content and are
    of these classes themselves; those that belong to another marked attribution neither help nor harm.
    """
    who_and_what, what = pairings
    mine = {place for place, one in enumerate(gold) if one.source_class in classes}
    right = {place for place in mine if place in who_and_what}
    answers = {who_and_what[place] for place in right}
    answers |= {what[place] for place in mine - right if place in what}
    strays = set(range(len(found))) - set(what.values()) - set(who_and_what.values())
    strays = {place for place in strays if found[place].source_class in classes}
    return _of(len(right), len(answers | strays), len(mine))


def _recalls(gold: Sequence[Said], who_and_what: dict[int, int]) -> Iterator[tuple[str, Count]]:
    """Yield recall of whole attributions by manner, cue and source; what is found has no say in these."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for place, one in enumerate(gold):
        names = [f"{manner.value} speech" for manner in Manner if one.manner is manner]
        names.append(f"cue: {one.cue_class.value}" if one.cue_class else "cue: unknown")
        names.append(f"source: {one.source_class.value}")
        if one.cue_class in SPEECH:
            names.append("speech cues only")
        for name in names:
            counts[f"recall, {name}"][0] += place in who_and_what
            counts[f"recall, {name}"][1] += 1
    for name, (right, marked) in counts.items():
        yield name, (0, 0, right, marked)


def _factuality(pairs: Sequence[tuple[Said, Said]]) -> Iterator[tuple[str, Count]]:
    """Yield how well the values are told apart on contents that were found, whoever the source."""
    negative = [
        (one.polarity is Polarity.NEGATIVE, other.polarity is Polarity.NEGATIVE) for one, other in pairs
    ]
    yield "polarity, negative", _agree(negative)
    for name in ("certainty", "distance", "manner"):
        values = [(getattr(one, name), getattr(other, name)) for one, other in pairs]
        for value in sorted({value for pair in values for value in pair}):
            yield f"{name}/{value.value}", _agree([(a is value, b is value) for a, b in values])


def _sources(pairs: Sequence[tuple[Said, Said]]) -> Iterator[tuple[str, Count]]:
    """Yield how well sources of right attributions are understood: their kind, who is meant, who is told."""
    kinds = [one.source_class is other.source_class for one, other in pairs if one.source]
    yield "kind of source", _of(sum(kinds), len(kinds), len(kinds))
    meant = [_names_meet(one.who, other.who) for one, other in pairs if one.who]
    yield "who a pronoun or short form means", _of(sum(meant), len(meant), len(meant))
    told = [(bool(one.addressee), bool(other.addressee)) for one, other in pairs]
    right = sum(bool(one.addressee & other.addressee) for one, other in pairs)
    yield "addressee", _of(right, sum(b for _, b in told), sum(a for a, _ in told))


def _agree(values: Sequence[tuple[bool, bool]]) -> Count:
    both = sum(a and b for a, b in values)
    return _of(both, sum(b for _, b in values), sum(a for a, _ in values))


def _names_meet(one: str, other: str) -> bool:
    articles = {"the", "a", "an", "of"}
    return bool((set(one.casefold().split()) & set(other.casefold().split())) - articles)
