"""Inputs into a store: what `ondit add` and `ondit errors retry` do."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from msgspec.structs import replace

from ondit.cli import options
from ondit.cli.progress import Work
from ondit.ingest import STDIN, Fetcher, is_address, named
from ondit.model.article import Skipped
from ondit.pipeline import Recipe, add_articles, read_inputs
from ondit.store import open_store


class Adding(msgspec.Struct, frozen=True, kw_only=True):
    """How inputs are added: by which recipe, in how many processes, fetched with what, extracted how."""

    recipe: Recipe
    jobs: int
    fetcher: Fetcher
    fast: bool = False


def add_inputs(inputs: tuple[str, ...], path: Path, how: Adding) -> None:
    """Put the articles of inputs into the store, remember what failed, say so, and end the command.

    What failed in these inputs before and did not fail now is struck out.
    """
    began = _now()
    with open_store(path, create=True) as store, Work("adding") as work:
        articles = read_inputs(inputs, stdin=sys.stdin.buffer, fetcher=how.fetcher, fast=how.fast)
        try:
            for _ in work.watch(add_articles(store, articles, how.recipe, options.engine_for(how.jobs))):
                pass
        finally:
            store.failures.note([_placed(one) for one in work.skipped], _now())
        store.failures.settle([named(one) for one in inputs], began)
    click.echo(f"{work.done} articles added to {path}.", err=True)
    work.finish()


def _placed(skipped: Skipped) -> Skipped:
    """Return the record with a file's whole path, so that another run knows it as the same."""
    if skipped.input in ("", STDIN) or is_address(skipped.input):
        return skipped
    return replace(skipped, item=str(Path(skipped.item).absolute()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
