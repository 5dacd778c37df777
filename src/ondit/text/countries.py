"""Names of countries in any language, from CLDR."""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from ondit.text.fold import fold
from ondit.text.tokens import BARE_WORD, is_one_by_one

_LONG = 8
"""Letters from which on a name loses its last two for its stem; shorter ones lose one: "Украин" is that of
"украинских" too."""

_SHORTEST = 4
"""Letters of the shortest name that is looked for."""

_ARABIC_HEADS = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
"""What Arabic and Persian write together with the word behind it: "and the", "in the", "the"."""


def countries_in(text: str, language: str) -> frozenset[str]:
    """Return the ISO 3166 codes of the countries that a text names, adjectives too where they begin
    alike ("сирийский", "Suriyeli"); empty for a language that CLDR does not know."""
    stems, signs = _names_of(language.partition("-")[0].lower())
    found = {code for name, code in signs.items() if name in text}
    if stems:
        found.update(code for word in BARE_WORD.findall(text) if (code := _country(fold(word), stems)))
    return frozenset(found)


def _country(word: str, stems: dict[str, str]) -> str:
    for bare in without_heads(word):
        for length in range(min(len(bare), 20), _SHORTEST - 2, -1):
            code = stems.get(bare[:length])
            if code and len(bare) - length <= _LONG:
                return code
    return ""


def without_heads(word: str) -> Iterable[str]:
    """Yield a folded word, and what remains of it without the Arabic words that may be written with it."""
    yield word
    for head in _ARABIC_HEADS:
        if word.startswith(head) and len(word) - len(head) >= _SHORTEST - 1:
            yield word[len(head) :]


@lru_cache(maxsize=32)
def _names_of(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return stems of one-word names, and names in scripts without spaces, each with its code."""
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}, {}
    stems: dict[str, str] = {}
    signs: dict[str, str] = {}
    for code, name in names.items():
        if len(code) != 2 or not code.isalpha() or code in {"EU", "EZ", "UN", "ZZ", "QO"}:
            continue
        if is_one_by_one(name[0]):
            signs[name] = code
            continue
        folded = fold(name)
        if " " not in folded and len(folded) >= _SHORTEST:
            cut = 2 if len(folded) >= _LONG else 1
            stems[folded[: max(_SHORTEST - 1, len(folded) - cut)]] = code
    return stems, signs
