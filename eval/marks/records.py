"""The records of the gold: what a careful reader says of an article."""

from enum import StrEnum

import msgspec

from ondit.model.article import Article
from ondit.model.attribution import Certainty, Distance, Manner, Polarity
from ondit.model.span import Span


class GoldError(Exception):
    """A gold file does not follow the notation; the message begins with `file:line`."""


class SourceClass(StrEnum):
    """What kind of source an attribution has (eval/gold/README.md says what is what)."""

    PERSON = "person"
    BODY = "body"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"
    NONE = "none"


class CueClass(StrEnum):
    """What kind of words put the content forward."""

    SAY = "say"
    VERB = "verb"
    VERB_NOUN = "verbnoun"
    NOUN = "noun"
    PASSIVE = "passive"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    ACCORDING = "according"
    CITING = "citing"
    MARK = "mark"
    AS = "as"
    MISSING = "missing"


class Grade(StrEnum):
    """How sure a careful reader is of who is meant; open where the text leaves it open."""

    CERTAIN = "certain"
    LIKELY = "likely"
    OPEN = "open"


class GoldAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as marked. Spans are code points, in text order.

    `number` is that of its marks, `parent` the number of the attribution that holds it. `entity` says who is
    meant where the source is a pronoun or a short form, else it is empty; in the gold of sources it always
    says so, and `grade` how sure that is.
    """

    number: int
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    addressee: tuple[Span, ...] = ()
    parent: int | None = None
    manner: Manner = Manner.INDIRECT
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    distance: Distance = Distance.NONE
    source_class: SourceClass = SourceClass.NONE
    cue_class: CueClass = CueClass.VERB
    entity: str = ""
    grade: Grade = Grade.CERTAIN


class GoldItem(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, snippet or short article with its attributions, in the order of their numbers.

    `id` is "subject.sN" for a snippet, "subject.aN" for an article.
    """

    id: str
    article: Article
    attributions: tuple[GoldAttribution, ...] = ()

    @property
    def subject(self) -> str:
        """The subject the item is about, the first half of its id."""
        return self.id.split(".")[0]
