"""`ondit errors`: what could not be processed, and a second try."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.adding import Adding, add_inputs
from ondit.cli.screen import this_screen
from ondit.ingest import Fetcher
from ondit.pipeline import Recipe
from ondit.present import FAILURE_FORMS
from ondit.resolve import Outlet
from ondit.store import open_store


@click.group()
def errors() -> None:
    """What could not be processed: list it, or try it again."""


@errors.command("list")
@options.store
@options.form(FAILURE_FORMS)
def list_(path: Path, form: str) -> None:
    """List the items that failed, with the reason and how often they were tried, the latest first."""
    with open_store(path) as store:
        failures = store.failures.read()
    click.echo(FAILURE_FORMS[form](failures, this_screen()), nl=False)


@errors.command()
@options.store
@options.model
@options.jobs
@options.outlets
@options.fetcher
def retry(path: Path, model: str | None, jobs: int, outlets: tuple[Outlet, ...], fetcher: Fetcher) -> None:
    """Go once more through the inputs in which items failed. What is in the store is not read again."""
    with open_store(path) as store:
        inputs = dict.fromkeys(failure.input for failure in store.failures.read())
    again = tuple(one for one in inputs if one != "-")
    if len(again) < len(inputs):
        click.echo("note: what came from standard input cannot be tried again; give it once more.", err=True)
    if again:
        recipe = Recipe(model=model, outlets=outlets)
        add_inputs(again, path, Adding(recipe=recipe, jobs=jobs, fetcher=fetcher))
    else:
        click.echo("there is nothing to try again.", err=True)
