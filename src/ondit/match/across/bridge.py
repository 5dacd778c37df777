"""What mentions in different languages have in common: names across scripts, countries, figures.

Words do not meet across languages, so a claim is known again by whom and how many it speaks of. Sentence
vectors were tried (multilingual USE) and order these pairs no better than names and figures do.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from ondit.model.attribution import Polarity
from ondit.model.claim import Mention
from ondit.text.countries import countries_in
from ondit.text.fold import fold
from ondit.text.names import bones
from ondit.text.tokens import BARE_WORD

_SMALLEST_FIGURE = 13  # smaller figures are shared by chance
_SHORTEST = 3  # consonants that a name needs to be known by them
_ENDING = 2  # consonants that an inflection may add
_WITH_FIGURE = 0.34  # of the names asked for that the article must give beside the same figure
_WITHOUT_FIGURE = 0.67  # of the names that one mention must give when no figure says the same
_BESIDE_OTHER_FIGURES = 0.9  # the same where a figure is sought and the mention does not give it
_DENIED = 0.5  # of the names in a denial whose article gives them all
_TWO = 2
_WHOLE = 4  # consonants of a name of several words from which they are looked for in a row
_LEDE = 4  # body sentences in which what stands beside a mention goes on with it


class Sought(msgspec.Struct, frozen=True):
    """What a claim is known by in another language: countries and names, each name by its telling words, and
    figures."""

    countries: frozenset[str]
    names: tuple[tuple[str, ...], ...]
    figures: frozenset[float]

    @property
    def count(self) -> int:
        """How many countries and names there are."""
        return len(self.countries) + len(self.names)


class Words(msgspec.Struct, frozen=True):
    """What a text in another language can be asked for."""

    countries: frozenset[str]
    folded: frozenset[str]
    bones: frozenset[str]
    run: str


def sought(mention: Mention) -> Sought:
    """Return what the claim of a mention is known by."""
    countries: set[str] = set()
    names: list[tuple[str, ...]] = []
    for name in mention.names:
        codes = countries_in(name, mention.language)
        countries |= codes
        words = tuple(word for word in name.split() if len(word) >= _SHORTEST)
        if words and not codes:
            names.append(words)
    figures = frozenset(one.value for one in mention.quantities if one.value >= _SMALLEST_FIGURE)
    countries |= countries_in(mention.text, mention.language)
    return Sought(frozenset(countries), tuple(names), figures)


@lru_cache(maxsize=50_000)
def words_of(text: str, language: str) -> Words:
    """Return the words of a text as they can be looked for from another language."""
    words = BARE_WORD.findall(text)
    skeletons = {(bones(word), _is_arabic(word)) for word in words if len(word) >= _SHORTEST}
    starts = {
        skeleton[begin : len(skeleton) - cut]
        for skeleton, arabic in skeletons
        for begin in range(2 if arabic else 1)  # a preposition may be written with its word
        for cut in range(_ENDING + 1)
        if len(skeleton) - cut - begin >= _SHORTEST
    }
    return Words(
        countries=countries_in(text, language),
        folded=frozenset(fold(word) for word in words),
        bones=frozenset(starts),
        run=bones("".join(words)),
    )


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"


def share(wanted: Sought, words: Words) -> float:
    """Return the share, from 0.0 to 1.0, of the countries and names sought that the words give."""
    if not wanted.count:
        return 0.0
    found = len(wanted.countries & words.countries)
    found += sum(_gives(words, name) for name in wanted.names)
    return found / wanted.count


def _gives(words: Words, name: Sequence[str]) -> bool:
    """Tell whether the words give a name: a telling word of it, or the consonants of all in a row."""
    whole = bones("".join(name))
    if len(name) > 1 and len(whole) >= _WHOLE and whole in words.run:
        return True
    for part in name:
        skeleton = bones(part)
        if part in words.folded or (len(skeleton) >= _SHORTEST and skeleton in words.bones):
            return True
        if len(skeleton) > _WHOLE and skeleton in words.run:
            return True
    return False


class NamesAcross:
    """Whether mentions of two languages name the same; what each is known by is read once."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Sought, Words]] = {}

    def are_missing(self, one: Mention, other: Mention) -> bool:
        """Tell whether two mentions of two languages name somebody, but none of whom the other names."""
        if one.language == other.language:
            return False
        (wanted, given), (asked, told) = self._of(one), self._of(other)
        shares = [share(names, words) for names, words in ((wanted, told), (asked, given)) if names.count]
        return bool(shares) and not any(shares)

    def _of(self, mention: Mention) -> tuple[Sought, Words]:
        if mention.id not in self._read:
            text = " ".join((mention.text, mention.beside, *mention.context))
            self._read[mention.id] = sought(mention), words_of(text, mention.language)
        return self._read[mention.id]


def translations(asked: Mention, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, all of other languages than the one asked, that can make its claim.

    That is: the same figure beside one of its countries or names; most of these without a figure; or a denial
    with half of them in an article that gives all. In an article with such a mention others go with it: those
    that an outlet or somebody unnamed says and that name half of what is sought, or stand right beside it in
    the first sentences.
    """
    wanted = sought(asked)
    by_article: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article_id].append(mention)
    return [one for _, members in sorted(by_article.items()) for one in _of_article(wanted, members)]


def _of_article(wanted: Sought, members: Sequence[Mention]) -> list[Mention]:
    around = share(wanted, words_of(" ".join(map(_whole, members)), members[0].language))
    own = {one.id: share(wanted, words_of(_whole(one), one.language)) for one in members}
    sure = [one for one in members if _says_it(wanted, one, own[one.id], around)]
    near = {one.sentence + step for one in sure for step in (-1, 0, 1)}
    also = [
        one
        for one in members
        if one not in sure
        and sure
        and one.relayed
        and (own[one.id] >= _DENIED or (one.sentence in near and one.sentence <= _LEDE))
    ]
    return [*sure, *also]


def _whole(mention: Mention) -> str:
    return f"{mention.text} {mention.beside}"


def _says_it(wanted: Sought, mention: Mention, own: float, around: float) -> bool:
    figures = {one.value for one in mention.quantities} | {one.upper for one in mention.quantities}
    if wanted.figures & figures:
        return around >= _WITH_FIGURE and (own > 0 or around >= _DENIED)
    if mention.polarity is Polarity.NEGATIVE and own >= _DENIED and around >= 1:
        return True
    if around >= 1 and wanted.count >= _TWO and own >= _DENIED and mention.sentence <= 1:
        return True
    least = _BESIDE_OTHER_FIGURES if wanted.figures else _WITHOUT_FIGURE
    return own >= least and own * wanted.count >= _TWO
