"""The command group: settings, verbosity, and how an error becomes a message and an exit code."""

import logging
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from ondit.cli.settings import load_settings
from ondit.errors import OnditError, StoreLockedError

EXIT_NOTHING_DONE, EXIT_SOME_FAILED, EXIT_REFUSED, EXIT_LOCKED, EXIT_INTERRUPTED = 1, 3, 4, 75, 130
SETTINGS_FILE = Path("ondit.toml")


COMMANDS = {
    "demo": "demo",
    "read": "read",
    "add": "add",
    "watch": "watch",
    "stories": "stories",
    "claims": "claims",
    "articles": "articles",
    "trace": "trace",
    "show": "show",
    "decide": "decide",
    "serve": "serve",
    "export": "export",
    "import": "bring",
    "remove": "remove",
    "backup": "backup",
    "errors": "errors",
    "doctor": "doctor",
}
"""The commands, each with its file, which names it as the file is named. Only that of the command that is
asked for is loaded: all of them take a third of a second."""


class OnditGroup(click.Group):
    """A group whose commands end in a sentence and an exit code, never in a traceback (unless --debug)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, loaded now."""
        name = COMMANDS.get(cmd_name)
        found: click.Command | None = getattr(import_module(f"ondit.cli.{name}"), name) if name else None
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except OnditError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"ondit: {error}", err=True)
            ctx.exit(EXIT_LOCKED if isinstance(error, StoreLockedError) else EXIT_NOTHING_DONE)
        except KeyboardInterrupt:
            click.echo("ondit: interrupted; what was acknowledged is kept.", err=True)
            ctx.exit(EXIT_INTERRUPTED)


@click.group(
    cls=OnditGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more about what is being done.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(version("ondit"), message="ondit %(version)s")
@click.pass_context
def main(ctx: click.Context, quiet: bool, verbose: bool, debug: bool) -> None:
    """Who says so? Ondit shows who carries a claim, from whom each has it, and who stands behind it."""
    level = logging.DEBUG if debug else logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, format="ondit: %(message)s")
    ctx.obj = load_settings(SETTINGS_FILE)
    ctx.default_map = ctx.obj.as_default_map(COMMANDS)
