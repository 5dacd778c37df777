"""What the system answers for the marked sources of an item: fed with them, or reading for itself."""

from collections.abc import Mapping, Sequence

import msgspec

from eval.marks.records import GoldItem, Grade
from eval.score.matching import jaccard
from eval.score.said import WordIndex
from ondit.annotate import annotate
from ondit.model.attribution import Attributed, Attribution
from ondit.model.reading import Resolved
from ondit.model.source import Source
from ondit.model.span import share_text
from ondit.pipeline import Recipe, read_article
from ondit.resolve import resolve

MADE_BY = "gold"


class Answer(msgspec.Struct, frozen=True):
    """Whom the system says a mention means: ids and names of one or several sources, and how sure it is."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    grade: Grade


Answers = Mapping[int, Answer]
"""Answers by the number of the marked attribution; one that was not found is missing."""


def attribution_id(number: int, article_id: str) -> str:
    """Return the id that a marked attribution has when it is fed to the system."""
    return f"att_{article_id}_{number}"


def attributed_in_gold(item: GoldItem) -> Attributed:
    """Return the marked attributions of an item as the attribute room would."""
    return Attributed(
        attributions=tuple(
            Attribution(
                id=attribution_id(one.number, item.article.id),
                article_id=item.article.id,
                source=one.source,
                cue=one.cue,
                content=one.content,
                addressee=one.addressee,
                manner=one.manner,
                parent=attribution_id(one.parent, item.article.id) if one.parent is not None else None,
                polarity=one.polarity,
                distance=one.distance,
                made_by=MADE_BY,
            )
            for one in item.attributions
        )
    )


def resolved_in_gold(item: GoldItem) -> Resolved:
    """Return the marked attributions of an item as the resolve room answers them."""
    return resolve(annotate(item.article), attributed_in_gold(item))


def fed(item: GoldItem) -> Answers:
    """Return the answers where the marked attributions are given: what the resolver alone is worth."""
    resolved = resolved_in_gold(item)
    pairs = zip(item.attributions, resolved.attributions, strict=True)
    return {one.number: _answer(found, resolved.sources) for one, found in pairs if one.source}


def read(item: GoldItem) -> Answers:
    """Return the answers where the system reads the article for itself: each mention is given the attribution
    whose source overlaps it, of several the one of closest content."""
    resolved = read_article(item.article, Recipe(trained=True), mentions=False).resolved
    words = WordIndex(item.article)
    answers: dict[int, Answer] = {}
    for one in item.attributions:
        met = [found for found in resolved.attributions if share_text(found.source, one.source)]
        if one.source and met:
            content = words.under(one.content)
            best = max(met, key=lambda found: jaccard(words.under(found.content), content))
            answers[one.number] = _answer(best, resolved.sources)
    return answers


def _answer(found: Attribution, sources: Sequence[Source]) -> Answer:
    by_id = {source.id: source for source in sources}
    ids = tuple(one for one in (found.source_id, *found.other_source_ids) if one in by_id)
    names = tuple(by_id[one].name for one in ids)
    return Answer(ids, names, Grade(found.source_grade.value))
