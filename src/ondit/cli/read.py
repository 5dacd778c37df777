"""`ondit read`: the attributions of texts; needs no store."""

import sys

import click

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.cli.screen import this_screen
from ondit.ingest import Fetcher
from ondit.pipeline import Recipe, read_articles, read_inputs
from ondit.present import READ_FORMS
from ondit.resolve import Outlet


@click.command()
@options.inputs
@options.form(READ_FORMS)
@options.model
@options.jobs
@options.outlets
@options.fetcher
def read(
    inputs: tuple[str, ...],
    form: str,
    model: str | None,
    jobs: int,
    outlets: tuple[Outlet, ...],
    fetcher: Fetcher,
) -> None:
    """Show who says what in texts, HTML files, JSON Lines, folders, or standard input (-)."""
    articles = read_inputs(inputs, stdin=sys.stdin.buffer, fetcher=fetcher)
    screen = this_screen()
    engine = options.engine_for(jobs)
    with Work("reading") as work:
        for reading in work.watch(
            read_articles(
                articles, Recipe(model=model, trained=True, outlets=outlets), engine, mentions=False
            )
        ):
            click.echo(READ_FORMS[form](reading, screen), nl=False)
    work.finish()
