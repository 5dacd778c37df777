"""`ondit trace`: who says so?"""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ondit.cli import options
from ondit.cli.group import EXIT_NOTHING_DONE
from ondit.cli.progress import Work
from ondit.cli.screen import this_screen
from ondit.ingest import Fetcher
from ondit.model.article import Article, Skipped
from ondit.model.listing import Narrowing
from ondit.model.reading import Reading
from ondit.pipeline import Recipe, explain_stored, read_articles, read_inputs, trace_readings, trace_stored
from ondit.present import TRACE_FORMS
from ondit.resolve import Outlet
from ondit.store import open_store


@click.command()
@click.argument("claim")
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@options.store
@options.form(TRACE_FORMS)
@click.option(
    "--why",
    is_flag=True,
    help="Show the sentence that proves every edge, and why origins and mentions are joined or kept apart.",
)
@options.ids
@options.bindings
@options.narrowing
@options.model
@options.jobs
@options.outlets
@options.fetcher
def trace(
    claim: str,
    inputs: tuple[str, ...],
    path: Path,
    form: str,
    why: bool,
    ids: bool,
    bindings: bool,
    narrowing: Narrowing,
    model: str | None,
    jobs: int,
    outlets: tuple[Outlet, ...],
    fetcher: Fetcher,
) -> None:
    """Show the carriers of a claim and the origins behind them.

    CLAIM is a claim id or a sentence. With INPUT no store is needed.
    """
    recipe = Recipe(model=model, outlets=outlets)
    if inputs:
        found = read_inputs(inputs, stdin=sys.stdin.buffer, fetcher=fetcher)
        readings = _read(found, narrowing, recipe, jobs)
        traced = trace_readings(claim, readings, recipe, why=why)
        articles = [reading.article for reading in readings]
    else:
        with open_store(path) as store:
            traced = trace_stored(claim, store, recipe, narrowing, bindings=bindings)
            if traced and why:
                traced = explain_stored(traced, store)
            articles = store.shelf.articles(traced.graph.claim.carriers) if traced else []
    click.echo(TRACE_FORMS[form](traced, articles, this_screen(why=why, ids=ids)), nl=False)
    if traced is None:
        click.echo(
            "ondit: no claim here is like that sentence; 'ondit claims' lists what a store holds.", err=True
        )
        click.get_current_context().exit(EXIT_NOTHING_DONE)


def _read(
    found: Iterable[Article | Skipped], narrowing: Narrowing, recipe: Recipe, jobs: int
) -> list[Reading]:
    with Work("reading") as work:
        articles = (one for one in found if not isinstance(one, Article) or narrowing.admits(one))
        readings = list(work.watch(read_articles(articles, recipe, options.engine_for(jobs))))
    if not readings:
        work.finish()
    return readings
