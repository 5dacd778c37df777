"""Names of persons that two languages or two papers spell differently."""

import re
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from ondit.text.fold import fold

LIKELY_ONE = 0.75
"""From here on two spellings can be one name; below, they cannot. Set by the examples in the tests: "Karim
Mustafa" and "Kareem Moustapha" must pass, "John Smith" and "Jane Smith" must not."""

_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "at", "az", "il", "ul"})
_SERVANT_OF = frozenset({"abd", "abdel", "abdul", "abdal", "abdol"})
_DIGRAPHS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("dj", "j"), ("zh", "j"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
    ("x", "ks"), ("q", "k"), ("c", "k"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyh")
_FIRST_VOWEL = re.compile(r"[aeiouy]")  # matches the "i" of "kirill", nothing in "hrv"
_VOWEL_CLASS = {"a": "a", "e": "a", "i": "i", "y": "i", "o": "o", "u": "o"}
_FEW_CONSONANTS = 2  # "john" and "jane" share two; from three on a shared skeleton says much


@lru_cache(maxsize=1 << 16)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name, folded, without Arabic articles, "Abd el X" as one part.

    "Abdel Rahim Al-Sabahi" gives ("abdelrahim", "sabahi").
    """
    parts: list[str] = []
    servant = ""
    for part in fold(name).split():
        if part in _SERVANT_OF:
            servant = part
        elif part not in _ARTICLES:
            parts.append(servant + part)
            servant = ""
    return tuple([*parts, servant] if servant else parts)


@lru_cache(maxsize=1 << 16)
def skeleton(part: str) -> str:
    """Return the consonants of one part of a name as different spellings share them.

    Digraphs that render one foreign letter become one letter, "q", "c" and "k" fall together, so do "w" and
    "v", "z" and "s"; vowels, "y" and "h" go, a vowel at the beginning stays as "a". "Shoukri" and "Şükrü"
    give "skr", "Omar" and "Umar" give "amr". Other scripts are put into Latin letters first.
    """
    folded = fold(part).replace(" ", "")
    if not folded.isascii():
        folded = anyascii(folded).lower()
    for letters, letter in _DIGRAPHS:
        folded = folded.replace(letters, letter)
    bare = folded.translate(_VOWELS)
    single = bare[:1] + "".join(later for earlier, later in pairwise(bare) if later != earlier)
    return "a" + single if _FIRST_VOWEL.match(folded) else single


def name_likeness(one: str, other: str) -> float:
    """Return how well two names of persons can be spellings of one name, from 0.0 to 1.0.

    1.0: the same parts after folding. Otherwise every part of the shorter name must meet a part of the longer
    one, in order, last meeting last; the value is that of the worst pair: 0.9 for the same skeleton and a
    like first vowel, 0.75 for the same skeleton of three consonants or more, 0.5 for fewer, 0.8 for an
    initial; a pair without a common skeleton makes it 0.0.
    A name of one part is compared with the other's last part alone.
    """
    shorter, longer = sorted((name_parts(one), name_parts(other)), key=len)
    if not shorter:
        return 0.0
    if shorter == longer:
        return 1.0
    worst = _part_likeness(shorter[-1], longer[-1])
    place = 0
    for part in shorter[:-1]:
        found = next(
            (
                (at, like)
                for at in range(place, len(longer) - 1)
                if (like := _part_likeness(part, longer[at]))
            ),
            None,
        )
        if found is None:
            return 0.0
        place, worst = found[0] + 1, min(worst, found[1])
    return worst


def _part_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) == 1:
        return 0.8 if one[0] == other[0] else 0.0
    bones = skeleton(one)
    if not bones or bones != skeleton(other):
        return 0.0
    if _first_vowel(one) == _first_vowel(other):
        return 0.9
    return 0.5 if len(bones) <= _FEW_CONSONANTS else 0.75


def _first_vowel(part: str) -> str:
    found = _FIRST_VOWEL.search(part)
    return _VOWEL_CLASS[found[0]] if found else ""


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """Return the consonants of a word of any script, as renderings in other scripts share them.

    The word is put into Latin letters first. Like `skeleton`, but "l" and "r" fall together, as Japanese
    writes both alike, "kh" is an "h", and a first vowel goes, as Arabic often leaves it out: "Agadir",
    "Агадир", "أغادير" and "アガディール" give "gdl".
    """
    latin = anyascii(word).lower().replace("kh", "h").replace(" ", "")
    bare = skeleton(latin).replace("r", "l").removeprefix("a")
    return bare[:1] + "".join(later for earlier, later in pairwise(bare) if later != earlier)
