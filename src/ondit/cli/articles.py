"""`ondit articles`: the articles that a store holds."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.screen import this_screen
from ondit.listings import list_articles
from ondit.model.listing import Narrowing
from ondit.present import ARTICLE_FORMS
from ondit.store import open_store


@click.command()
@click.argument("query", required=False, default="")
@options.store
@options.form(ARTICLE_FORMS)
@options.limit
@options.narrowing
def articles(query: str, path: Path, form: str, limit: int | None, narrowing: Narrowing) -> None:
    """List the articles in the order of publication; with QUERY, those that hold all its words."""
    with open_store(path) as store:
        rows = list_articles(store, narrowing, query=query, limit=options.rows_wanted(limit, form))
    click.echo(ARTICLE_FORMS[form](rows, this_screen()), nl=False)
