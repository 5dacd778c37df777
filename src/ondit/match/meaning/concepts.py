"""The concepts that words stand for: what the acts and things of the news are called in each language."""

from collections import defaultdict
from functools import lru_cache

import msgspec

from ondit.languages import lexicon_of
from ondit.languages.acts import load_acts
from ondit.model.claim import Mention
from ondit.text.countries import without_heads
from ondit.text.fold import fold
from ondit.text.tokens import ONE_BY_ONE, is_one_by_one

_SHORT = 3
"""Letters up to which the beginning of a word says little: only as many again may follow it, so that "öl*" is
found in "ölür" and not in "ölçümler"."""


class _Table(msgspec.Struct, frozen=True):
    """Folded forms of one language with the concepts they stand for: whole words, beginnings of words, which
    have these `lengths`, and signs of scripts without spaces."""

    whole: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]]
    lengths: tuple[int, ...]


@lru_cache(maxsize=1 << 17)
def concepts_of(word: str, language: str) -> tuple[str, ...]:
    """Return the concepts that a folded word stands for in its language, in order; none for most words."""
    table = _table(language)
    for bare in without_heads(word):
        found = set(table.whole.get(bare, ()))
        for length in table.lengths:
            if length > _SHORT or len(bare) <= length + _SHORT:
                found.update(table.beginnings.get(bare[:length], ()))
        if found:
            return tuple(sorted(found))
    return ()


def signs_in(text: str, language: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return where in the folded text of a script without spaces concepts stand, and which."""
    folded = fold(text)
    return tuple(
        sorted((folded.find(sign), names) for sign, names in _table(language).signs.items() if sign in folded)
    )


def is_unspaced(text: str) -> bool:
    """Tell whether a text is written without spaces between words, at least in part."""
    return not text.isascii() and ONE_BY_ONE.search(text) is not None


def acts_and_things(mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """Return the concepts that a mention speaks of: acts, and things and persons."""
    found = {concept for term in mention.terms for concept in concepts_of(term, mention.language)}
    if is_unspaced(mention.text):
        found.update(name for _, names in signs_in(mention.text, mention.language) for name in names)
    return _parted(frozenset(found))


@lru_cache(maxsize=1 << 15)
def _parted(concepts: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return concepts & load_acts().act, concepts - load_acts().act


@lru_cache(maxsize=64)
def _table(language: str) -> _Table:
    lexicon = lexicon_of(language)
    whole, beginnings, signs = (defaultdict[str, list[str]](list) for _ in range(3))
    for name, forms in (lexicon.claim.concept if lexicon else {}).items():
        for form in forms:
            folded = fold(form)
            table = signs if is_one_by_one(folded[0]) else beginnings if form.endswith("*") else whole
            table[folded].append(name)
    known = [{form: tuple(names) for form, names in table.items()} for table in (whole, beginnings, signs)]
    return _Table(known[0], known[1], known[2], tuple(sorted(set(map(len, beginnings)))))
