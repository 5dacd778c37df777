"""`ondit remove`: articles out of the store, for good."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.errors import NotFoundError
from ondit.model.listing import Narrowing
from ondit.pipeline import Recipe, remove_articles
from ondit.resolve import Outlet
from ondit.store import Store, open_store


@click.command()
@click.argument("ids", nargs=-1, metavar="[ARTICLE]...")
@click.option("--outlet", help="All articles of this outlet.")
@click.option("--before", help="All articles published before this date (ISO 8601).")
@options.store
@options.model
@options.outlets
def remove(
    ids: tuple[str, ...],
    outlet: str | None,
    before: str | None,
    path: Path,
    model: str | None,
    outlets: tuple[Outlet, ...],
) -> None:
    """Erase articles: text, captures, search index, and all that was read out of them. There is no undo.

    With --outlet and --before both, those articles that fit both.
    """
    if not (ids or outlet or before):
        raise click.UsageError("name articles by their ids, or give --outlet or --before")
    with open_store(path) as store:
        erased = remove_articles(
            store, _wanted(store, ids, outlet, before), Recipe(model=model, outlets=outlets)
        )
    click.echo(f"{erased} articles erased from {path}.", err=True)


def _wanted(store: Store, ids: tuple[str, ...], outlet: str | None, before: str | None) -> list[str]:
    """Return the ids of the articles to erase. Raises `NotFoundError` for one that is not there."""
    there = {article.id for article in store.articles()} if ids else set()
    if missing := [one for one in ids if one not in there]:
        raise NotFoundError(
            f"no article {missing[0]} here; 'ondit articles' lists those that the store holds"
        )
    if not (outlet or before):
        return list(ids)
    bounds = Narrowing(outlet=outlet)
    earliest = Narrowing(since=before).bounds()[0] if before else None
    found = [
        article.id
        for article in store.articles(bounds)
        if earliest is None
        or ((published := article.published_interval) is not None and published.end <= earliest)
    ]
    return [*ids, *(one for one in found if one not in ids)]
