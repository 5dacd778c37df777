"""A web of our own for tests: names are looked up in a script, every connection is written down and ends at a
server on this machine, whatever address was dialled. Nothing leaves the machine."""

import socketserver
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore

from ondit.ingest.fetching import Fetcher, Manners, World

PUBLIC = "93.184.216.34"
PUBLIC_V6 = "2606:2800:220:1::1"

Answer = tuple[int, dict[str, str], bytes]


def page(body: str = "<html><body><p>The harbour will close in May.</p></body></html>") -> Answer:
    return 200, {"Content-Type": "text/html"}, body.encode()


def to(location: str, status: int = 302) -> Answer:
    return status, {"Location": location}, b""


class Site(ThreadingHTTPServer):
    """A server on the loopback address; `answers` maps a path, or a host with a path, to what it says."""

    daemon_threads = True

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[], Answer]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.connections = 0
        super().__init__(("127.0.0.1", 0), _Handler)
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def get_request(self):
        self.connections += 1
        return super().get_request()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no fault of the server."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site = self.server
        assert isinstance(site, Site)
        headers = {name.lower(): value for name, value in self.headers.items()}
        site.requests.append((self.path, headers))
        there = site.answers.get(headers["host"] + self.path, site.answers.get(self.path, (404, {}, b"")))
        status, fields, body = there() if callable(there) else there
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        if status != 304 and "Content-Length" not in fields and "Transfer-Encoding" not in fields:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Raw(socketserver.ThreadingTCPServer):
    """A server that says bytes, whatever it is asked: one call of `say` a connection."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, say: Callable[[Callable[[bytes], None]], None]) -> None:
        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                self.request.recv(65_536)
                with suppress(OSError):
                    say(self.request.sendall)

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Dial(httpcore.NetworkBackend):
    """Writes down each address that is dialled, and connects to the server on this machine instead."""

    def __init__(self, port: int) -> None:
        self.dialled: list[tuple[str, int]] = []
        self.unreachable: set[str] = set()
        self._port = port
        self._real = httpcore.SyncBackend()

    def connect_tcp(self, host, port, *settings):
        self.dialled.append((host, port))
        if host in self.unreachable:
            raise httpcore.ConnectError("no route")
        return self._real.connect_tcp("127.0.0.1", self._port, *settings)

    @property
    def addresses(self) -> set[str]:
        return {host for host, _ in self.dialled}


class Names:
    """A resolver with a script: the answers of a name in turn, the last one for ever; PUBLIC for others."""

    def __init__(self) -> None:
        self.script: dict[str, list[Sequence[str]]] = {}
        self.asked: defaultdict[str, int] = defaultdict(int)

    def __call__(self, host: str) -> Sequence[str]:
        answers = self.script.get(host, [[PUBLIC]])
        answer = answers[min(self.asked[host], len(answers) - 1)]
        self.asked[host] += 1
        if not answer:
            raise OSError("no such host")
        return answer


class Clock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.time = datetime(2025, 6, 1, 12, tzinfo=UTC)
        self.waits: list[float] = []

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += timedelta(seconds=seconds)


class Lab:
    """Site, names, dial and clock together, and the fetcher that lives among them."""

    def __init__(self) -> None:
        self.site = Site()
        self.names = Names()
        self.dial = Dial(self.site.port)
        self.clock = Clock()

    def fetcher(self, *allowed: str, **manners: float) -> Fetcher:
        world = World(resolve=self.names, dial=self.dial, now=self.clock.now, sleep=self.clock.sleep)
        return Fetcher(Manners(allow_private=allowed, **manners), world)

    def close(self) -> None:
        self.site.shutdown()
        self.site.server_close()


def drip(head: bytes, drop: bytes, seconds: float) -> Callable[[Callable[[bytes], None]], None]:
    """Return what says a head and then a drop every so often, for ten seconds."""

    def say(send: Callable[[bytes], None]) -> None:
        send(head)
        for _ in range(int(10 / seconds)):
            time.sleep(seconds)
            send(drop)

    return say
