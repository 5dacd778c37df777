"""The stage: an article's title and body, read paragraph by paragraph."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ondit.annotate.parsed import parsed_sentences
from ondit.annotate.parser import load_parser
from ondit.annotate.plain import NO_ENCLITICS, plain_sentences
from ondit.annotate.stretches import LETTERLESS, LONGEST_RUN, stretches
from ondit.languages import lexicon_of
from ondit.model.annotation import Annotated, Sentence
from ondit.model.article import Article
from ondit.model.span import Part
from ondit.text.patterns import Lemmas

UNKNOWN_LANGUAGE = "und"
"""BCP 47 for an article whose language nobody stated or found."""


PLAIN = "plain/2"
"""`made_by` where no parser read the article."""


def annotate(article: Article, *, model: str | None = None) -> Annotated:
    """Return the article with its sentences and tokens, the title's first.

    `model` is the path or package name of a spaCy model that the user set for the article's language. Where
    the language has no parser, or it is not installed, sentences and tokens carry no grammar and `parsed` is
    False.

    Raises `ModelError` when a model is set or installed and is broken, which concerns every article alike.
    """
    language = article.language or UNKNOWN_LANGUAGE
    parser = load_parser(language, model)
    longest = LONGEST_RUN if parser else LETTERLESS * max(len(article.text), len(article.title))
    pieces = [piece for part in Part for piece in stretches(article.part(part), part, longest)]
    sentences: Iterable[Sentence]
    if parser is None:
        lemmas, enclitics = _lemmas(language), _enclitics(language)
        sentences = (one for piece in pieces for one in plain_sentences(piece, lemmas, enclitics))
    else:
        sentences = parsed_sentences(pieces, article, parser)
    return Annotated(
        article=article,
        language=language,
        sentences=tuple(sentences),
        parsed=parser is not None,
        made_by=parser.made_by if parser else PLAIN,
    )


@lru_cache(maxsize=64)
def _lemmas(language: str) -> Lemmas:
    lexicon = lexicon_of(language)
    if lexicon is None:
        return Lemmas({})
    return Lemmas(lexicon.lemmas, lexicon.surface.proclitics if lexicon.surface else ())


def _enclitics(language: str) -> Mapping[str, str]:
    lexicon = lexicon_of(language)
    return lexicon.surface.enclitics if lexicon and lexicon.surface else NO_ENCLITICS
