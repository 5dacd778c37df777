"""`ondit backup`: a copy of a store."""

from pathlib import Path

import click

from ondit.cli import options
from ondit.store import back_up, open_store


@click.command()
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@options.store
def backup(target: Path, path: Path) -> None:
    """Write a consistent copy of the store to FILE, also while others read and write it."""
    with open_store(path) as store:
        back_up(store, target)
    click.echo(f"{path} copied to {target}.", err=True)
