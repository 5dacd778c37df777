"""The same quoted words have the same mouth."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ondit.assess.witness import Witness

SHORTEST = 5
"""Words in a row that two mouths do not choose alike by chance (MODEL.md's verbatim quotation)."""

LONG = 8
"""Words in a row that prove one mouth even where they are a small part of both quotations. Below that they
must be half of the shorter one, or a set phrase would join two mouths."""

RETOLD_WORDS = 10
"""Words that two wordings of one quotation share in the same order at least. Two translations of one sentence
share 11 to 16 of some twenty; what different people say on one matter shares 5 or 6, mostly small words."""

RETOLD_SHARE = 0.6
"""The part of the shorter quotation that those words must be."""

COMMON = 64
"""Quotations that hold a word from which it is no clue to which others are like this one."""

Words = tuple[str, ...]


def shared_quotations(witnesses: Iterable[Witness]) -> Iterator[tuple[Witness, Witness, str]]:
    """Yield pairs of origins that speak the same words, with those words.

    Two described sources, or two named ones, never one of each: a name is not given to an unnamed source.
    Each pair may come once for every quotation that they share; of many that share one quotation each is
    paired with the first only.
    """
    holders: dict[tuple[bool, Words], Witness] = {}
    buckets: dict[tuple[bool, Words], list[Words]] = {}
    for witness in witnesses:
        for words in witness.quotations:
            key = (witness.is_described, words)
            if len(words) < SHORTEST:
                continue
            if key in holders:
                if holders[key].node.id != witness.node.id:
                    yield holders[key], witness, " ".join(words)
                continue
            holders[key] = witness
            for other in _alike(words, witness.is_described, buckets):
                run = longest_run(words, other)
                if is_telling(len(run), min(len(words), len(other))):
                    yield holders[witness.is_described, other], witness, " ".join(run)
            for place in range(len(words) - SHORTEST + 1):
                shingle = words[place : place + SHORTEST]
                buckets.setdefault((witness.is_described, shingle), []).append(words)


def _alike(words: Words, described: bool, buckets: dict[tuple[bool, Words], list[Words]]) -> list[Words]:
    """Return the quotations met before that share some run of words, in the order they were met."""
    met: dict[Words, None] = {}
    for place in range(len(words) - SHORTEST + 1):
        met.update(dict.fromkeys(buckets.get((described, words[place : place + SHORTEST]), ())))
    return list(met)


def longest_run(one: Words, other: Words) -> Words:
    """Return the longest run of words that two quotations share."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


def is_telling(run: int, shorter: int) -> bool:
    """Tell whether a run of so many words proves one mouth, given the words of the shorter quotation."""
    return run >= LONG or (run >= SHORTEST and 2 * run >= shorter)


def retold_quotations(witnesses: Iterable[Witness]) -> Iterator[tuple[Witness, Witness, str]]:
    """Yield pairs of described sources that speak one quotation in two wordings, with the words in common.

    So it is where both are translations, or one is a light rewrite: most words are the same, in one order.
    Each quotation is compared with those before it that share enough words to be its like.
    """
    holders: dict[Words, Witness] = {}
    postings: dict[str, list[Words]] = {}
    for witness in witnesses:
        for words in witness.quotations if witness.is_described else ():
            if len(words) < RETOLD_WORDS or words in holders:
                continue
            holders[words] = witness
            met = Counter(
                other
                for word in set(words)
                for other in _clues(word, postings)
                if holders[other] is not witness
            )
            for other, shared in met.items():
                common = words_in_order(words, other) if 2 * shared >= RETOLD_WORDS else ()
                if len(common) >= max(RETOLD_WORDS, RETOLD_SHARE * min(len(words), len(other))):
                    yield holders[other], witness, " ".join(common)
            for word in set(words):
                postings.setdefault(word, []).append(words)


def _clues(word: str, postings: dict[str, list[Words]]) -> list[Words]:
    found = postings.get(word, [])
    return found if len(found) <= COMMON else []


def words_in_order(one: Words, other: Words) -> Words:
    """Return the words that two quotations share in the same order, the longest runs first."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return tuple(word for block in blocks for word in one[block.a : block.a + block.size])
