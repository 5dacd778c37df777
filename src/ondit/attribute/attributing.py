"""The stage: quotation layer, drafts sentence by sentence, labels and headlines, nesting."""

from collections.abc import Iterator
from functools import lru_cache

from ondit.attribute.draft import Draft
from ondit.attribute.labels import clear_of, headline_drafts, label_drafts
from ondit.attribute.learned.judges import judge_of
from ondit.attribute.nesting import finished
from ondit.attribute.scene import Rules, rules_from
from ondit.attribute.speaking import PartReader
from ondit.attribute.surface.articles import attribute_surface
from ondit.attribute.unread import attribute_unread
from ondit.languages import lexicon_of
from ondit.model.annotation import Annotated
from ondit.model.article import Article
from ondit.model.attribution import Attributed
from ondit.model.span import Part, share_text

MADE_BY = "rules/3"
"""`made_by` of what this room finds; the number rises when the rules give other results."""


def attribute(annotated: Annotated, *, trained: bool = True) -> Attributed:
    """Return the attributions and refusals of an article, sources not yet resolved.

    Contents and sources have no punctuation at their ends, but a quotation that a content takes in whole
    keeps its marks. Where no parser read the article, it is read on the surface, by the lexicon's table
    `surface`. A language that has no lexicon gives its quotations, without source and cue, and
    what it credits to names.

    Where weights for the language are installed they choose, unless `trained` is False; the rules do the
    rest, and all where there are none.

    Raises `ModelError` when weights are installed and are broken, which concerns every article alike.
    """
    lexicon = lexicon_of(annotated.language)
    if lexicon is None:
        return attribute_unread(annotated)
    if not annotated.parsed:
        return attribute_surface(annotated, lexicon)
    rules = _rules_of(annotated.language, trained)
    made_by = f"{MADE_BY} {rules.judge.made_by}" if rules.judge else MADE_BY
    title, body = (PartReader(annotated, part, lexicon.quotation.marks, rules) for part in Part)
    title.read()
    body.read()
    known = _source_words(body.drafts, annotated.article)
    headline = list(_new(headline_drafts(title, known, _own_names(annotated.article), rules), title.drafts))
    drafts = [
        [*clear_of(title.drafts, headline, title.text), *headline],
        [*body.drafts, *label_drafts(body, rules)],
    ]
    quotations = [*title.quotations, *body.quotations]
    return Attributed(
        attributions=tuple(
            one for found in drafts for one in finished(found, quotations, annotated, made_by)
        ),
        refusals=(*title.refusals, *body.refusals),
    )


@lru_cache(maxsize=64)
def _rules_of(language: str, trained: bool) -> Rules:
    """Return the rules of a language, arranged once per process. Raises `LookupError` without a lexicon."""
    lexicon = lexicon_of(language)
    if lexicon is None:
        raise LookupError(language)
    return rules_from(lexicon, judge_of(lexicon) if trained else None)


def _new(drafts: Iterator[Draft], known: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts whose cue no other draft has."""
    return (draft for draft in drafts if not any(share_text(draft.cue, other.cue) for other in known))


def _source_words(drafts: list[Draft], article: Article) -> frozenset[str]:
    """Return the words of the sources, in lower case."""
    sources = (article.cut(span) for draft in drafts for span in draft.source)
    return frozenset(word.lower() for source in sources for word in source.split() if word[:1].isupper())


def _own_names(article: Article) -> frozenset[str]:
    """Return the words of the names of the article's outlet and their initials, in lower case."""
    names = (article.outlet, article.site_name, article.publisher)
    words = {word.lower() for name in names if name for word in name.split()}
    initials = {"".join(word[0] for word in name.lower().split()) for name in names if name}
    return frozenset(words | initials)
