"""Printing figures as a table."""

from collections.abc import Mapping, Sequence

import click

from eval.score.tally import Figure


def print_figures(title: str, columns: Mapping[str, Sequence[Figure]]) -> None:
    """Print figures of several sets side by side; a column is value, interval, and what it rests on."""
    names = list(dict.fromkeys(figure.name for column in columns.values() for figure in column))
    width = max(map(len, names))
    click.echo(f"\n{title}\n{'':{width}}" + "".join(f"  {head:>26}" for head in columns))
    for name in names:
        cells = [next((one for one in column if one.name == name), None) for column in columns.values()]
        click.echo(f"{name:{width}}" + "".join(f"  {_cell(cell):>26}" for cell in cells))


def _cell(figure: Figure | None) -> str:
    if figure is None or not figure.marked:
        return "-"
    return f"{figure.value:5.1f} [{figure.low:5.1f}, {figure.high:5.1f}] {figure.marked:5d}"
