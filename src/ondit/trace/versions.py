"""Versions: one page captured twice with other words is one article, of which the later version speaks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.provenance import Carrier, Revision
from ondit.model.reading import Reading
from ondit.model.time import read_interval
from ondit.trace.carrying import carrier_of, carryings_of, retraction_in


def without_older_versions(claim: Claim, readings: Mapping[str, Reading]) -> Claim:
    """Return the claim without what older versions of its pages say, where a later version carries it too.

    A page is known by its address. An outlet that changes its page does not become a second witness.
    """
    carriers = [readings[one].article for one in claim.carriers if one in readings]
    older = older_versions(carriers)
    if not older:
        return claim
    return replace(claim, mentions=tuple(one for one in claim.mentions if one.article_id not in older))


def older_versions(articles: Iterable[Article]) -> frozenset[str]:
    """Return the ids of those articles of which a later version is among them.

    Later is what was captured later, else what the page itself dates later; where neither tells, both stand.
    """
    return frozenset(one.id for versions in _pages(articles) for one in versions if _later(one, versions))


def revisions_of(claim: Claim, readings: Mapping[str, Reading]) -> Iterator[Revision]:
    """Yield the pages of which an older version carries the claim, in the order of the older ones' ids."""
    carriers = set(claim.carriers)
    pages = list(_pages(reading.article for reading in readings.values()))
    newest = {
        one.id: found[-1]
        for versions in pages
        for one in versions
        if one.id in carriers and (found := _later(one, versions))
    }
    if not newest:
        return
    mentions = tuple(one for one in claim.mentions if one.article_id in newest)
    for article_id, carrying in carryings_of(replace(claim, mentions=mentions), readings).items():
        later = readings[newest[article_id].id]
        yield Revision(
            earlier=carrier_of(carrying, ()), later=later.id, takes_back=retraction_in(later.article)
        )


def taken_back(carrier: Carrier, revisions: Iterable[Revision]) -> Carrier:
    """Return a carrier that takes the claim back where a later version of its page does."""
    found = (one.takes_back for one in revisions if one.earlier.article_id == carrier.article_id)
    shown = next(filter(None, found), None)
    if shown is None or carrier.takes_back:
        return carrier
    return replace(carrier, takes_back=shown, speaks_from_knowledge=None)


def page_address(article: Article) -> str:
    """Return the address by which the versions of a page are known, empty where it has none."""
    return (article.url or "").partition("#")[0].rstrip("/")


def _pages(articles: Iterable[Article]) -> Iterator[list[Article]]:
    pages: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if address := page_address(article):
            pages[address].append(article)
    return (versions for versions in pages.values() if len(versions) > 1)


def _later(one: Article, versions: Iterable[Article]) -> list[Article]:
    """Return the later versions of a page, the newest last."""
    later = [other for other in versions if _is_later(other, one)]
    return sorted(later, key=lambda other: (sum(_is_later(other, third) for third in later), other.id))


def _is_later(one: Article, other: Article) -> bool:
    for late, early in (
        (one.captured, other.captured),
        (one.modified or one.published, other.modified or other.published),
    ):
        if late and early and late != early:
            return read_interval(early).surely_before(read_interval(late))
    return False
