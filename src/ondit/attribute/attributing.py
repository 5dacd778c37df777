"""The stage: quotation layer, candidates, continuation of speech, nesting, factuality."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from ondit.attribute.choosing import CueTable, cue_table
from ondit.attribute.draft import Draft
from ondit.attribute.drafting import SentenceDrafts
from ondit.attribute.nesting import finished
from ondit.attribute.quotations import Quotation, find_quotations
from ondit.attribute.speech import QuotedTokens
from ondit.attribute.tree import Tree
from ondit.languages import Lexicon, lexicon_of
from ondit.model.annotation import Annotated
from ondit.model.attribution import Attributed
from ondit.model.span import Part, merged

MADE_BY = "rules/1"
"""`made_by` of what this room finds; the number rises when the rules give other results."""


def attribute(annotated: Annotated) -> Attributed:
    """Return the attributions and refusals of an article, sources not yet resolved.

    Empty for a language without a lexicon, and where no parser read the article.
    """
    lexicon = lexicon_of(annotated.language)
    if lexicon is None or not annotated.parsed:
        return Attributed()
    drafts = [draft for part in Part for draft in _drafts(annotated, part, lexicon)]
    return Attributed(attributions=finished(drafts, annotated.article, lexicon, MADE_BY))


def _drafts(annotated: Annotated, part: Part, lexicon: Lexicon) -> list[Draft]:
    text = annotated.article.part(part)
    quotations = find_quotations(text, lexicon.quotation.marks, part)
    cues = _cues(lexicon.language)
    used: set[int] = set()
    drafts: list[Draft] = []
    first = 0
    speaker: int | None = None
    paragraph = -1
    for place, sentence in enumerate(annotated.sentences):
        if sentence.span.part is not part:
            continue
        tree = Tree(sentence)
        quoted = QuotedTokens(tree, quotations, first)
        first = quoted.next
        found = list(SentenceDrafts(place, tree, quoted, text).found(cues, used))
        new = [one for one in quoted.places if one not in used]
        if quoted.is_all(tree) and new:
            if speaker is not None and _continues(quotations[new[0]], sentence.paragraph == paragraph):
                spans = [quotations[one].span for one in new]
                drafts[speaker] = replace(
                    drafts[speaker], content=merged([*drafts[speaker].content, *spans], text)
                )
                used.update(new)
        elif not quoted.is_all(tree):
            speaker = None
        drafts += found
        for number, draft in enumerate(found):
            if (
                quoted.places
                and any(
                    quotations[one].span.overlaps(span) for one in quoted.places for span in draft.content
                )
                and not any(
                    quotations[one].span.overlaps(span) for one in quoted.places for span in draft.cue
                )
            ):
                speaker = len(drafts) - len(found) + number
        paragraph = sentence.paragraph
    return drafts


def _continues(quotation: Quotation, same_paragraph: bool) -> bool:
    return same_paragraph or quotation.reopened


@lru_cache(maxsize=8)
def _cues(language: str) -> CueTable:
    lexicon = lexicon_of(language)
    return cue_table(lexicon.cue if lexicon else ())
