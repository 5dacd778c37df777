"""Find the claim mentions of one article: what is attributed, and what the outlet says in its own voice."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.languages import lexicon_of
from ondit.languages.claims import ClaimWords, QuantityWords
from ondit.match.mentions.wording import Page, Wording
from ondit.match.quantities import find_quantities
from ondit.model.annotation import Annotated, Token
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Distance, Polarity
from ondit.model.claim import Mention, Quantity, Voice
from ondit.model.ids import content_id
from ondit.model.reading import Resolved
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span, share_text, text_order, without
from ondit.text.fold import fold

_OWN_SHARE = 0.5  # of a sentence's terms outside all attributions, from which the sentence speaks for itself
_GAP = " … "  # stands for what a discontinuous content leaves out
_MOST = 0.5  # of a content, from which a child is what the content says
_PARTICIPANTS = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})
_TOPIC_NAMES = 2  # names that an article is about, at most
_VERBS = frozenset({"VERB", "AUX"})  # a sentence with a credit and none of these is a dateline, or a byline
_LEAST_TERMS = 2  # terms of an own-voice sentence: "Read more." claims nothing


def find_mentions(annotated: Annotated, resolved: Resolved) -> tuple[Mention, ...]:
    """Return the claim mentions of an article in reading order.

    There is one for the content of every attribution and one for every sentence, the title's too, that
    attributions leave mostly to the outlet itself.
    """
    finder = _Finder(annotated, resolved)
    attributed = [one for one in map(finder.attributed, resolved.attributions) if one]
    own = [one for at in range(len(annotated.sentences)) if (one := finder.own(at))]
    return tuple(sorted([*attributed, *own], key=lambda one: (text_order(one.spans[0]), one.id)))


class _Stand(msgspec.Struct, frozen=True):
    """How a mention stands in its article."""

    polarity: Polarity
    voice: Voice
    attribution_id: str | None = None
    speaker: str = ""
    relayed: bool = False


class _Finder:
    """One article with what its mentions are read with."""

    def __init__(self, annotated: Annotated, resolved: Resolved) -> None:
        lexicon = lexicon_of(annotated.language)
        self.article: Article = annotated.article
        self.parsed = annotated.parsed
        self.language = annotated.language.partition("-")[0].lower()
        self.sentences = annotated.sentences
        self.words = lexicon.claim if lexicon else ClaimWords()
        self.quantity_words = lexicon.quantity if lexicon else QuantityWords()
        self.outlet_id = resolved.outlet.id if resolved.outlet else None
        self.page = Page(annotated, self.words)
        self.first_body = sum(sentence.span.part is Part.TITLE for sentence in self.sentences)
        self.sources = {source.id: source for source in resolved.sources}
        self.refusals = resolved.refusals
        self.denied = {one.id for one in resolved.attributions if one.polarity is Polarity.NEGATIVE}
        self.children: defaultdict[str | None, list[Attribution]] = defaultdict(list)
        for one in resolved.attributions:
            self.children[one.parent].append(one)
        covered = [
            span
            for one in resolved.attributions
            for span in (*one.content, *one.source, *one.cue, *one.addressee)
        ]
        covered += [span for one in resolved.refusals for span in (*one.source, *one.cue)]
        self.covered = self.page.inside(covered)
        self.credited = set(self.page.inside(one.span for one in resolved.credits if one.span))
        self.topic = self._topic()

    def attributed(self, attribution: Attribution) -> Mention | None:
        """Return the mention that an attribution's content is; None where it holds no word, or only that
        somebody does not comment."""
        spans = tuple(span for span in attribution.content if self.article.cut(span).strip())
        inside = self.page.inside(spans)
        if not inside or self._declines(attribution, inside):
            return None
        polarity = self._polarity(attribution, tuple(inside))
        own = self.outlet_id is not None and attribution.source_id == self.outlet_id
        voice = Voice.ASSERTED if own else Voice.ATTRIBUTED
        if polarity is Polarity.NEGATIVE:
            voice = Voice.DENIED
        elif attribution.distance is not Distance.NONE:
            voice = Voice.HEDGED
        speaker = self._speaker(attribution)
        return self._mention(
            spans,
            inside,
            _Stand(
                polarity,
                voice,
                attribution.id,
                speaker,
                _is_relayed(self.sources.get(attribution.source_id or "")),
            ),
        )

    def _declines(self, attribution: Attribution, inside: Mapping[int, Sequence[int]]) -> bool:
        """Tell whether somebody says that he does not comment, and nothing else: "will not comment on
        speculation"."""
        refuses = any(
            refusal.source_id == attribution.source_id and share_text(refusal.cue, attribution.content)
            for refusal in self.refusals
        )
        return refuses and all(
            self.words.speech.issuperset(self.page.wording(at, places).terms) for at, places in inside.items()
        )

    def _polarity(self, attribution: Attribution, places: Sequence[int]) -> Polarity:
        """Return the polarity of a content as a claim: "we confirm that it is not so" claims that it is not.

        So does a content most of which is a child that is negative ("A said that B denied it"), and what
        nobody is named for inside a denial ("denied *rumours that* P").
        """
        length = sum(map(len, attribution.content))
        negative = (attribution.polarity is Polarity.NEGATIVE) != self._is_called_untrue(attribution, places)
        for child in self.children[attribution.id]:
            told = (*child.source, *child.cue, *child.content)
            held = sum(map(len, told)) if child.content != attribution.content else 0
            if held > _MOST * length:
                negative |= child.polarity is Polarity.NEGATIVE
        negative |= not attribution.source and attribution.parent in self.denied
        return Polarity.NEGATIVE if negative else Polarity.POSITIVE

    def _speaker(self, attribution: Attribution) -> str:
        """Return the folded name of the person or body that speaks; empty for outlets and the unnamed."""
        source = self.sources.get(attribution.source_id or "")
        return fold(source.name) if source and source.kind in _PARTICIPANTS else ""

    def _topic(self) -> tuple[str, ...]:
        """Return the names that the article is about: those that most of its sentences give."""
        outlets = {
            fold(self.article.cut(span))
            for source in self.sources.values()
            if source.kind is SourceKind.OUTLET
            for span in source.mentions
        }
        named = Counter(
            name
            for at in range(len(self.sentences))
            for name in self.page.whole(at).names
            if name not in outlets
        )
        often = sorted((-count, name) for name, count in named.items() if count > 1)
        return tuple(name for _, name in often[:_TOPIC_NAMES])

    def own(self, at: int) -> Mention | None:
        """Return the mention that a sentence in the outlet's own voice is; None where it is not one."""
        sentence = self.sentences[at]
        piece = self.page.whole(at)
        if len(piece.terms) < _LEAST_TERMS or not self._speaks_for_itself(at, piece):
            return None
        if at in self.credited and self.parsed and not any(one.pos in _VERBS for one in sentence.tokens):
            return None
        lemmas = {token.lemma for token in sentence.tokens} | {
            token.text.lower() for token in sentence.tokens
        }
        denies = bool(lemmas & self.words.denial)
        negative = piece.negated != denies
        voice = Voice.ASSERTED
        if lemmas & self.words.hedge:
            voice = Voice.HEDGED
        if negative:
            voice = Voice.DENIED
        polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE
        inside = {at: list(range(len(sentence.tokens)))}
        return self._mention((sentence.span,), inside, _Stand(polarity, voice))

    def _speaks_for_itself(self, at: int, piece: Wording) -> bool:
        """Tell whether most of what a sentence says stands outside all attributions and refusals."""
        left = self.page.wording(at, self._outside(at)).terms
        return len(left) >= _OWN_SHARE * len(piece.terms)

    def _outside(self, at: int) -> list[int]:
        """Return the positions of a sentence's tokens that belong to no attribution and no refusal."""
        covered = set(self.covered.get(at, ()))
        return [place for place in range(len(self.sentences[at].tokens)) if place not in covered]

    def _is_called_untrue(self, attribution: Attribution, places: Sequence[int]) -> bool:
        """Tell whether the outlet calls untrue what it reports: "the report that ... is false". What hangs on
        a cue that denies is no word of the outlet's: "rejected the report *as false*"."""
        cues = self.page.inside(attribution.cue) if attribution.polarity is Polarity.NEGATIVE else {}
        return any(
            self.sentences[at].tokens[place].lemma in self.words.denial
            and not _hangs_on(self.sentences[at].tokens, place, cues.get(at, ()))
            for at in places
            for place in self._outside(at)
        )

    def _mention(
        self, spans: tuple[Span, ...], inside: Mapping[int, Sequence[int]], stand: _Stand
    ) -> Mention:
        pieces = [self.page.wording(at, places) for at, places in inside.items()]
        first = min(inside)
        main = max(pieces, key=lambda piece: len(piece.terms))
        names = _union(piece.names for piece in pieces)
        return Mention(
            id=content_id("men", self.article.id, stand.attribution_id or "", *map(repr, spans)),
            article_id=self.article.id,
            spans=spans,
            text=_GAP.join(self.article.cut(span) for span in spans),
            attribution_id=stand.attribution_id,
            language=self.language,
            relayed=stand.relayed,
            beside=""
            if self.parsed
            else _beside(self.article, [self.sentences[at].span for at in inside], spans),
            sentence=first - self.first_body if self.sentences[first].span.part is Part.BODY else -1,
            terms=_union(piece.terms for piece in pieces),
            names=names,
            quantities=tuple(self._quantities(spans, inside)),
            predicate=main.predicate,
            agents=main.agents,
            patients=main.patients,
            places=_union(piece.places for piece in pieces),
            context=tuple(sorted({*self.topic, stand.speaker} - {"", *names})),
            polarity=stand.polarity,
            voice=stand.voice,
        )

    def _quantities(self, spans: Sequence[Span], inside: Iterable[int]) -> Iterator[Quantity]:
        for at in inside:
            sentence = self.sentences[at]
            for quantity in find_quantities(
                self.article.part(sentence.span.part), sentence, self.quantity_words
            ):
                if share_text([quantity.span], spans):
                    yield quantity


def _union(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({word for part in parts for word in part}))


def _hangs_on(tokens: Sequence[Token], place: int, heads: Container[int]) -> bool:
    """Tell whether a token hangs on one of some others, as far as its sentence was parsed."""
    for _ in tokens:
        above = tokens[place].head
        if above in heads:
            return True
        if above in {place, -1}:
            return False
        place = above
    return False


def _is_relayed(source: Source | None) -> bool:
    return source is not None and source.kind not in _PARTICIPANTS


def _beside(article: Article, sentences: Sequence[Span], spans: Sequence[Span]) -> str:
    """Return the words of some sentences outside some spans."""
    return " ".join(article.cut(piece) for sentence in sentences for piece in without(sentence, spans))
