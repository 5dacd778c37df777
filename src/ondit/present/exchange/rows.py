"""The rows of listings and of an export, from the readings and the linking of a collection."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ondit.model.article import Article
from ondit.model.claim import Linking
from ondit.model.listing import ListedArticle, ListedClaim, ListedCopy, ListedSource, ListedStory, Place
from ondit.model.provenance import Trace
from ondit.model.reading import Reading
from ondit.model.source import Source


def article_rows(
    articles: Sequence[Article], linking: Linking, told: Mapping[str, str | None]
) -> list[ListedArticle]:
    """Return the articles, in the order given, with the claims they carry.

    `told` are the outlets that readings tell, by article, where nobody states one.
    """
    mains = {main.article_id: main for main in linking.mains}
    carried: dict[str, list[str]] = defaultdict(list)
    for claim in linking.claims:
        for article_id in claim.carriers:
            carried[article_id].append(claim.id)
    return [
        ListedArticle(
            article=article,
            main=mains.get(article.id),
            claims=tuple(carried[article.id]),
            told=told.get(article.id),
        )
        for article in articles
    ]


def claim_rows(
    articles: Iterable[Article], linking: Linking, traces: Iterable[Trace] = ()
) -> list[ListedClaim]:
    """Return the claims, most telling first: many carriers, then few origins. `traces` give the ranges."""
    origins = {trace.graph.claim.id: trace.independent_origins for trace in traces}
    shelf = {article.id: article for article in articles}
    rows = [
        ListedClaim(
            claim=claim,
            articles=tuple(shelf[one] for one in claim.carriers if one in shelf),
            origins=origins.get(claim.id),
        )
        for claim in linking.claims
    ]

    def telling(row: ListedClaim) -> tuple[int, float, str]:
        return -len(row.articles), row.origins.at_most if row.origins else float("inf"), row.claim.id

    return sorted(rows, key=telling)


def story_rows(articles: Iterable[Article], linking: Linking) -> list[ListedStory]:
    """Return the stories, those with most articles first."""
    shelf = {article.id: article for article in articles}
    rows = (
        ListedStory(story=story, articles=tuple(shelf[one] for one in story.articles if one in shelf))
        for story in linking.stories
    )
    return sorted(rows, key=lambda row: (-len(row.story.articles), row.story.id))


def copy_rows(articles: Iterable[Article], linking: Linking) -> list[ListedCopy]:
    """Return the copies whose two articles are among those given."""
    shelf = {article.id: article for article in articles}
    return [
        ListedCopy(copy=copy, later=shelf[copy.later], earlier=shelf[copy.earlier])
        for copy in linking.copies
        if copy.later in shelf and copy.earlier in shelf
    ]


def source_rows(readings: Iterable[Reading]) -> list[ListedSource]:
    """Return each source once, with all places that name it, in the order in which they are met.

    `aliases` are the words of those places, and the names other articles give it, that are not its name.
    """
    first: dict[str, Source] = {}
    aliases: dict[str, dict[str, None]] = defaultdict(dict)
    places: dict[str, list[Place]] = defaultdict(list)
    for source, reading in _met(readings):
        known = first.setdefault(source.id, source)
        here = [Place(reading.article, span) for span in source.mentions]
        places[source.id].extend(here)
        words = (source.name, *(reading.article.cut(place.span) for place in here))
        aliases[source.id].update(dict.fromkeys(word for word in words if word and word != known.name))
    return [
        ListedSource(source=source, aliases=tuple(aliases[name]), places=tuple(places[name]))
        for name, source in first.items()
    ]


def _met(readings: Iterable[Reading]) -> Iterator[tuple[Source, Reading]]:
    for reading in readings:
        for source in reading.resolved.sources:
            yield source, reading
