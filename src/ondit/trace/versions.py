"""Versions: one page captured twice with other words is one article, of which the later version speaks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.reading import Reading
from ondit.model.time import read_interval


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
    pages: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url:
            pages[article.url.partition("#")[0].rstrip("/")].append(article)
    return frozenset(
        one.id
        for versions in pages.values()
        for one in versions
        if any(_is_later(other, one) for other in versions)
    )


def _is_later(one: Article, other: Article) -> bool:
    for late, early in (
        (one.captured, other.captured),
        (one.modified or one.published, other.modified or other.published),
    ):
        if late and early and late != early:
            return read_interval(early).surely_before(read_interval(late))
    return False
