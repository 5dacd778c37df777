"""Parents, ids and order: from drafts to attributions."""

from collections.abc import Sequence

from ondit.attribute.draft import Draft
from ondit.attribute.quotations import Quotation
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Manner
from ondit.model.ids import content_id
from ondit.model.span import covers, without
from ondit.text.fold import words


def finished(
    drafts: Sequence[Draft], quotations: Sequence[Quotation], article: Article, made_by: str
) -> tuple[Attribution, ...]:
    """Return the attributions, in the order of the drafts, each with its parent.

    What stands in a quotation that nobody is found to have said is left out: nothing tells whose words its
    "I" and "he" are.

    `quotations` are those of all parts of the article.
    """
    parents = [parent_of(place, drafts) for place in range(len(drafts))]
    kept = [place for place in range(len(drafts)) if not _is_adrift(place, drafts, parents)]
    ids = [_id(draft, article) for draft in drafts]
    return tuple(
        Attribution(
            id=ids[place],
            article_id=article.id,
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            addressee=draft.addressee,
            manner=manner_of(draft, quotations, article),
            parent=ids[parent] if parent is not None else None,
            certainty=draft.factuality.certainty,
            polarity=draft.factuality.polarity,
            distance=draft.factuality.distance,
            made_by=made_by,
        )
        for place, draft, parent in ((place, drafts[place], parents[place]) for place in kept)
    )


def _is_adrift(place: int, drafts: Sequence[Draft], parents: Sequence[int | None]) -> bool:
    """Tell whether the outermost attribution around a draft has its cue in a quotation."""
    seen = {place}
    while (above := parents[place]) is not None and above not in seen:
        seen.add(above)
        place = above
    return drafts[place].cue_quoted


def manner_of(draft: Draft, quotations: Sequence[Quotation], article: Article) -> Manner:
    """Return the manner of a content. A cue that is itself quoted puts its content indirectly."""
    if draft.cue_quoted:
        return Manner.INDIRECT
    quoted = [one.span for one in quotations if covers(draft.content, one.inner)]
    if not quoted:
        return Manner.INDIRECT
    left = [piece for span in draft.content for piece in without(span, quoted)]
    return Manner.MIXED if any(words(article.cut(piece)) for piece in left) else Manner.DIRECT


def parent_of(place: int, drafts: Sequence[Draft]) -> int | None:
    """Return the place of the draft with the smallest content that holds the whole of this one."""
    draft = drafts[place]
    if draft.host is not None:
        return draft.host
    spans = [*draft.source, *draft.cue, *draft.content]
    holders = [
        (sum(map(len, other.content)), number)
        for number, other in enumerate(drafts)
        if number != place and all(covers(other.content, span) for span in spans)
    ]
    return min(holders)[1] if holders else None


def _id(draft: Draft, article: Article) -> str:
    spans = (*draft.source, "|", *draft.cue, "|", *draft.content)
    return content_id("att", article.id, *(str(span) for span in spans))
