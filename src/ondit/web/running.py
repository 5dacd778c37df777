"""The server itself."""

from collections.abc import Callable

import uvicorn

from ondit.errors import InputError
from ondit.web.app import make_app
from ondit.web.serving import Serving

_AT_ONCE = 200  # connections; a person's browser opens a handful
_GOODBYE = 3  # seconds that answers on their way have when the server is ended


def run(serving: Serving, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until it is interrupted; `tell` is called with the address when it can be opened.

    Raises `InputError` when nothing can listen there.
    """
    config = uvicorn.Config(
        make_app(serving),
        host=host,
        port=port,
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_AT_ONCE,
        timeout_graceful_shutdown=_GOODBYE,
    )
    try:
        listening = config.bind_socket()
    except SystemExit as error:  # uvicorn's way to say that the port is taken
        raise InputError(
            f"nothing can listen on {host}, port {port}; give another --port or --host"
        ) from error
    shown = f"[{host}]" if ":" in host else host
    with listening:
        tell(f"http://{shown}:{listening.getsockname()[1]}")
        uvicorn.Server(config).run(sockets=[listening])
