import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.match import find_mentions
from ondit.model.article import Article
from ondit.model.reading import Reading
from ondit.resolve import resolve


def read_article(article_id, text, **fields):
    article = Article(id=article_id, text=text, language=fields.pop("language", "en"), **fields)
    annotated = annotate(article)
    resolved = resolve(annotated, attribute(annotated, trained=False))
    return Reading(article=article, resolved=resolved, mentions=find_mentions(annotated, resolved))


@pytest.fixture
def read():
    """Read one article: id and text, then any field of an article."""
    return read_article
