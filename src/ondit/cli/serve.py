"""`ondit serve`: the local web pages and the JSON beside them."""

from ipaddress import ip_address
from pathlib import Path

import click

from ondit.cli import options
from ondit.errors import InputError
from ondit.pipeline import Recipe
from ondit.resolve import Outlet
from ondit.store import open_store

_PORT = 8420


@click.command()
@options.store
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=_PORT,
    show_default=True,
    help="The port to listen on; 0 takes any that is free.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="Answer to this name too, besides localhost. May be given several times.",
)
@click.option(
    "--token",
    envvar="ONDIT_TOKEN",
    help="The token that lets a client write.  [default: a new one each time]",
)
@options.model
@options.outlets
@click.option(
    "--allow-private",
    "private",
    multiple=True,
    metavar="HOST",
    help="Fetch from this host even when it is in your own network. May be given several times.",
)
def serve(
    path: Path,
    host: str,
    port: int,
    names: tuple[str, ...],
    token: str | None,
    model: str | None,
    outlets: tuple[Outlet, ...],
    private: tuple[str, ...],
) -> None:
    """Show the store in a browser on this machine, and serve the same as JSON.

    The address that is printed holds a token: whoever opens it may also add and decide. Reading needs none.
    """
    from ondit import web  # it loads the server, which no other command needs

    local = {"localhost", "127.0.0.1", "[::1]"}
    own = f"[{host}]" if ":" in host else host
    settings = web.Settings(
        path=path,
        token=_checked(token) if token else web.new_token(),
        recipe=Recipe(model=model, outlets=outlets),
        hosts=frozenset(name.lower() for name in (*local, own, *names)),
        open_reading=_is_loopback(host),
        private=private,
    )
    open_store(path, create=True).close()  # what is wrong with it is told before anybody asks

    def greet(address: str) -> None:
        click.echo(f"Open {address}/?token={settings.token}\nctrl-C ends it.", err=True)

    web.run(web.Serving(settings), host, port, greet)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _checked(token: str) -> str:
    if len(token) < 16 or not token.isascii() or not token.replace("-", "").replace("_", "").isalnum():
        raise InputError(
            "--token: give at least 16 letters, digits, '-' or '_'; without it a new token is made each time"
        )
    return token
