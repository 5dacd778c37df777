"""What an analyst decided, against or beside what the machine found."""

from enum import StrEnum

import msgspec

from ondit.model.article import Article
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.ids import content_id
from ondit.model.span import Part, Span


class DecisionKind(StrEnum):
    """What is decided. The ids that a decision names are those of `Decision.one` and `Decision.other`."""

    SAME_SOURCE = "same-source"
    DIFFERENT_SOURCE = "different-source"
    SAME_CLAIM = "same-claim"
    DIFFERENT_CLAIM = "different-claim"
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    ORIGIN = "origin"
    BIND = "bind"
    UNDO = "undo"


class Words(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of an article that somebody points at: where they stand, and what stands there.

    Raises `ValueError` when the text is not as long as its place.
    """

    start: int
    end: int
    text: str
    part: Part = Part.BODY

    def __post_init__(self) -> None:
        if self.start < 0 or not self.text or len(self.text) != self.end - self.start:
            raise ValueError(f"{self.start} to {self.end} is no place of {len(self.text)} characters")

    @classmethod
    def of(cls, span: Span, article: Article) -> "Words":
        """Return the words of a span. Raises `ValueError` when it does not lie in the article."""
        return cls(start=span.start, end=span.end, text=article.cut(span), part=span.part)

    @property
    def span(self) -> Span:
        """Where they stand."""
        return Span(self.start, self.end, self.part)

    def stand_in(self, article: Article) -> bool:
        """Tell whether the article has these words there."""
        return article.cut(self.span) == self.text


class Edit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an analyst puts in an attribution; None leaves what the machine found. `source_id` is the id of
    the source that is meant, one that the article names. `source`, `cue` and `content` are its words in text
    order; without any, it has no source or no cue."""

    certainty: Certainty | None = None
    polarity: Polarity | None = None
    distance: Distance | None = None
    source_id: str | None = None
    source: tuple[Words, ...] | None = None
    cue: tuple[Words, ...] | None = None
    content: tuple[Words, ...] | None = None

    @property
    def words(self) -> tuple[Words, ...]:
        """All words that it points at."""
        return (*(self.source or ()), *(self.cue or ()), *(self.content or ()))


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the log of decisions. Nothing changes or removes one; an `undo` takes it back.

    `one` and `other` are ids: of sources or articles (`same-source`, `different-source`, `origin`), of
    mentions (`same-claim`, `different-claim`), of an attribution (`accept`, `reject`, `edit`), of an unnamed
    source (`bind`), of a decision (`undo`). They are digests of content, so a second reading finds the same.
    `name` is the person whom `bind` names. `when` is ISO 8601 in UTC.
    """

    kind: DecisionKind
    one: str
    other: str = ""
    name: str = ""
    edit: Edit | None = None
    reason: str
    who: str
    when: str

    @property
    def id(self) -> str:
        """A digest of all that the decision says."""
        edit = msgspec.json.encode(self.edit).decode() if self.edit else ""
        said = (self.kind, self.one, self.other, self.name, edit, self.reason, self.who, self.when)
        return content_id("dec", *said)

    @property
    def told(self) -> str:
        """Who decided, and why where that may be told."""
        return f"{self.who} decided: {self.reason}" if self.reason else f"{self.who} decided"

    @property
    def names(self) -> frozenset[str]:
        """The ids that it is about."""
        return frozenset({self.one, self.other, *((self.edit.source_id or "",) if self.edit else ())} - {""})


class SourceVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """An analyst's word on two sources, by their ids: one mouth, or two. `why` is a sentence to show."""

    one: str
    other: str
    same: bool
    why: str


class ListedDecision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision with what became of it: `undone_by` is the id of the decision that took it back, `missing`
    are those of its ids that nothing in the store has any more."""

    decision: Decision
    undone_by: str | None = None
    missing: tuple[str, ...] = ()
