"""`ondit add`: articles into the store."""

import sys
from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.ingest import read_inputs
from ondit.pipeline import Recipe, add_articles, engine_for
from ondit.store import open_store


@click.command()
@options.inputs
@options.store
@options.model
@options.jobs
def add(inputs: tuple[str, ...], path: Path, model: str | None, jobs: int) -> None:
    """Put articles into the store, read them, and link their claims. Adding twice changes nothing."""
    with open_store(path, create=True) as store, Work("adding") as work:
        articles = read_inputs(inputs, stdin=sys.stdin.buffer)
        added = sum(
            1 for _ in work.watch(add_articles(store, articles, Recipe(model=model), engine_for(jobs)))
        )
        total = store.count()
    click.echo(f"{added} added; {path} holds {total} articles.", err=True)
    work.finish()
