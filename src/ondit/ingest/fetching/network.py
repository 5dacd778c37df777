"""The one place where Ondit opens connections: to public addresses only, and only to those checked."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from threading import Thread
from typing import Any

import httpcore
from httpcore import SOCKET_OPTION

from ondit.errors import FetchError, RefusedError
from ondit.ingest.fetching.addresses import Address, read_address, refused_range

Resolver = Callable[[str], Sequence[str]]
"""Gives the addresses of a host name, as text; raises `OSError` when there are none."""

_MOST_TRIED = 4  # addresses of one name that are tried in turn: two of each kind where one kind has no route


class Deadline:
    """The moment by which a fetch must be done, in seconds from its making."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """Return how many seconds are left, at most `most`.

        Raises `FetchError` when none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError(
                f"no whole answer within {self.seconds:g} seconds; try again later", code="timeout"
            )
        return left if most is None else min(left, most)


def system_resolver(host: str) -> list[str]:
    """Return the addresses that the system knows for a name, each once, in its order."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class PublicNetwork(httpcore.NetworkBackend):
    """Connects to public addresses, whatever a name, a redirect or a second look-up says.

    A name is looked up once for each connection. When any answer is not public the connection is refused,
    else one of exactly these addresses is connected to. `allowed` are the hosts, in canonical form, whose
    addresses may also be those of one's own network. `deadline` bounds all that is done until it is replaced.
    """

    def __init__(
        self,
        allowed: frozenset[str],
        resolve: Resolver = system_resolver,
        dial: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.deadline = Deadline(0)
        self._allowed = allowed
        self._resolve = resolve
        self._dial = dial or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host.

        Raises `RefusedError` when an address of it is not public, `FetchError` when it has none or answers at
        none.
        """
        addresses = self._checked(host)
        for address in addresses[:_MOST_TRIED]:
            try:
                stream = self._dial.connect_tcp(
                    str(address), port, self.deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _TimedStream(stream, self)
        raise FetchError("no connection; check the address, or try again later")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: there is no such thing on the web."""
        raise RefusedError("a socket of this machine is no web address")

    def _checked(self, host: str) -> list[Address]:
        """Return the addresses of a host, all of them fit to connect to."""
        try:
            addresses = [read_address(text) for text in self._looked_up(host)]
        except ValueError:  # an address with a zone is one of the local link
            raise RefusedError(_refusal("a link-local address")) from None
        if not addresses:
            raise FetchError("its host has no address; check its name")
        for address in addresses:
            refused = refused_range(address)
            if refused and not (refused.own and host in self._allowed):
                raise RefusedError(_refusal(refused.what))
        return addresses

    def _looked_up(self, host: str) -> Sequence[str]:
        """Return what the resolver answers within the deadline; a host that is an address is itself.

        The system's resolver cannot be told to hurry, so it runs in a thread that may be left behind.
        """
        try:
            return [str(read_address(host))]
        except ValueError:
            pass
        answers: list[Sequence[str] | Exception] = []

        def look_up() -> None:
            try:
                answers.append(self._resolve(host))
            except (OSError, UnicodeError) as error:  # UnicodeError: a label that Python's own codec refuses
                answers.append(error)

        thread = Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(self.deadline.left())
        if not answers:
            raise FetchError("its host was not found in time; try again later", code="timeout")
        if isinstance(answers[0], Exception):
            raise FetchError("its host is not known; check its name, and that there is a network")
        return answers[0]


class _TimedStream(httpcore.NetworkStream):
    """A connection on which nothing lasts beyond the network's deadline, however slowly a server drips."""

    def __init__(self, stream: httpcore.NetworkStream, network: PublicNetwork) -> None:
        self._stream = stream
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._network.deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._network.deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._network.deadline.left(timeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _refusal(what: str) -> str:
    return (
        f"refused: its host is, or has, {what}, and only public addresses are fetched; "
        "--allow-private HOST allows a host of your own network (docs/fetching.md)"
    )
