"""The keys of a mention: what another mention can share with it, in other words or another language.

A key is a folded word of the mention's language, a pair of signs where words have no spaces between them, or,
behind a sign of its own, what all languages share: a concept, the consonants of a name, a country, a figure.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ondit.match.meaning.concepts import concepts_of, is_unspaced, signs_in
from ondit.model.claim import Mention
from ondit.text.countries import countries_in, without_heads
from ondit.text.fold import fold, fold_word
from ondit.text.names import bones
from ondit.text.tokens import BARE_WORD, is_one_by_one

CONCEPT, NAME, _COUNTRY, _FIGURE = "~", "^", "@", "#"

# How much a key counts beside a word, which counts 1. Set by hand, not tuned one by one; together they raise
# the area under the curve of pairs of one language from .85 to .89, of two languages from .70 to .87.
_WORD_OF_CONCEPT = 0.5  # the word itself, where a concept stands for it
_NAME_COUNT = 0.7
_PLAIN_COUNT = (1 + _NAME_COUNT**2) ** 0.5  # a word that is no name, beside names of two keys each
_COUNTRY_COUNT = 0.5
_FIGURE_COUNT = 0.5  # the same one is good evidence, another one is mere drift
_SMALL_FIGURE_COUNT = 0.25
_SMALL_FIGURE = 13  # smaller figures are shared by chance
_PAIR_COUNT = 0.5  # signs come in many pairs
_CONTEXT_COUNT = 0.3  # a name that only the article gives is less than a third of one that the mention has
_SHORTEST_NAME = 3  # consonants by which a name is known again

_FOREIGN_RUN = re.compile(r"[A-Za-z]{3,}|[\u30a1-\u30fa\u30fc]{3,}")
"""A name inside a script without spaces. Matches "Palvax" and "コダン", not "EU"."""

Keys = tuple[tuple[str, float], ...]


def mention_keys(mention: Mention) -> dict[str, float]:
    """Return the keys of a mention with how much each counts."""
    language = mention.language
    small = None if mention.predicate else _written_small(mention.text)
    keys: dict[str, float] = {}
    for name in mention.context:
        for word in name.split():
            _add(keys, _name_keys(word, language), _CONTEXT_COUNT)
    for term in mention.terms:
        _add(keys, _word_keys(term, language, None if small is None else term in small))
    for name in mention.names:
        for word in name.split():
            _add(keys, _name_keys(word, language))
    for quantity in mention.quantities:
        for value in {quantity.value, quantity.value if quantity.upper is None else quantity.upper}:
            count = _FIGURE_COUNT if value >= _SMALL_FIGURE else _SMALL_FIGURE_COUNT
            keys[f"{_FIGURE}{value:g}"] = count
    if is_unspaced(mention.text):
        _add(keys, _sign_keys(mention.text, language))
    return keys


@lru_cache(maxsize=1 << 17)
def name_keys(word: str, language: str) -> frozenset[str]:
    """Return the keys by which a word of a name is known again, here and in other scripts."""
    return frozenset(key for key, _ in _name_keys(word, language))


def foreign_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield the names in Latin letters or katakana inside a text without spaces."""
    return _FOREIGN_RUN.finditer(text)


def _add(keys: dict[str, float], more: Keys, share: float = 1.0) -> None:
    for key, count in more:
        if count * share > keys.get(key, 0.0):
            keys[key] = count * share


def _written_small(text: str) -> frozenset[str]:
    """Return the folded words of a text that are no names, by their first letter; none in scripts that know
    no capitals."""
    return frozenset(fold_word(word) for word in BARE_WORD.findall(text) if word[0].islower())


@lru_cache(maxsize=1 << 17)
def _word_keys(word: str, language: str, small: bool | None) -> Keys:
    """Return the keys of one folded word. Where no parser tells names from other words, `small` tells whether
    it is written like one that is none."""
    found = concepts_of(word, language)
    if found:
        share = len(found) ** -0.5  # so that a word of two meanings counts no more than others
        return ((word, _WORD_OF_CONCEPT), *((CONCEPT + concept, share) for concept in found))
    if small is False:
        return _name_keys(word, language)
    return ((word, _PLAIN_COUNT if small else 1.0), *_country_keys(word, language))


@lru_cache(maxsize=1 << 17)
def _name_keys(word: str, language: str) -> Keys:
    skeletons = {bones(bare) for bare in without_heads(word)}
    known = ((NAME + one, _NAME_COUNT) for one in sorted(skeletons) if len(one) >= _SHORTEST_NAME)
    return ((word, 1.0), *known, *_country_keys(word, language))


@lru_cache(maxsize=1 << 17)
def _country_keys(text: str, language: str) -> Keys:
    return tuple((_COUNTRY + code, _COUNTRY_COUNT) for code in sorted(countries_in(text, language)))


@lru_cache(maxsize=1 << 14)
def _sign_keys(text: str, language: str) -> Keys:
    folded = fold(text).replace(" ", "")
    pairs = (folded[at : at + 2] for at in range(len(folded) - 1))
    return (
        *((CONCEPT + name, len(names) ** -0.5) for _, names in signs_in(text, language) for name in names),
        *((NAME + bones(run[0]), _NAME_COUNT) for run in foreign_runs(text) if len(bones(run[0])) > 1),
        *_country_keys(text, language),
        *((pair, _PAIR_COUNT) for pair in pairs if all(map(is_one_by_one, pair))),
    )
