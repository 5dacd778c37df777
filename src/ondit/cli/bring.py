"""`ondit import`: what an export holds, back into a store."""

from pathlib import Path
from typing import BinaryIO

import click

from ondit.cli import options
from ondit.cli.group import EXIT_NOTHING_DONE, EXIT_SOME_FAILED
from ondit.deciding import bring_decisions
from ondit.ingest import read_decisions
from ondit.model.article import Skipped
from ondit.store import open_store


@click.command("import")
@click.argument("file", type=click.File("rb"))
@options.store
@click.pass_context
def bring(ctx: click.Context, file: BinaryIO, path: Path) -> None:
    """Bring the decisions of an export into the store; lines of other kinds are passed over.

    Importing twice changes nothing.
    """
    with open_store(path) as store:
        results = list(bring_decisions(store, read_decisions(file, file.name)))
    skipped = [one for one in results if isinstance(one, Skipped)]
    for one in skipped:
        click.echo(f"skipped: {one.item}: {one.reason}", err=True)
    done = len(results) - len(skipped)
    click.echo(f"Decisions brought into {path}: {done}.", err=True)
    if skipped:
        ctx.exit(EXIT_SOME_FAILED if done else EXIT_NOTHING_DONE)
