"""Options that several commands share."""

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ondit.cli.settings import Settings
from ondit.engines import Engine
from ondit.errors import FetchError
from ondit.ingest import Fetcher, Manners
from ondit.model.listing import Narrowing
from ondit.pipeline import reading_engine
from ondit.resolve import Outlet, checked, read_own_outlets

_SCREENFUL = 25

Command = TypeVar("Command", bound=Callable[..., Any])

inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
store = click.option(
    "--store",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("ondit.db"),
    envvar="ONDIT_STORE",
    show_default=True,
    help="The store: one file.",
)
model = click.option(
    "--model", envvar="ONDIT_MODEL", help="Path or package name of the language model to read with."
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    envvar="ONDIT_JOBS",
    show_default=True,
    help="Read in this many processes.",
)

ids = click.option("--ids", is_flag=True, help="Show the ids that 'ondit decide' takes.")
bindings = click.option(
    "--bindings", is_flag=True, help="Name the persons whom analysts bound unnamed sources to."
)


def _own_outlets(ctx: click.Context, _: click.Parameter, path: Path | None) -> tuple[Outlet, ...]:
    """Return the user's rows: those of the file, and those that stand in the settings."""
    settings = ctx.find_object(Settings) or Settings()
    stated = checked(settings.outlets.outlet, "ondit.toml, section outlets")
    read = checked(read_own_outlets(path), str(path)) if path else ()
    ids = {row.id for row in read}
    return (*(row for row in stated if row.id not in ids), *read)


outlets = click.option(
    "--outlets",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="ONDIT_OUTLETS",
    callback=_own_outlets,
    help="A TOML file with outlets of your own.",
)


def _fetcher(ctx: click.Context, param: click.Parameter, hosts: tuple[str, ...]) -> Fetcher:
    """Return the fetcher that may also fetch from these hosts."""
    try:
        return ctx.with_resource(Fetcher(Manners(allow_private=hosts)))
    except FetchError as error:
        raise click.BadParameter(str(error), ctx, param) from error


fetcher = click.option(
    "--allow-private",
    "fetcher",
    multiple=True,
    metavar="HOST",
    callback=_fetcher,
    help="Fetch from this host even when it is in your own network. May be given several times.",
)


def engine_for(jobs: int) -> Engine:
    """Return the engine that reads in this many processes: what strangers wrote is never read in this one."""
    return reading_engine(jobs)


def limit(command: Command) -> Command:
    """Add `--limit` to a listing."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=None,
        help="At most this many rows.  [default: 25 as text, all as jsonl]",
    )(command)


def rows_wanted(limit: int | None, form: str) -> int | None:
    """Return how many rows a listing shows: as many as asked for, else a screenful of text or all records."""
    return limit or (_SCREENFUL if form == "text" else None)


def form(forms: Iterable[str], default: str = "text") -> Callable[[Command], Command]:
    """Return the `--format` option for these forms."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(sorted(forms)),
        default=default,
        show_default=True,
        help="The form to answer in.",
    )


def narrowing(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--since`, `--until`, `--language` and `--outlet` to a command, which gets them as `narrowing`."""

    @functools.wraps(command)
    def narrowed(**arguments: Any) -> None:
        bounds = {name: arguments.pop(name) for name in Narrowing.__struct_fields__}
        command(narrowing=Narrowing(**bounds), **arguments)

    optioned: Callable[..., None] = narrowed
    for option in (
        click.option("--outlet", help="Only articles of this outlet."),
        click.option("--language", help="Only articles in this language (BCP 47)."),
        click.option("--until", help="Only articles published before or on this date (ISO 8601)."),
        click.option("--since", help="Only articles published on or after this date (ISO 8601)."),
    ):
        optioned = option(optioned)
    return optioned
