"""One item becomes one article: the stage behind `read_inputs`."""

from ondit.errors import InputError
from ondit.ingest.dates import read_date
from ondit.ingest.decode import decode
from ondit.ingest.item import Item, Kind, skipped
from ondit.ingest.language import detect_language
from ondit.ingest.limits import check_length
from ondit.ingest.pages import article_from_page
from ondit.ingest.records import article_from_text, decode_record, overlaid
from ondit.ingest.tidy import tidy
from ondit.model.article import Article, Skipped, article_id


def read_item(item: Item) -> Article | Skipped:
    """Return the article that an item holds, or why there is none. Pure and picklable; never raises."""
    try:
        return _READERS[item.kind](item)
    except InputError as error:
        return skipped(item.name, str(error))


def _read_record(item: Item) -> Article:
    stated = decode_record(item.content)
    if stated.text:
        return article_from_text(stated)
    if stated.html:
        return overlaid(article_from_page(stated.html, url=stated.url, captured=stated.captured), stated)
    raise InputError("no text: 'text' or 'html' must hold the article")


def _read_page(item: Item) -> Article:
    markup = decode(item.content, markup=True, charset=item.charset)
    return article_from_page(markup, url=item.url, captured=item.captured)


def _read_text(item: Item) -> Article:
    text = tidy(decode(item.content, charset=item.charset)).strip()
    check_length(text)
    return Article(
        id=article_id(text, "", item.url),
        text=text,
        url=item.url,
        captured=read_date(item.captured),
        language=detect_language("", text),
    )


_READERS = {Kind.RECORD: _read_record, Kind.PAGE: _read_page, Kind.TEXT: _read_text}
