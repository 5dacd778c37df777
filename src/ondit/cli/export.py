"""`ondit export`: what a store holds, for other tools and for an editor."""

from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec.structs import replace

from ondit.cli import options
from ondit.listings import find_holding
from ondit.model.listing import Narrowing
from ondit.pipeline import Recipe
from ondit.present import EXPORTS, TABLES
from ondit.store import open_store


@click.command()
@options.store
@click.option(
    "--to",
    "form",
    type=click.Choice(list(EXPORTS)),
    required=True,
    help="The form; jsonl is ours, and has all that the store holds.",
)
@click.option("--claim", help="Only this claim, by id or sentence, and the articles that carry it.")
@click.option(
    "--table",
    type=click.Choice(list(TABLES)),
    default="carriers",
    show_default=True,
    help="Which table, for csv.",
)
@options.bindings
@options.narrowing
@options.model
def export(
    path: Path,
    form: str,
    claim: str | None,
    table: str,
    bindings: bool,
    narrowing: Narrowing,
    model: str | None,
) -> None:
    """Write what the store holds, or one claim of it, to standard output.

    Without --claim, forms that show who has a claim from whom take all claims with several carriers, and html
    the one with the most.
    """
    write = TABLES[table] if form == "csv" else EXPORTS[form]
    with open_store(path) as store:
        holding = find_holding(store, narrowing, Recipe(model=model), claim=claim, bindings=bindings)
        for piece in write(replace(holding, made=datetime.now(UTC).isoformat(timespec="seconds"))):
            click.echo(piece, nl=False)
