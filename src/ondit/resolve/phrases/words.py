"""The words of a source phrase: as written, folded, with lemma, number and capital."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from ondit.languages.lexicon import Lexicon
from ondit.model.annotation import Annotated, Token
from ondit.model.span import Part, Span, SpanIndex
from ondit.resolve.phrases.grammar import Grammar
from ondit.text.fold import fold_word
from ondit.text.tokens import NAME_WORD

_POSSESSIVE = re.compile(r"[’']s?$")  # matches the "’s" of "Russia’s", nothing in "O’Brien"
_SUFFIX = re.compile(r"[’']\w{0,5}$")  # matches the "'a" of "Reuters'a"
_TRAILING = re.compile(
    r"[’'](?![\w])"
)  # matches the mark after "Reuters" in "Reuters’ sources", not that of "it's"
_BREAK = re.compile(
    r"[,(:;–—،؛、，：；（]|\s-\s|--"
)  # matches the comma of "Bruce, a spokesman", not the mark of "Al-Watan"


class Word(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One word of a phrase.

    `text` is as written without a possessive ending, `possessive` tells of one. `capital` means that the
    writing marks it as part of a name; an article never is, and a capital that the place alone explains (head
    of a sentence, a title in capitals) does not count. `common` tells of a word the lexicon knows, `pos` is
    the parser's part of speech. `doubtful` is a capital that the head of a sentence explains, where no parser
    tells more. `apart` is the mark that stands between it and the word before ("," or "(" or
    a dash), "" for none.
    """

    text: str
    folded: str
    span: Span
    lemma: str
    plural: bool = False
    possessive: bool = False
    capital: bool = False
    common: bool = False
    pos: str = ""
    doubtful: bool = False
    apart: str = ""


class WordReader:
    """Cuts stretches of one article into words."""

    def __init__(self, annotated: Annotated, lexicon: Lexicon) -> None:
        self.article = annotated.article
        self.sentences = SpanIndex(sentence.span for sentence in annotated.sentences)
        self._tokens = {token.span: token for sentence in annotated.sentences for token in sentence.tokens}
        self._places = SpanIndex(self._tokens)
        self.grammar = Grammar(annotated, lexicon.reference.subjects, self._places)
        self._plural_tags = lexicon.source_words.plural_tags
        self._plural_ending = lexicon.source_words.plural_ending
        forms = lexicon.source_words.plural_forms
        self._plural_forms = frozenset(one for one in forms if not one.startswith("*"))
        self._plural_endings = tuple(one[1:] for one in forms if one.startswith("*"))
        self._naming = lexicon.name_words
        self._ending = _SUFFIX if lexicon.name_words.apostrophe else _POSSESSIVE
        self._known = _all_nouns(lexicon)
        says = lexicon.source_words
        self._determiners = says.definite | says.indefinite | says.possessive | says.count
        self._others = says.other
        self._openers = says.definite | says.indefinite | says.other
        self._particles = lexicon.name_words.particle
        self._heads = {_first_letter(self.article.part(one.part), one) for one in self.sentences.spans}
        self._names = {
            token.text
            for span, token in self._tokens.items()
            if token.text[:1].isupper() and span.part is Part.BODY and span.start not in self._heads
        }
        self._goes_on = re.compile(
            rf"\s+(?:(?:{'|'.join(map(re.escape, lexicon.source_words.joins))})\s+)?[A-Z]"
        )

    def sentence(self, span: Span) -> int:
        """Return the position of the sentence that holds the beginning of a span; -1 when none does."""
        place = self.sentences.at(Span(span.start, span.start + 1, span.part))
        return -1 if place is None else place

    @cached_property
    def sentences_in_words(self) -> tuple[tuple[Word, ...], ...]:
        """All sentences of the article as words."""
        return tuple(self.words((span,)) for span in self.sentences.spans)

    def words(self, spans: Sequence[Span]) -> tuple[Word, ...]:
        """Return the words of the spans, in order."""
        return tuple(word for span in spans for word in self._cut(span))

    def _cut(self, span: Span) -> Iterator[Word]:
        text = self.article.cut(span)
        behind = 0
        for found in NAME_WORD.finditer(text):
            place = Span(span.start + found.start(), span.start + found.end(), span.part)
            between = text[behind : found.start()]
            apart = _BREAK.search(between)
            mark = apart[0] if apart else ""
            if elided := _elided(found[0], self._naming.elisions):
                yield self._word(
                    found[0][:elided], Span(place.start, place.start + elided, place.part), mark, ""
                )
                surface, place, mark = (
                    found[0][elided + 1 :],
                    Span(place.start + elided + 1, place.end, place.part),
                    "",
                )
            else:
                surface = found[0]
            yield self._word(surface, place, mark, text[found.end() : found.end() + 2])
            behind = found.end()

    def _word(self, surface: str, place: Span, apart: str, follows: str) -> Word:
        ending = self._ending.search(surface) if "'" in surface or "’" in surface else None
        bare = surface[: ending.start()] if ending else surface
        token = self._token(place)
        folded = fold_word(bare)
        own = token is not None and fold_word(token.text) == folded
        lemma = (
            fold_word(token.lemma)
            if token and (own or _is_behind_elision(token, place, self._known))
            else folded
        )
        plural = bool(token and token.tag in self._plural_tags) or folded in self._plural_forms
        plural = plural or folded.endswith(self._plural_endings)
        single = folded.removesuffix(self._plural_ending) if self._plural_ending else folded
        if lemma == folded != single and lemma not in self._known and single in self._known:
            lemma, plural = single, True
        return Word(
            text=bare,
            folded=folded,
            span=Span(place.start, place.start + len(bare), place.part),
            lemma=folded if folded in self._known and lemma not in self._known else lemma,
            plural=plural,
            possessive=bool(ending) or bool(_TRAILING.match(follows)),
            capital=self._is_capital(bare, lemma, place, token),
            common=lemma in self._known,
            pos=token.pos if token else "",
            doubtful=self._is_doubtful(bare, place, token),
            apart=apart,
        )

    def _is_doubtful(self, bare: str, place: Span, token: Token | None) -> bool:
        at_head = place.part is Part.BODY and place.start in self._heads
        return at_head and not (token and token.pos) and bare not in self._names

    def _is_capital(self, bare: str, lemma: str, place: Span, token: Token | None) -> bool:
        if self._naming.caseless and not bare[:1].isupper():
            return lemma not in self._known and not bare.isdigit()
        if bare.islower():
            return False
        if self._naming.capital_nouns and (lemma in self._known or bare in self._nouns):
            return False
        first, mark, rest = bare.partition("-")
        if not (first[:1].isupper() or (mark and first in self._particles and rest[:1].isupper())):
            return False
        if lemma in self._openers:
            at_head = place.start in self._heads
            return lemma in self._others and not at_head and self._goes_on_in_name(place)
        if place.part is Part.TITLE and lemma in self._known:
            return lemma in self._naming.outlet and bare in self._names
        if place.part is Part.BODY and place.start in self._heads:
            return self._is_name_at_head(bare, lemma, place, token)
        return True

    def _is_name_at_head(self, bare: str, lemma: str, place: Span, token: Token | None) -> bool:
        """Tell whether the first word of a sentence is part of a name: the parser or another sentence says
        so; of a common noun only before more capitals ("Ministry of Trade", not "Police")."""
        if lemma in self._naming.surname_too and bare in self._names:
            return True
        if lemma in self._known and not self._goes_on_in_name(place):
            return False
        if bare in self._names or (bare.isupper() and len(bare) > 1):
            return True
        return token.pos in {"PROPN", "X"} if token and token.pos else lemma not in self._known

    def _goes_on_in_name(self, place: Span) -> bool:
        """Tell whether another capital follows, as inside a name ("*Second* Brigade")."""
        return self._goes_on.match(self.article.part(place.part), place.end) is not None

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The words with a capital that stand behind an article or another small word and are no capitals
        only: common nouns where all nouns have a capital."""
        nouns: set[str] = set()
        before = ""
        tokens = list(self._tokens.values())
        for token, behind in zip(tokens, [*tokens[1:], None], strict=True):
            firm = behind is not None and fold_word(behind.text) in self._naming.legal  # "die *Kestor* AG"
            if (
                before in self._determiners
                and token.text[:1].isupper()
                and not token.text.isupper()
                and not firm
            ):
                nouns.add(token.text)
            before = fold_word(token.text)
        return frozenset(nouns)

    def _token(self, place: Span) -> Token | None:
        if place in self._tokens:
            return self._tokens[place]
        found = [self._tokens[self._places.spans[at]] for at in self._places.touching(place)]
        while len(found) > 1 and not NAME_WORD.search(found[-1].text.strip("’'s")):
            found.pop()
        return found[-1] if found else None


def _elided(surface: str, elisions: frozenset[str]) -> int:
    """Return the length of the small word before an apostrophe ("*L*'AFP"), 0 where none stands there."""
    head = surface.replace("’", "'").partition("'")[0]
    elides = len(head) < len(surface) - 1 and head.lower() in elisions
    return len(head) if elides else 0


def _is_behind_elision(token: Token, place: Span, known: frozenset[str]) -> bool:
    """Tell whether a word is what stands behind the elision of a token that the lexicon knows as a
    whole."""
    return (
        token.span.contains(place) and fold_word(token.lemma) in known and "'" in token.text.replace("’", "'")
    )


def _first_letter(text: str, sentence: Span) -> int:
    found = NAME_WORD.search(text, sentence.start, sentence.end)
    return found.start() if found else sentence.start


def _all_nouns(lexicon: Lexicon) -> frozenset[str]:
    nouns, words = lexicon.source_nouns, lexicon.source_words
    groups = (
        nouns.source, nouns.people, nouns.crowd, nouns.office, nouns.spokes, nouns.reporter,
        frozenset(nouns.outlet),
        nouns.document, nouns.body, nouns.relay, words.definite, words.indefinite, words.other, words.it,
        words.they, words.person, words.own_voice, words.possessive, words.boundary,
    )  # fmt: skip
    known: frozenset[str] = frozenset().union(*groups)
    return (
        known | nouns.office_word | nouns.title | words.light | words.leading
        if lexicon.name_words.caseless
        else known
    )
