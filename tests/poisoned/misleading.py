"""Collections of articles made to mislead; outlets, persons and events are invented."""

import itertools
from collections.abc import Iterator

from msgspec.structs import replace

from ondit.model.article import Article

QUESTION = "The dam at Kelmen will be closed for two years."
QUOTATION = "“The wall has moved by four centimetres since the spring, and nobody dares to say it aloud,”"
TEXT = (
    "The dam at Kelmen will be closed for two years, a source at the water board told the Northern Courier. "
    f"{QUOTATION} the source said. Repairs are expected to cost 40 million crowns, and the villages below "
    "the wall will get their water from tankers until the basin has been filled again."
)
_FIRST = ("Amber", "Birch", "Copper", "Delta", "Ember", "Fjord", "Granite", "Harbour", "Ivory", "Juniper")
_MIDDLE = ("North", "South", "East", "West", "Upper", "Lower", "Inner", "Outer", "Old", "New")
_LAST = (
    "Gazette",
    "Herald",
    "Courier",
    "Tribune",
    "Observer",
    "Dispatch",
    "Chronicle",
    "Post",
    "Echo",
    "Mirror",
)
_SAID = ("will be closed", "is to be shut", "will be shut down", "is going to be closed", "is to close")
_OPEN = ("", "In the north, ", "It is official: ", "Bad news for the valley: ", "After a bad spring, ")
_COST = (
    "Repairs will cost 40 million crowns",
    "The bill comes to 40 million crowns",
    "40 million crowns will have to be spent",
    "It will take 40 million crowns to mend it",
    "Mending it costs 40 million crowns",
)
_WATER = (
    "and the villages below will drink from tankers",
    "while the villages below the wall depend on tankers",
    "and tankers will bring water to the villages below",
    "and people in the valley will live on water from tankers",
    "while lorries carry water to the villages below",
)


def outlets() -> Iterator[str]:
    """Yield a thousand names of outlets that are in no table."""
    names = itertools.product(_LAST, _MIDDLE, _FIRST)
    return (f"{first} {middle} {last}" for last, middle, first in names)


def article(
    place: int, outlet: str, text: str, *, day: int = 2, url: str | None = None, title: str = ""
) -> Article:
    """Return one page of a collection; `day` is one of May 2031."""
    return Article(
        id=f"p{place}",
        outlet=outlet,
        title=title,
        text=text,
        language="en",
        published=f"2031-05-{day:02d}",
        url=url,
    )


def seed() -> Article:
    """Return the page that all others have it from."""
    return article(0, "Northern Courier", TEXT, day=1)


def verbatim(count: int) -> list[Article]:
    """Return the page and so many copies of it that credit nobody."""
    pages = zip(range(1, count + 1), outlets(), strict=False)
    return [seed(), *(article(place, outlet, TEXT) for place, outlet in pages)]


def paraphrases(count: int) -> list[Article]:
    """Return the page and so many that tell it in other words, with its quotation."""
    ways = itertools.product(_OPEN, _SAID, _COST, _WATER)
    pages = zip(range(1, count + 1), outlets(), ways, strict=False)
    return [
        seed(),
        *(
            article(
                place,
                outlet,
                f"{opening}{'The' if not opening.endswith(', ') else 'the'} dam at Kelmen {said} for two "
                f"years, an insider said. {QUOTATION} the insider said. {cost}, {water}.",
            )
            for place, outlet, (opening, said, cost, water) in pages
        ),
    ]


def sock_puppets(count: int) -> list[Article]:
    """Return so many outlets of which each has it from the next, and the last from the first."""
    names = list(itertools.islice(outlets(), count))
    return [
        article(
            place,
            outlet,
            f"The dam at Kelmen will be closed for two years, the {names[(place + 1) % count]} reported. "
            f"Readers of the {outlet} wrote {place + 3} letters about it.",
        )
        for place, outlet in enumerate(names)
    ]


def unnamed(count: int) -> list[Article]:
    """Return so many outlets that give the Northern Courier's source another description each."""
    words = itertools.cycle(
        ("a source", "an insider", "a well-placed source", "a person close to the matter")
    )
    pages = zip(range(1, count + 1), outlets(), words, strict=False)
    return [
        seed(),
        *(
            article(
                place,
                outlet,
                "The dam at Kelmen will be closed for two years, the Northern Courier reported, citing "
                f"{who}. The {outlet} has asked {place + 1} neighbours what they think of it.",
            )
            for place, outlet, who in pages
        ),
    ]


def backdated() -> list[Article]:
    """Return the page and a copy of it that bears an earlier date."""
    copy = article(1, "Amber North Gazette", TEXT)
    return [seed(), replace(copy, published="2031-04-01")]


def self_citing() -> list[Article]:
    """Return pages of one outlet of which each cites the outlet."""
    said = "The dam at Kelmen will be closed for two years, the Amber Gazette reported."
    return [
        article(day, "Amber Gazette", f"{said} It rained on {day} days of the month.", day=day)
        for day in range(1, 7)
    ]


def look_alike() -> list[Article]:
    """Return a page of an outlet that looks like Reuters, and one that cites Reuters."""
    lure = "The dam at Kelmen will be closed for two years, a source at the water board told Reuters."
    return [
        article(1, "Reuterss", lure, day=1, url="https://www.reuterss.com/dam"),
        article(
            2, "Amber Gazette", "The dam at Kelmen will be closed for two years, Reuters reported on Monday."
        ),
    ]
