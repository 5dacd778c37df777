"""A server on a port of its own, for tests that ask over the network as browsers and programs do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import httpx

from ondit import web

TOKEN = "a-token-that-only-tests-know"


class Site:
    """A running server: `url` is where, `reader` asks without a token, `writer` with it."""

    def __init__(self, url: str, path: Path) -> None:
        self.url = url
        self.path = path
        self.port = int(url.rpartition(":")[2])
        self.reader = httpx.Client(base_url=url, timeout=60)
        self.writer = httpx.Client(base_url=url, timeout=60, headers={"Authorization": f"Bearer {TOKEN}"})


@contextmanager
def serve(path: Path, **settings: Any) -> Iterator[Site]:
    """Serve a store until the block ends."""
    serving = web.Serving(web.Settings(path=path, token=TOKEN, **settings))
    told: Queue[tuple[str, Any]] = Queue()
    thread = Thread(target=web.run, args=(serving, "127.0.0.1", 0, lambda *said: told.put(said)))
    thread.start()
    url, server = told.get(timeout=30)
    site = Site(url, path)
    try:
        site.reader.get("/")
        yield site
    finally:
        site.reader.close()
        site.writer.close()
        server.should_exit = True
        thread.join()
