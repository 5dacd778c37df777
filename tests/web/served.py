"""A server for tests: the application over a real socket, in a thread of its own."""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import msgspec
import uvicorn

from ondit.web import Serving, Settings, make_app

TOKEN = "a-token-that-only-tests-have"


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve a store in the block; give the address, without a slash at its end."""
    serving = Serving(Settings(path=path, token=TOKEN))
    config = uvicorn.Config(
        make_app(serving), host="127.0.0.1", port=0, log_config=None, http="h11", ws="none"
    )
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


class Answer(msgspec.Struct, frozen=True):
    """What the server answered."""

    status: int
    text: str
    headers: dict[str, str]


class Visitor:
    """Somebody who opened the address that bears the token. Follows nothing by itself."""

    def __init__(self, address: str, *, token: str = TOKEN) -> None:
        self.host = address.removeprefix("http://")
        port = self.host.rpartition(":")[2]
        self._headers = {"Cookie": f"ondit-{port}={token}"} if token else {}

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._asked("GET", path, "")

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form, as a browser does from a page of the same address."""
        return self._asked("POST", path, urlencode(fields))

    def _asked(self, method: str, path: str, body: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        own = {"Origin": f"http://{self.host}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body or None, self._headers | (own if method == "POST" else {}))
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, text, {name.lower(): value for name, value in answer.getheaders()})
