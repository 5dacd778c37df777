"""`ondit add`: articles into the store."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.adding import Adding, add_inputs
from ondit.ingest import Fetcher
from ondit.pipeline import Recipe
from ondit.resolve import Outlet


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
    recipe = Recipe(model=model, outlets=outlets)
    add_inputs(inputs, path, Adding(recipe=recipe, jobs=jobs, fetcher=fetcher, fast=fast))
