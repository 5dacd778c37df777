"""One view of an attribution, marked or found, that the scorer compares: roles as sets of words."""

import bisect
import re
from collections.abc import Iterable, Sequence

import msgspec

from eval.marks.records import CueClass, GoldItem, SourceClass
from ondit.model.article import Article
from ondit.model.attribution import Certainty, Distance, Manner, Polarity
from ondit.model.reading import Reading
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’]\w+)*")
# matches "don't" and "40" as one word and each sign of "報道" by itself, not "$" or a dash

_CLASS_OF_KIND = {
    SourceKind.PERSON: SourceClass.PERSON,
    SourceKind.ORGANISATION: SourceClass.BODY,
    SourceKind.OUTLET: SourceClass.OUTLET,
    SourceKind.DOCUMENT: SourceClass.DOCUMENT,
    SourceKind.GROUP: SourceClass.GROUP,
    SourceKind.UNNAMED: SourceClass.UNNAMED,
}

Words = frozenset[tuple[Part, int]]
"""The words of an article that spans touch, by part and place: edges of white space or punctuation never
decide."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution as the scorer sees it. `parent` is a position in the article's list, `cue_class` is
    None for what the system found, `who` is the name of the one meant."""

    source: Words
    cue: Words
    content: Words
    addressee: Words = frozenset()
    parent: int | None = None
    manner: Manner
    certainty: Certainty
    polarity: Polarity
    distance: Distance
    source_class: SourceClass
    cue_class: CueClass | None = None
    who: str = ""


class WordIndex:
    """The words of an article, to turn spans into sets of words."""

    def __init__(self, article: Article) -> None:
        self._words = {part: [m.span() for m in _WORD.finditer(article.part(part))] for part in Part}
        self._ends = {part: [end for _, end in words] for part, words in self._words.items()}

    def under(self, spans: Iterable[Span]) -> Words:
        """Return the words that the spans touch; a span of no word (a colon) is its own first mark."""
        found: set[tuple[Part, int]] = set()
        spans = tuple(spans)
        for span in spans:
            words = self._words[span.part]
            for position in range(bisect.bisect_right(self._ends[span.part], span.start), len(words)):
                if not span.overlaps(Span(*words[position], span.part)):
                    break
                found.add((span.part, position))
        return frozenset(found or ((span.part, -1 - span.start) for span in spans))

    def shown(self, words: Words, article: Article) -> str:
        """Return the words of a role as a person reads them, "…" where some are left out between them."""
        shown, last = [], None
        for part, place in sorted(words):
            if place < 0:
                return "(mark)"
            if last is not None and last != (part, place - 1):
                shown.append("…")
            shown.append(article.part(part)[slice(*self._words[part][place])])
            last = part, place
        return " ".join(shown)


def said_in_gold(item: GoldItem) -> list[Said]:
    """Return the marked attributions of an item."""
    words = WordIndex(item.article)
    places = {one.number: place for place, one in enumerate(item.attributions)}
    return [
        Said(
            source=words.under(one.source),
            cue=words.under(one.cue),
            content=words.under(one.content),
            addressee=words.under(one.addressee),
            parent=None if one.parent is None else places[one.parent],
            manner=one.manner,
            certainty=one.certainty,
            polarity=one.polarity,
            distance=one.distance,
            source_class=one.source_class,
            cue_class=one.cue_class,
            who=one.entity,
        )
        for one in item.attributions
    ]


def said_in_reading(reading: Reading) -> list[Said]:
    """Return the attributions that the system found in an article."""
    words = WordIndex(reading.article)
    found = reading.resolved.attributions
    places = {one.id: place for place, one in enumerate(found)}
    sources = {source.id: source for source in reading.resolved.sources}
    return [
        Said(
            source=words.under(one.source),
            cue=words.under(one.cue),
            content=words.under(one.content),
            addressee=words.under(one.addressee),
            parent=places.get(one.parent) if one.parent else None,
            manner=one.manner,
            certainty=one.certainty,
            polarity=one.polarity,
            distance=one.distance,
            source_class=_class_of(one.source, sources.get(one.source_id or "")),
            who=sources[one.source_id].name if one.source_id in sources else "",
        )
        for one in found
    ]


def _class_of(spans: Sequence[Span], source: Source | None) -> SourceClass:
    if not spans:
        return SourceClass.NONE
    if source is None:
        return SourceClass.UNNAMED
    return SourceClass.OUTLET if source.is_relay else _CLASS_OF_KIND[source.kind]
