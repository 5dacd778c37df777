"""Part of speech and lemma of parsed words, asked of spaCy's components once for each kind of word.

The attribute ruler tries some 180 patterns on every token, which is a fifth of the whole parse, and all but a
few look at one token alone: its tag, its label, its word where a pattern names it. What the ruler and the
lemmatizer say of one such token holds for all like it, so it is kept. A document in which one of the few
longer patterns fits ("gonna", "there is") goes through the components as it is. The results are those of the
components, token by token; `bench/read.py` sets the time beside that of the whole pipe.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"

_SINGLE = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
"""What patterns of one token may ask. One that asks anything else is met by asking the components always."""

_KIND = ["ORTH", "TAG", "DEP"]
"""What makes two tokens alike: word, tag and label."""

MOST_KEPT = 200_000
"""Words that are kept before all are forgotten: about 30 MB."""


class Named(msgspec.Struct, frozen=True):
    """The words that the ruler's patterns of one token name, in lower case, outright and by expressions."""

    words: frozenset[str]
    expressions: tuple[re.Pattern[str], ...]

    def holds(self, word: str) -> bool:
        """Tell whether a pattern may name a word in lower case."""
        return word in self.words or any(one.search(word) for one in self.expressions)


class Morphology:
    """Gives lemma and part of speech of the tokens of documents that have tags and labels only."""

    components = (RULER, LEMMATIZER)
    """The components that it stands for; a pipe runs without them."""

    def __init__(self, pipe: "Language", named: Named) -> None:
        from spacy.matcher import Matcher

        self._ruler: Any = pipe.get_pipe(RULER)
        self._lemmatizer: Any = pipe.get_pipe(LEMMATIZER)
        self._vocab = pipe.vocab
        self._named = named
        self._longer = Matcher(pipe.vocab)
        longer = [pattern for pattern in _patterns(self._ruler) if len(pattern) > 1]
        if longer:
            self._longer.add("longer", longer)
        self._ruled: dict[tuple[str, str, str, bool], tuple[str, str, str]] = {}
        self._kept: dict[tuple[int, int, int], tuple[str, str]] = {}

    def of(self, document: "Doc") -> Iterable[tuple[str, str]]:
        """Return lemma and part of speech of each token, in order."""
        if self._longer(document):
            whole = self._lemmatizer(self._ruler(document))
            return [(token.lemma_, token.pos_) for token in whole]
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        return self._each(document)

    def _each(self, document: "Doc") -> Iterator[tuple[str, str]]:
        kept = self._kept
        for place, (word, tag, label) in enumerate(document.to_array(_KIND).tolist()):
            key = word, tag, label
            found = kept.get(key)
            if found is None:
                found = kept[key] = self._asked(document[place])
            yield found

    def _asked(self, token: "Token") -> tuple[str, str]:
        word = token.lower_
        key = word if self._named.holds(word) else "", token.tag_, token.dep_, token.is_space
        ruled = self._ruled.get(key)
        if ruled is None:
            ruled = self._ruled[key] = self._alone(token)
        pos, morph, lemma = ruled
        token.pos_ = pos
        token.set_morph(morph)
        return lemma or self._lemmatizer.lemmatize(token)[0], pos

    def _alone(self, token: "Token") -> tuple[str, str, str]:
        from spacy.tokens import Doc

        alone = Doc(self._vocab, [token.text], [False], tags=[token.tag_], deps=[token.dep_], heads=[0])
        ruled = self._ruler(alone)[0]
        return ruled.pos_, str(ruled.morph), ruled.lemma_


def morphology_of(pipe: "Language") -> Morphology | None:
    """Return what stands for ruler and lemmatizer of a pipe; None where it has no such, or others run behind
    them, or a pattern asks what no single token tells."""
    if tuple(pipe.pipe_names[-2:]) != Morphology.components:
        return None
    named = _named(_patterns(pipe.get_pipe(RULER)))
    return Morphology(pipe, named) if named else None


def _patterns(ruler: Any) -> list[list[dict[str, Any]]]:
    return [pattern for entry in ruler.patterns for pattern in entry["patterns"]]


def _named(patterns: Iterable[list[dict[str, Any]]]) -> Named | None:
    words: set[str] = set()
    expressions: list[re.Pattern[str]] = []
    for pattern in patterns:
        if len(pattern) > 1:
            continue
        if not _SINGLE.issuperset(pattern[0]):
            return None
        named = pattern[0].get("LOWER")
        if isinstance(named, str):
            words.add(named)
        elif isinstance(named, Mapping) and set(named) <= {"IN", "REGEX"}:
            words.update(named.get("IN", ()))
            expressions += [re.compile(named["REGEX"])] if "REGEX" in named else []
        elif named is not None:
            return None
    return Named(frozenset(words), tuple(expressions))
