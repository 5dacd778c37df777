"""Parents, ids and order: from drafts to attributions."""

from collections.abc import Sequence

from ondit.attribute.draft import Draft
from ondit.languages import Lexicon
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Manner
from ondit.model.ids import content_id
from ondit.model.span import covers, hull, text_order


def finished(
    drafts: Sequence[Draft], article: Article, lexicon: Lexicon, made_by: str
) -> tuple[Attribution, ...]:
    """Return the attributions in text order of their content, each with its parent."""
    parents = [parent_of(place, drafts) for place in range(len(drafts))]
    ids = [_id(draft, article) for draft in drafts]
    return tuple(
        Attribution(
            id=ids[place],
            article_id=article.id,
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            addressee=draft.addressee,
            manner=Manner.INDIRECT,
            parent=ids[parents[place]] if parents[place] is not None else None,
            made_by=made_by,
        )
        for place, draft in enumerate(drafts)
    )


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
