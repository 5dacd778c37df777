"""`ondit claims`: the claims that a store holds."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.screen import this_screen
from ondit.listings import list_claims
from ondit.model.listing import Narrowing
from ondit.present import CLAIM_FORMS
from ondit.store import open_store


@click.command()
@click.argument("query", required=False, default="")
@options.store
@options.form(CLAIM_FORMS)
@options.limit
@options.narrowing
def claims(query: str, path: Path, form: str, limit: int | None, narrowing: Narrowing) -> None:
    """List the claims, most telling first: many carriers, few origins.

    With QUERY, only claims that hold all its words.
    """
    with open_store(path) as store:
        rows = list_claims(store, narrowing, query=query, limit=options.rows_wanted(limit, form))
    click.echo(CLAIM_FORMS[form](rows, this_screen()), nl=False)
