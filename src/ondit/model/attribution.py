"""An attribution: source, cue, content, and what the source holds of the content."""

from enum import StrEnum

import msgspec

from ondit.model.source import Grade
from ondit.model.span import Span


class Manner(StrEnum):
    """How a content is put: word for word, in the writer's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Certainty(StrEnum):
    """How certain the source is of the content (FactBank's values)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


class Polarity(StrEnum):
    """Whether the content's main event holds in the source's eyes."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Distance(StrEnum):
    """The writer's own distance from what is said."""

    NONE = "none"
    REPORTED = "reported"
    DOUBTING = "doubting"


class Attribution(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One attribution of one article. Spans are standoff and in text order.

    `source` is empty where the text names nobody ("it is reported that"). `parent` is the id of the
    attribution whose content holds this one, or, in "A said, citing B, that P", of A's attribution for B's.
    `addressee` is who was told, where the text says so ("told Reuters"). `source_id` and `addressee_id` are
    the ids of `Source` records; None until resolved. `other_source_ids` are those of the further sources
    where the text names several side by side ("the Gazette and the Herald reported"). `source_grade` says how
    sure `source_id` is, `source_why` in words why it is that one, empty where it is called by its name.
    """

    id: str
    article_id: str
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    addressee: tuple[Span, ...] = ()
    manner: Manner
    parent: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    distance: Distance = Distance.NONE
    made_by: str
    source_id: str | None = None
    other_source_ids: tuple[str, ...] = ()
    source_grade: Grade = Grade.CERTAIN
    source_why: str = ""
    addressee_id: str | None = None


class Refusal(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A place where somebody declines to comment, or could not be reached: a stance, and no attribution.

    `reached` is False for "could not be reached", which says nothing about the source's stance at all.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    reached: bool = True
    source_id: str | None = None


class Attributed(msgspec.Struct, frozen=True, kw_only=True):
    """What the attribute room finds in one article, sources not yet resolved."""

    attributions: tuple[Attribution, ...] = ()
    refusals: tuple[Refusal, ...] = ()
