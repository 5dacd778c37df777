"""Who signed an article: names out of bylines, as pages state and show them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ondit.languages.page_words import page_words

_LONGEST = 160  # code points of a line that signs; a longer one is a sentence
_LONGEST_NAME = 60  # code points of one name, an agency's with its title among them
_MOST_WORDS = 6  # of one name; "Juan Carlos de la Vega Ruiz" has six
_NO_NAME = re.compile(r"[\d@/<>{}=?!:\"“”]|\.\s+[^\W\d_]{4,}")  # matches an address, a time, a sentence's end
_END = re.compile(r"\s*(?:[|•·\n\t（(]|\d| [-–—] |\s{2,}).*$", re.DOTALL)  # matches " | March 5, 2024"
_PARTICLE = re.compile(  # matches the small words within names, "van", "de la", "al-"
    r"(?:v[ao]n|de[nrl]?|d[aiou]s?|la|le|el|al|bin|bint|ibn|ter|ten|zu|av|y|e|of|the|af|und)(?:[-'’].*)?$"
)
_SHOUTED = 2  # words in capitals from which on a name is written anew: "NORA VANCE", not "AFP"


def signers(stated: str) -> tuple[str, ...]:
    """Return the names in a byline that metadata state: without "By", without roles, one by one.

    A byline that holds no name by its look ("Web desk, 5 pm") is given back whole, as long as it is no
    address: the page calls it the author.
    """
    stated = " ".join(stated.split())
    bare = _leading().sub("", stated) or stated
    names = [name for part in _between().split(_END.sub("", bare)) if (name := _name(part))]
    names = [name for place, name in enumerate(names) if place == 0 or not _is_role(name)]
    if names:
        return tuple(dict.fromkeys(names))
    return (stated,) if stated and "://" not in stated and len(stated) <= _LONGEST else ()


def signed_line(line: str) -> tuple[str, ...]:
    """Return the names in a line of the page that signs the article ("By Nora Vance | March 5, 2024",
    "来源：海岸通讯社 作者：王小明"); empty for any other line."""
    if len(line) > _LONGEST:
        return ()
    for label in _labelled().finditer(line):
        if names := tuple(_shown(label["names"])):
            return names
    led = _leading().match(line)
    return tuple(_shown(line[led.end() :])) if led else ()


def _shown(text: str) -> Iterator[str]:
    """Yield the names at the beginning of a text up to the first part that is none; nothing where even the
    first is none, or a sentence follows."""
    for place, part in enumerate(_between().split(_END.sub("", text))):
        name = _name(part)
        if not name or not _looks_like_name(name) or (place and _is_role(name)):
            return
        yield name


def _name(part: str) -> str | None:
    part = part.strip(" ,;.-–—")
    words = part.split()
    if not words or len(part) > _LONGEST_NAME or len(words) > _MOST_WORDS or _NO_NAME.search(part):
        return None
    if len(words) >= _SHOUTED and part.isupper() and all(len(word.strip(".")) > 1 for word in words):
        return part.title()
    return part


def _looks_like_name(name: str) -> bool:
    """Tell whether all words begin with a capital, but for particles; scripts without case pass."""
    words = name.split()
    small = [word for word in words if word[0].islower()]
    return words[0] not in small and all(_PARTICLE.match(word) for word in small)


def _is_role(name: str) -> bool:
    return not page_words_of_roles().isdisjoint(re.findall(r"\w+", name.lower()))


@lru_cache(maxsize=1)
def page_words_of_roles() -> frozenset[str]:
    """Return the words of roles, for look-up."""
    return frozenset(page_words().role)


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    # matches "By Nora Vance" and "Автор: Нора Ванс" up to the name, not "Byron said"
    return re.compile(
        rf"\s*(?:{_any(page_words().lead + page_words().label)})(?:\s*[:：]\s*|\s+)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    # matches "作者：王小明" anywhere in a line, and what stands behind it up to the next such label
    words = _any(page_words().label)
    return re.compile(rf"(?<!\w)(?:{words})\s*[:：]\s*(?P<names>[^:：]*?)(?=\s+\w+[:：]|$)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    # matches the ", " and " and " between names, and Chinese commas
    return re.compile(
        rf"\s*[,;&、，；]\s*(?:(?:{_any(page_words().joining)})\s+)?|\s+(?:{_any(page_words().joining)})\s+",
        re.IGNORECASE,
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
