"""Parents, ids and order: from drafts to attributions."""

from collections.abc import Mapping, Sequence

from ondit.attribute.draft import Draft
from ondit.model.annotation import Annotated
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Manner
from ondit.model.ids import content_id
from ondit.model.span import Span, SpanIndex, covers, without
from ondit.text.fold import words
from ondit.text.quotations import Quotation


def finished(
    drafts: Sequence[Draft], quotations: Sequence[Quotation], annotated: Annotated, made_by: str
) -> tuple[Attribution, ...]:
    """Return the attributions, in the order of the drafts, each with its parent.

    What stands in a quotation that nobody is found to have said is left out: nothing tells whose words its
    "I" and "he" are.

    `quotations` are those of all parts of the article.
    """
    article = annotated.article
    parents = parents_of(drafts, SpanIndex(one.span for one in annotated.sentences))
    parents = [_speaking(parent, drafts, parents) for parent in parents]
    marks = SpanIndex(one.span for one in quotations)
    inner = {one.span: one.inner for one in quotations}
    kept = [
        place
        for place, draft in enumerate(drafts)
        if draft.content
        and not (draft.is_state and parents[place] is not None)
        and not _is_adrift(place, drafts, parents)
    ]
    ids = [_id(draft, article) for draft in drafts]
    return tuple(
        Attribution(
            id=ids[place],
            article_id=article.id,
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            addressee=draft.addressee,
            manner=manner_of(draft, marks, inner, article),
            parent=ids[parent] if parent is not None else None,
            certainty=draft.factuality.certainty,
            polarity=draft.factuality.polarity,
            distance=draft.factuality.distance,
            made_by=made_by,
        )
        for place, draft, parent in ((place, drafts[place], parents[place]) for place in kept)
    )


def _speaking(place: int | None, drafts: Sequence[Draft], parents: Sequence[int | None]) -> int | None:
    """Return the nearest draft, from `place` outwards, that counts where another holds it."""
    while place is not None and drafts[place].is_state and parents[place] is not None:
        place = parents[place]
    return place


def _is_adrift(place: int, drafts: Sequence[Draft], parents: Sequence[int | None]) -> bool:
    """Tell whether the outermost attribution around a draft has its cue in a quotation."""
    seen = {place}
    while (above := parents[place]) is not None and above not in seen:
        seen.add(above)
        place = above
    return drafts[place].cue_quoted


def manner_of(draft: Draft, marks: SpanIndex, inner: Mapping[Span, Span], article: Article) -> Manner:
    """Return the manner of a content. A cue that is itself quoted puts its content indirectly.

    `marks` are the quotations with their marks, `inner` the same without.
    """
    if draft.cue_quoted:
        return Manner.INDIRECT
    touched = {marks.spans[one] for span in draft.content for one in marks.touching(span)}
    quoted = [span for span in touched if covers(draft.content, inner[span])]
    if not quoted:
        return Manner.INDIRECT
    left = [piece for span in draft.content for piece in without(span, quoted)]
    return Manner.MIXED if any(words(article.cut(piece)) for piece in left) else Manner.DIRECT


def parents_of(drafts: Sequence[Draft], sentences: SpanIndex) -> list[int | None]:
    """Return for every draft the place of the one with the smallest content that holds the whole of it.

    Where a cited voice shares that content, it is the voice: in "A said, citing B, that C denied P" C is B's.
    `sentences` are those of the article. Only drafts whose content touches the sentence of a cue are asked,
    so that time grows with the length of the text alone.
    """
    sizes = [sum(map(len, draft.content)) for draft in drafts]
    touching: dict[int, dict[int, list[Span]]] = {}
    for place, draft in enumerate(drafts):
        for span in draft.content:
            for sentence in sentences.touching(span):
                touching.setdefault(sentence, {}).setdefault(place, []).append(span)
    parents = []
    for place, draft in enumerate(drafts):
        holders = _holders(place, touching.get(draft.sentence, {}), drafts)
        smallest = min(holders, key=lambda other: (sizes[other], other), default=None)
        if smallest is not None:
            smallest = next((one for one in holders if drafts[one].host == smallest), smallest)
        parents.append(draft.host if draft.host is not None else smallest)
    return parents


def _holders(place: int, around: Mapping[int, Sequence[Span]], drafts: Sequence[Draft]) -> list[int]:
    """Return the drafts that hold the whole of one, of those `around` it with their pieces there."""
    draft = drafts[place]
    return [
        other
        for other, pieces in around.items()
        if other != place
        and all(covers(pieces, span) for span in (*draft.cue, *draft.source))
        and all(covers(pieces, span) or covers(drafts[other].content, span) for span in draft.content)
    ]


def _id(draft: Draft, article: Article) -> str:
    spans = (*draft.source, "|", *draft.cue, "|", *draft.content)
    return content_id("att", article.id, *(str(span) for span in spans))
