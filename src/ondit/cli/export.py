"""`ondit export`: what a store holds, for other tools and for an editor."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.screen import this_screen
from ondit.errors import NotFoundError
from ondit.listings import export_rows, list_claims
from ondit.model.listing import Narrowing
from ondit.pipeline import Recipe, trace_stored
from ondit.present import TRACE_FORMS, export_lines
from ondit.store import Store, open_store


@click.command()
@click.argument("claim", required=False)
@options.store
@click.option(
    "--to",
    "form",
    type=click.Choice(["jsonl", "html"]),
    required=True,
    help="jsonl: all that the store holds, in our own schemas. html: one claim's trace as a page.",
)
@options.bindings
@options.narrowing
@options.model
def export(
    claim: str | None, path: Path, form: str, bindings: bool, narrowing: Narrowing, model: str | None
) -> None:
    """Write what the store holds, or the trace of one claim, to standard output.

    CLAIM is a claim id or a sentence, for html; without it, the most telling claim is taken.
    """
    with open_store(path) as store:
        if form == "jsonl":
            for line in export_lines(export_rows(store, narrowing, bindings=bindings)):
                click.echo(line, nl=False)
        else:
            click.echo(_page(store, claim, narrowing, Recipe(model=model), bindings), nl=False)


def _page(store: Store, claim: str | None, narrowing: Narrowing, recipe: Recipe, bindings: bool) -> str:
    if claim is None:
        rows = list_claims(store, narrowing, limit=1)
        if not rows:
            raise NotFoundError(f"{store.path} holds no such claims; 'ondit add' adds articles.")
        claim = rows[0].claim.id
    traced = trace_stored(claim, store, recipe, narrowing, bindings=bindings)
    if traced is None:
        raise NotFoundError(f"{store.path} holds no claim like that sentence; 'ondit claims' lists them.")
    return TRACE_FORMS["html"](traced, list(store.articles()), this_screen())
