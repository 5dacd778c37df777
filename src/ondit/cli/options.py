"""Options that several commands share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ondit.model.narrowing import Narrowing

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


def narrowing(command: Command) -> Command:
    """Add `--since`, `--until`, `--language` and `--outlet` to a command."""
    for option in (
        click.option("--outlet", help="Only articles of this outlet."),
        click.option("--language", help="Only articles in this language (BCP 47)."),
        click.option("--until", help="Only articles published before or on this date (ISO 8601)."),
        click.option("--since", help="Only articles published on or after this date (ISO 8601)."),
    ):
        command = option(command)
    return command
