"""A name of the table in its sentence: what stands before, behind and around it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ondit.model.span import Span, hull
from ondit.resolve.choice import needs_sign
from ondit.resolve.outlets.names import Match
from ondit.resolve.phrases.listed import outlet_kind
from ondit.resolve.phrases.names import written
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word

_OPENING, _CLOSING = frozenset("\"'“‘«„‚「『《〈"), frozenset("\"'”’»“‘」』》〉")

_AHEAD = 4
"""Words before a name in which its country is looked for ("the Australian public broadcaster *ABC*")."""

_BEHIND = 3
"""Words behind a name in which its country or city is looked for ("*La Nación* of Buenos Aires")."""


class Neighbourhood:
    """A name in its sentence. `text` is the text of the part that it stands in."""

    def __init__(self, words: Sequence[Word], match: Match, text: str, vocabulary: Vocabulary) -> None:
        self.words = words
        self.match = match
        self.vocabulary = vocabulary
        self.name = words[match.start : match.end]
        self.span: Span = hull([word.span for word in self.name])
        self._before = text[max(0, self.span.start - 1) : self.span.start]
        self._behind = text[self.span.end : self.span.end + 1]
        self._inside = self.span.cut(text)
        self.behind = words[match.end : match.end + _BEHIND]

    @cached_property
    def ahead(self) -> Sequence[Word]:
        """The words before the name that can belong to it, nearest last."""
        start = self.match.start
        while start > 0 and self.match.start - start < _AHEAD:
            joined = self.words[start - 1].folded in self.vocabulary.says.conjunctions
            if self.words[start].apart or joined:
                break
            start -= 1
        return self.words[start : self.match.start]

    @cached_property
    def next(self) -> Sequence[Word]:
        """The word behind the name, none where a stop parts them."""
        return self.behind[:1] if self.behind and self.behind[0].apart in {"", "(", ","} else ()

    @cached_property
    def phrase(self) -> Phrase:
        """The name as a phrase, with the nouns and countries beside it."""
        name = written(self.name)
        trade = self.vocabulary.outlet_nouns
        return Phrase(
            text=name,
            spans=(self.span,),
            form=Form.NAME,
            kind=outlet_kind(self.match.outlets),
            name=name,
            outlets=self.match.outlets,
            nouns=frozenset(word.lemma for word in (*self.ahead[-2:], *self.next) if word.lemma in trade),
            countries=frozenset((*self._countries(self.ahead), *self._countries(self._told_behind()))),
        )

    @cached_property
    def needy(self) -> bool:
        """Whether the name needs a sign that an outlet is meant."""
        return needs_sign(self.phrase, self.vocabulary)

    @cached_property
    def quoted(self) -> bool:
        """Whether quotation marks hold the name, or its last words, and nothing more."""
        if not self._behind or self._behind not in _CLOSING:
            return False
        return (self._before and self._before in _OPENING) or any(mark in self._inside for mark in _OPENING)

    @cached_property
    def in_longer_name(self) -> bool:
        """Whether the name is only part of a longer one ("Erik *Reuter*", "the *Guardian* Hotel")."""
        naming = self.vocabulary.naming
        told_by_capitals = not (naming.caseless or naming.capital_nouns)
        acronym = written(self.name).isupper()
        if not told_by_capitals or acronym or self.quoted or (len(self.name) > 1 and not self.needy):
            return False
        return self._goes_on() or self._began_before()

    def _goes_on(self) -> bool:
        if not self.behind or self.behind[0].apart or self.name[-1].possessive:
            return False
        following = self.behind[0]
        if following.folded in self.vocabulary.says.joins - self.vocabulary.says.conjunctions:
            rest = self.behind[1:]
            return self.needy and bool(rest) and self._is_foreign(rest[0]) and not [*self._countries(rest)]
        return self._is_foreign(following)

    def _began_before(self) -> bool:
        if not self.ahead or self.name[0].apart or self.ahead[-1].possessive:
            return False
        before = self.ahead[-1]
        head = before is self.words[0] and before.pos != "PROPN"
        known = before.doubtful or head or self.vocabulary.is_country([before])
        return before.capital and not known and self._is_foreign(before)

    def _is_foreign(self, word: Word) -> bool:
        """Tell whether a word with a capital is neither a noun of the trade, beside a sure name any noun of a
        person or body, nor a city."""
        nouns = self.vocabulary.nouns
        trade = self.vocabulary.outlet_nouns | nouns.reporter | nouns.spokes
        known = word.lemma in (trade if self.needy else self.vocabulary.known)
        known = known or word.folded in self.vocabulary.naming.outlet
        city = next(self.vocabulary.cities.countries([word.text]), "")
        return word.text[:1].isupper() and not known and not city

    def _told_behind(self) -> Sequence[Word]:
        """Return the words behind the name up to the next mark or "and", those in brackets with them."""
        joins = self.vocabulary.says.conjunctions
        for place, word in enumerate(self.behind):
            if word.folded in joins or (word.apart and not (place == 0 and word.apart in "(,")):
                return self.behind[:place]
        return self.behind

    def _countries(self, words: Sequence[Word]) -> Iterator[str]:
        yield from self.vocabulary.countries(words)
        yield from self.vocabulary.cities.countries([word.text for word in words])
