"""`ondit import`: what an export holds, back into a store."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.deciding import bring_back
from ondit.ingest import items_of_stream, read_export
from ondit.model.decision import Decision
from ondit.model.reading import Reading
from ondit.pipeline import Recipe, unpacking_apart
from ondit.resolve import Outlet
from ondit.store import open_store


@click.command("import")
@click.argument("file", type=click.File("rb"))
@options.store
@options.model
@options.jobs
@options.outlets
def bring(file: BinaryIO, path: Path, model: str | None, jobs: int, outlets: tuple[Outlet, ...]) -> None:
    """Bring the articles and decisions of an export into the store; all else is found anew from them.

    FILE is what 'ondit export --to jsonl' wrote, packed or not. Importing twice changes nothing.
    """
    name = str(getattr(file, "name", "standard input"))
    recipe = Recipe(model=model, outlets=outlets)
    with (
        open_store(path, create=True) as store,
        unpacking_apart() as unpack,
        Work("importing") as work,
    ):
        found = read_export(items_of_stream(name, file, ".jsonl", unpack))
        brought: Iterator[Reading | Decision] = work.watch(
            bring_back(store, found, recipe, options.engine_for(jobs))
        )
        decisions = sum(isinstance(one, Decision) for one in brought)
    click.echo(f"Brought into {path}: {work.done - decisions} articles, {decisions} decisions.", err=True)
    work.finish()
