"""`ondit stories`: the stories that a store holds."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.screen import this_screen
from ondit.listings import list_stories
from ondit.model.listing import Narrowing
from ondit.present import STORY_FORMS
from ondit.store import open_store


@click.command()
@options.store
@options.form(STORY_FORMS)
@options.limit
@options.narrowing
def stories(path: Path, form: str, limit: int | None, narrowing: Narrowing) -> None:
    """List the stories, those with the most articles first: events, the articles about them, their claims."""
    with open_store(path) as store:
        rows = list_stories(store, narrowing, limit=options.rows_wanted(limit, form))
    click.echo(STORY_FORMS[form](rows, this_screen()), nl=False)
