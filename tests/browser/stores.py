"""Stores for looking at pages: an Arabic story, a crowd that carries one claim, nothing at all."""

from collections.abc import Iterable
from pathlib import Path

from ondit.engines import Loop
from ondit.model.article import Article
from ondit.pipeline import Recipe, add_articles
from ondit.store import open_store

_LONG = "The Lowland Gazette of Commerce, Shipping and Inland Waterways (Evening Edition)"


def empty(path: Path) -> Path:
    """Make a store that holds nothing."""
    open_store(path, create=True).close()
    return path


def arabic(path: Path) -> Path:
    """Make a store with a story told in Arabic, and once in English."""
    wire = (
        "قال مصدر في وزارة المياه إن في سد هالدن شقا طوله 40 مترا. "
        "وأضاف المصدر أن العمال أخلوا الموقع يوم الاثنين.\n"
        "ونقلت الصحيفة عن رئيس البلدية قوله: «لم يبلغنا أحد بشيء حتى المساء».\nولم تؤكد الشركة الخبر."
    )
    taken = (
        "أفادت وكالة بريد الوادي نقلا عن مصدر في وزارة المياه بأن في سد هالدن شقا طوله 40 مترا. "
        "وقال خبراء إن الخطر كبير."
    )
    english = (
        "A crack 40 metres long runs through the Halden dam, Valley Post reported,"
        " citing a source in the water ministry."
    )
    told = [
        ("wadi-1", "بريد الوادي", "ar", "2031-05-02T08:10:00Z", "شق في سد هالدن طوله 40 مترا: مصدر", wire),
        ("sahil-1", "الساحل اليوم", "ar", "2031-05-02T11:00:00Z", "بريد الوادي: شق في سد هالدن", taken),
        ("valley-1", "Halden Courier", "en", "2031-05-03", "Crack in Halden dam", english),
    ]
    return _filled(
        path,
        [
            Article(id=one, outlet=outlet, language=language, published=when, title=title, text=text)
            for one, outlet, language, when, title, text in told
        ],
    )


def crowd(path: Path, size: int) -> Path:
    """Make a store in which so many articles carry one claim, most of them from one wire."""
    wire = Article(
        id="wire",
        title="Crack 40 metres long runs through Halden dam",
        text="A crack 40 metres long runs through the Halden dam, an engineer at the site told Fjord Wire.",
        outlet="Fjord Wire",
        language="en",
        published="2031-05-01T06:00:00Z",
    )
    return _filled(path, [wire, *(taker(number) for number in range(1, size))])


def taker(number: int) -> Article:
    """Return one of the articles that take the claim from the wire."""
    given = ("Fjord Wire", "Fjord Wire", "Outlet 1 of the Long Valley", _LONG)[number % 4]
    return Article(
        id=f"taker-{number}",
        title="Crack 40 metres long runs through Halden dam",
        text=f"A crack 40 metres long runs through the Halden dam, {given} reported. Word {number} is new.",
        outlet=_LONG if number == 3 else f"Outlet {number} of the Long Valley",
        language="en",
        published=f"2031-05-{1 + number * 4 // 300 % 28:02}T{8 + number % 12:02}:{number % 60:02}:00Z",
    )


def _filled(path: Path, articles: Iterable[Article]) -> Path:
    with open_store(path, create=True) as store:
        for _ in add_articles(store, articles, Recipe(), Loop()):
            pass
    return path
