"""Cities that tell a country: those that CLDR knows as the cities of a time zone, capitals and the like."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from ondit.text.fold import fold_word

_SHORTEST = 4
"""Letters of the shortest city's name that counts."""


class Cities:
    """The cities of one language, found in whatever form it gives them; `stem` cuts endings off."""

    def __init__(self, language: str, stem: Callable[[str], str]) -> None:
        self._stem = stem
        names = _cities(language.partition("-")[0].lower())
        self._countries = {self._key(name): code for name, code in names.items()}

    def countries(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the ISO 3166 codes of the countries whose cities the words name, two words at most a city."""
        for name in (*words, *(f"{first} {second}" for first, second in pairwise(words))):
            named = len(name) >= _SHORTEST and not name[0].islower()
            if named and (code := self._countries.get(self._key(name))):
                yield code

    def _key(self, name: str) -> str:
        return " ".join(self._stem(word) for word in fold_word(name).split())


@lru_cache(maxsize=64)
def _cities(language: str) -> dict[str, str]:
    """Return the names of cities, in the language and in English, with their countries."""
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
    return {name: code for name, code in cities.items() if len(name) >= _SHORTEST}
