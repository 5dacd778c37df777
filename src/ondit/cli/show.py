"""`ondit show`: one article with its attributions in place."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.screen import this_screen
from ondit.errors import NotFoundError
from ondit.pipeline import Recipe, shown_reading
from ondit.present import SHOW_FORMS
from ondit.resolve import Outlet
from ondit.store import open_store


@click.command()
@click.argument("article")
@options.store
@options.form(SHOW_FORMS)
@options.ids
@options.model
@options.outlets
def show(
    article: str, path: Path, form: str, ids: bool, model: str | None, outlets: tuple[Outlet, ...]
) -> None:
    """Show one article of the store with its attributions in place, and who each source is and why.

    It is read anew when the settings have changed since it was added.
    """
    with open_store(path) as store:
        reading = shown_reading(article, store, Recipe(model=model, outlets=outlets))
    if reading is None:
        raise NotFoundError(f"{path} holds no article {article}; 'ondit articles' lists them.")
    click.echo(SHOW_FORMS[form](reading, this_screen(ids=ids)), nl=False)
