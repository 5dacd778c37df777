"""The commands, one file each."""

from ondit.cli.group import main

__all__ = ["main"]
