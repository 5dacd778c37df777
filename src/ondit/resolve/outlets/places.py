"""Which countries a text speaks of: by their names, and by the cities that CLDR knows as those of a time
zone, capitals and the like."""

from functools import lru_cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from ondit.model.article import Article
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.text.countries import countries_in
from ondit.text.fold import fold, fold_word
from ondit.text.tokens import BARE_WORD

_SHORTEST = 4
"""Letters of the shortest city's name that counts."""


@lru_cache(maxsize=1 << 14)
def country_of_city(name: str, language: str) -> str:
    """Return the ISO 3166 code of the country of a city, "" for a name that is none's.

    The name may be that of its language or the English one.
    """
    cities = _cities(language.partition("-")[0].lower())
    return cities.get(fold_word(name), "")


@lru_cache(maxsize=64)
def _cities(language: str) -> dict[str, str]:
    """Return the folded names of cities with their countries."""
    zones: dict[str, str] = get_global("zone_territories")
    by_last = {zone.rpartition("/")[2]: code for zone, code in zones.items() if "/" in zone}
    cities = {last.replace("_", " "): code for last, code in by_last.items()}
    try:
        translated = Locale.parse(language).time_zones
    except (UnknownLocaleError, ValueError):
        translated = {}
    for zone, names in translated.items():
        code = zones.get(zone) or by_last.get(zone.rpartition("/")[2], "")
        if code and "city" in names:
            cities[names["city"]] = code
    folded = {fold_word(name): code for name, code in cities.items()}
    return {name: code for name, code in folded.items() if len(name) >= _SHORTEST}


def countries_told(article: Article, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the ISO 3166 codes of the countries that an article names, itself or by a city."""
    text, language = f"{article.title}\n{article.text}", vocabulary.language
    words = BARE_WORD.findall(text)
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    cities = {code for name in (*words, *pairs) if (code := country_of_city(name, language))}
    if not vocabulary.country_of:
        return countries_in(text, language) | cities
    folded = f" {fold(text)} "
    named = {code for name, code in vocabulary.country_of.items() if f" {name} " in folded}
    return frozenset(named | cities)
