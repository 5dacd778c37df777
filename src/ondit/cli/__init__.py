"""The commands, one file each."""

import click


@click.group()
def main() -> None:
    """Ondit: who says so?"""
