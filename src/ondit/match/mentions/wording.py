"""What the words of a sentence, or of a piece of it, say: terms, names, places, the main event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.languages.claims import ClaimWords
from ondit.match.mentions.roles import read_roles
from ondit.model.annotation import Annotated, Sentence, Token
from ondit.model.span import Part, Span, SpanIndex, text_order
from ondit.text.fold import fold

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "X", ""})
_NEGATED_DETERMINERS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
_JOINTS = frozenset({"-", "–", "’", "'", "&"})
_HEADLINE_CAPITALS = 0.6  # share of long words with a capital from which a title is set in title case
_LONG_WORD = 4  # shorter words stay small in title case


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """The slots of a claim that words alone fill. All strings are folded or lemmas."""

    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    predicate: str = ""
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    negated: bool = False


class Capitals(msgspec.Struct, frozen=True):
    """What an article's body tells of words that a headline writes with a capital: their lemma, and whether
    they are names."""

    lemmas: Mapping[str, str]
    names: frozenset[str]


class Page:
    """The sentences of one article, read piece by piece."""

    def __init__(self, annotated: Annotated, words: ClaimWords) -> None:
        self.sentences = annotated.sentences
        self.words = words
        self._tokens = SpanIndex(token.span for sentence in self.sentences for token in sentence.tokens)
        self._places = [
            (at, place)
            for at, sentence in sorted(enumerate(self.sentences), key=lambda one: text_order(one[1].span))
            for place in range(len(sentence.tokens))
        ]
        self._capitals = body_capitals([one for one in self.sentences if one.span.part is Part.BODY])
        self._wholes: dict[int, Wording] = {}

    def inside(self, spans: Iterable[Span]) -> dict[int, list[int]]:
        """Return the tokens that the spans touch: positions in their sentence, by the sentence's position."""
        found: dict[int, set[int]] = {}
        for span in spans:
            for position in self._tokens.touching(span):
                at, place = self._places[position]
                found.setdefault(at, set()).add(place)
        return {at: sorted(places) for at, places in sorted(found.items())}

    def wording(self, at: int, places: Sequence[int]) -> Wording:
        """Read some tokens of a sentence."""
        sentence = self.sentences[at]
        headline = sentence.span.part is Part.TITLE and is_title_case(sentence)
        return read_wording(sentence, places, self.words, self._capitals if headline else None)

    def whole(self, at: int) -> Wording:
        """Read a sentence as a whole."""
        if at not in self._wholes:
            self._wholes[at] = self.wording(at, range(len(self.sentences[at].tokens)))
        return self._wholes[at]


def body_capitals(sentences: Sequence[Sentence]) -> Capitals:
    """Return what the sentences of a body tell of their words, by lower-case word."""
    lemmas: dict[str, str] = {}
    names: set[str] = set()
    for sentence in sentences:
        for token in sentence.tokens:
            low = token.text.lower()
            if token.pos == "PROPN":
                names.add(low)
            else:
                lemmas.setdefault(low, token.lemma)
    return Capitals(lemmas, frozenset(names))


def read_wording(
    sentence: Sentence, inside: Sequence[int], words: ClaimWords, capitals: Capitals | None = None
) -> Wording:
    """Read the tokens `inside` (positions in the sentence, ascending) as one piece.

    `capitals` is given for a headline set in title case, whose capitals tell nothing.
    """
    chosen = frozenset(inside)
    runs = list(_names(sentence, inside, words, capitals))
    names = {_name(sentence, run) for run in runs} - {""}
    root = _root(sentence, inside)
    named = {at: _name(sentence, run) for run in runs for at in run}
    roles = read_roles(sentence, chosen, root, named, words)
    return Wording(
        terms=tuple(sorted({term for at in inside for term in _terms(sentence.tokens[at], words, capitals)})),
        names=tuple(sorted(names)),
        places=tuple(
            sorted({_name(sentence, run) for run in runs if _is_place(sentence, run, words)} - {""})
        ),
        predicate=roles.predicate,
        agents=roles.agents,
        patients=roles.patients,
        negated=root is not None and _is_negated(sentence, chosen, root, words),
    )


def is_title_case(sentence: Sentence) -> bool:
    """Tell whether a headline writes most of its words with a capital."""
    long = [
        token.text for token in sentence.tokens if len(token.text) >= _LONG_WORD and token.text[0].isalpha()
    ]
    return bool(long) and sum(word[0].isupper() for word in long) >= _HEADLINE_CAPITALS * len(long)


def _terms(token: Token, words: ClaimWords, capitals: Capitals | None) -> Iterator[str]:
    """Yield what a token says of the claim: nothing where it only says that something is said."""
    if token.pos not in _CONTENT or any(token.lemma in idle for idle in _idle(words)):
        return
    lemma = token.lemma
    if capitals and token.text.lower() in capitals.lemmas:
        lemma = capitals.lemmas[token.text.lower()]
    for term in fold(lemma).split():
        if len(term) > 1 and not term[0].isdigit() and not any(term in idle for idle in _idle(words)):
            yield term


def _idle(words: ClaimWords) -> tuple[frozenset[str], ...]:
    return words.stop, words.reporting, words.negation, words.denial, words.hedge


def _names(
    sentence: Sentence, inside: Sequence[int], words: ClaimWords, capitals: Capitals | None
) -> Iterator[tuple[int, ...]]:
    """Yield the runs of tokens that are proper names."""
    run: list[int] = []
    for at in [*inside, -1]:
        joined = bool(run) and at == run[-1] + 1
        if at >= 0 and _is_name(sentence, at, words, capitals) and (joined or not run):
            run.append(at)
            continue
        if at >= 0 and joined and _is_joint(sentence, at):
            run.append(at)
            continue
        if run:
            yield tuple(run)
        run = [at] if at >= 0 and _is_name(sentence, at, words, capitals) else []


def _is_name(sentence: Sentence, at: int, words: ClaimWords, capitals: Capitals | None) -> bool:
    token = sentence.tokens[at]
    if capitals:
        return token.text.lower() in capitals.names and token.text.lower() not in capitals.lemmas
    if token.pos:
        return token.pos == "PROPN" and token.lemma not in words.calendar
    return at > 0 and token.text[0].isupper()


def _is_joint(sentence: Sentence, at: int) -> bool:
    """Tell whether a token joins two words of a name without a space ("al-Sham")."""
    before, token = sentence.tokens[at - 1], sentence.tokens[at]
    after = sentence.tokens[min(at + 1, len(sentence.tokens) - 1)]
    return token.text in _JOINTS and not before.span.gap(token.span) and not token.span.gap(after.span)


def _name(sentence: Sentence, run: Sequence[int]) -> str:
    return fold(" ".join(sentence.tokens[at].text for at in run))


def _is_place(sentence: Sentence, run: Sequence[int], words: ClaimWords) -> bool:
    """Tell whether a name is the object of a preposition of place, or an apposition to one that is."""
    token = sentence.tokens[run[-1]]
    if token.dep == "appos":
        token = sentence.tokens[token.head]
    return token.dep == "pobj" and sentence.tokens[token.head].lemma in words.locative


def _root(sentence: Sentence, inside: Sequence[int]) -> int | None:
    """Return the position of the piece's main word: the first whose head lies outside or is itself."""
    chosen = frozenset(inside)
    tops = [at for at in inside if sentence.tokens[at].head not in chosen or sentence.tokens[at].head == at]
    verbs = [at for at in tops if sentence.tokens[at].pos in ("VERB", "AUX")]
    return next(iter(verbs or tops), None)


def _is_negated(sentence: Sentence, chosen: frozenset[int], root: int, words: ClaimWords) -> bool:
    """Tell whether a negation hangs on the main word, or stands before its subject or object ("no talks")."""
    for at in chosen:
        token = sentence.tokens[at]
        if token.lemma not in words.negation and token.text.lower() not in words.negation:
            continue
        head = sentence.tokens[token.head]
        if token.head == root or (
            token.dep == "det" and head.dep in _NEGATED_DETERMINERS and head.head == root
        ):
            return True
    return False
