"""All that is derived from one article alone."""

import msgspec

from ondit.model.article import Article
from ondit.model.attribution import Attribution, Refusal
from ondit.model.claim import Mention
from ondit.model.source import Credit, Source


class Resolved(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The attributions of one article with their sources resolved.

    `outlet` is the article's own outlet as a source (None when nothing tells which it is): an attribution to
    it is own voice. `sources` hold every source that an attribution or a credit refers to, `outlet` among
    them.
    """

    attributions: tuple[Attribution, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    sources: tuple[Source, ...] = ()
    credits: tuple[Credit, ...] = ()
    outlet: Source | None = None


class Reading(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article as read: what the article alone tells, before it meets any other.

    `parsed` is False where no parser for the language is installed: quotations, credits and numbers are then
    all there is. `made_by` names the models that read it.
    """

    article: Article
    resolved: Resolved
    mentions: tuple[Mention, ...] = ()
    parsed: bool = True
    made_by: str = ""

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.article.id

    @property
    def outlet(self) -> str | None:
        """The name of the article's outlet: the stated one, or else what address or text tell; None for
        neither."""
        told = self.resolved.outlet
        return self.article.outlet or (told.name if told else None)

    def source(self, source_id: str | None) -> Source | None:
        """Return the source with this id, or None."""
        return next((source for source in self.resolved.sources if source.id == source_id), None)

    def attribution(self, attribution_id: str | None) -> Attribution | None:
        """Return the attribution with this id, or None."""
        return next((one for one in self.resolved.attributions if one.id == attribution_id), None)
