"""`ondit demo`: the shipped story, from nothing to an answer."""

import tempfile
from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.cli.screen import this_screen
from ondit.demo import QUESTION, demo_articles_path
from ondit.listings import list_claims
from ondit.model.listing import Narrowing
from ondit.pipeline import Recipe, add_articles, read_inputs, trace_stored
from ondit.present import CLAIM_FORMS, TRACE_FORMS
from ondit.store import Store, open_store

_ROWS = 5


@click.command()
@click.option(
    "--store",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the story in this store. Without it, in one that is thrown away.",
)
@options.model
@options.jobs
def demo(path: Path | None, model: str | None, jobs: int) -> None:
    """Add the shipped, invented story to a store; show its claims and one trace."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(path or Path(folder) / "demo.db", create=True) as store,
    ):
        _show(store, Recipe(model=model), jobs)
    if path:
        click.echo(f"Go on with: ondit claims --store {path}", err=True)


def _show(store: Store, recipe: Recipe, jobs: int) -> None:
    with Work("reading the story") as work:
        articles = read_inputs([str(demo_articles_path())])
        for _ in work.watch(add_articles(store, articles, recipe, options.engine_for(jobs))):
            pass
    rows = list_claims(store, Narrowing(), limit=_ROWS)
    screen = this_screen()
    click.echo(CLAIM_FORMS["text"](rows, screen))
    click.echo(f'$ ondit trace "{QUESTION}"\n')
    told = trace_stored(QUESTION, store, recipe)
    click.echo(TRACE_FORMS["text"](told, list(store.articles()), screen), nl=False)
    work.finish()
