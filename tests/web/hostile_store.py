"""A store in which strangers have written payloads wherever text is free."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ondit.deciding import decide, draft
from ondit.engines import Loop
from ondit.model.article import Article, Link, Skipped
from ondit.model.decision import DecisionKind
from ondit.pipeline import Recipe, add_articles
from ondit.store import open_store

_FIELDS = 6  # payloads that one article takes beside its title


def fill(path: Path, payloads: Sequence[str]) -> list[str]:
    """Fill a store with an article for each payload, and return their ids: the payload is its title, and with
    its neighbours it stands in every other field; each is why something was decided, too, and a file that
    failed."""
    articles = [_article(number, payloads) for number in range(len(payloads))]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(path, create=True) as store:
        for _ in add_articles(store, articles, Recipe(), Loop()):
            pass
        store.failures.note(
            [Skipped(item=f"{one}.html", stage="ingest", reason=f"no text in {one}") for one in payloads], now
        )
        for article, payload in zip(articles, payloads, strict=True):
            decide(
                store,
                draft(DecisionKind.ORIGIN, [article.id], reason=payload, who=payload),
                now,
                near=[article.id],
            )
    return [article.id for article in articles]


def _article(number: int, payloads: Sequence[str]) -> Article:
    title, outlet, byline, quoted, said, address, link = (
        payloads[(number + step * 7) % len(payloads)] for step in range(_FIELDS + 1)
    )
    return Article(
        id=f"{number}{title}".encode(errors="replace").decode()[:200],
        title=f"{title} dam is cracked",
        text=f"The dam is cracked, {said} said.\n“{quoted}”, Ada Berg {quoted} told {outlet}.\n{said}",
        outlet=outlet,
        byline=byline,
        url=(f"https://a.example/{address}", f"javascript:fired({number})", address)[number % 3],
        published="2031-05-02",
        language="fi" if number % 4 else "en",  # read by quotations only, so a store is there sooner
        links=(Link(link, link),),
    )
