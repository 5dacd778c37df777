"""`ondit add`: articles into the store."""

import sys
from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.ingest import Fetcher
from ondit.pipeline import Recipe, add_articles, read_inputs
from ondit.resolve import Outlet
from ondit.store import open_store


@click.command()
@options.inputs
@options.store
@options.model
@options.jobs
@options.outlets
@options.fetcher
@click.option("--fast", is_flag=True, help="Extract the text of pages more quickly, and more coarsely.")
def add(
    inputs: tuple[str, ...],
    path: Path,
    model: str | None,
    jobs: int,
    outlets: tuple[Outlet, ...],
    fetcher: Fetcher,
    fast: bool,
) -> None:
    """Put articles into the store, read them, and link their claims. Adding twice changes nothing."""
    with open_store(path, create=True) as store, Work("adding") as work:
        articles = read_inputs(inputs, stdin=sys.stdin.buffer, fetcher=fetcher, fast=fast)
        for _ in work.watch(
            add_articles(store, articles, Recipe(model=model, outlets=outlets), options.engine_for(jobs))
        ):
            pass
    click.echo(f"{work.done} articles added to {path}.", err=True)
    work.finish()
