"""One exchange with one server: a request goes out, the answer comes back whole, or an error says why not."""

import hashlib
import logging
import ssl
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, partial

import certifi
import httpcore
import msgspec

from ondit.errors import FetchError
from ondit.ingest.fetching.decoding import ACCEPTED, decoded
from ondit.ingest.fetching.network import Deadline, PublicNetwork, Resolver, system_resolver
from ondit.ingest.fetching.targets import Target
from ondit.model.article import Capture

_READ_SECONDS = 15.0  # without a byte; the deadline bounds the whole
_CONNECTIONS = 8  # kept open, one for each host
_KEPT_SECONDS = 30.0  # an idle connection is kept; servers close theirs after 5 to 75 seconds
_READ_OFF = 65_536  # bytes of a page of error that cost less than a new connection
_MOST_HEADERS = 256  # fields; httpcore bounds their bytes (100 kB)
_SECRET_HEADERS = frozenset(("set-cookie", "set-cookie2", "www-authenticate", "proxy-authenticate"))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class World(msgspec.Struct, frozen=True, kw_only=True):
    """What lies outside: how names are looked up, how connections are made, which certificates are trusted,
    what time it is, and how to wait. None is the real thing."""

    resolve: Resolver = system_resolver
    dial: httpcore.NetworkBackend | None = None
    trust: ssl.SSLContext | None = None
    now: Callable[[], datetime] = partial(datetime.now, UTC)
    sleep: Callable[[float], None] = time.sleep


class Wire:
    """Sends requests over one small pool of connections to public addresses, one at a time.

    It knows no cookies, no proxies, no credentials, and follows no redirect.
    """

    def __init__(self, allowed: frozenset[str], most_bytes: int, world: World) -> None:
        logging.getLogger("httpcore").setLevel(logging.CRITICAL)  # it would log whole addresses and headers
        self._most_bytes = most_bytes
        self._now = world.now
        self._network = PublicNetwork(allowed, world.resolve, world.dial)
        self._pool = httpcore.ConnectionPool(
            ssl_context=world.trust or trusted(),
            network_backend=self._network,
            max_connections=_CONNECTIONS,
            keepalive_expiry=_KEPT_SECONDS,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def get(self, target: Target, headers: Mapping[str, str], deadline: Deadline) -> Capture:
        """Return what a server answers; the body of a redirect or of an error is not kept.

        Raises `RefusedError` for an address that is not public, `FetchError` when there is no whole answer.
        """
        self._network.deadline = deadline
        request = httpcore.URL(
            scheme=target.scheme,
            host=target.host,
            port=target.port,
            target=target.path,
        )
        sent = {"Host": target.authority, "Accept-Encoding": ACCEPTED, **headers}
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), _READ_SECONDS)
        try:
            with self._pool.stream(
                "GET", request, headers=[*sent.items()], extensions={"timeout": timeout}
            ) as response:
                return self._capture(target, response)
        except httpcore.TimeoutException:
            raise FetchError("the server does not answer in time; try again later", code="timeout") from None
        except ssl.SSLError:
            raise FetchError(_UNTRUSTED, code="certificate") from None
        except httpcore.ConnectError as error:
            if "CERTIFICATE" in str(error) or "SSL" in str(error):
                raise FetchError(_UNTRUSTED, code="certificate") from None
            raise FetchError("no connection; check the address, or try again later") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            # without the cause: its words may hold parts of the answer
            raise FetchError(
                "the answer breaks off or is no HTTP; try again later", code="protocol"
            ) from None

    def _capture(self, target: Target, response: httpcore.Response) -> Capture:
        if len(response.headers) > _MOST_HEADERS:
            raise FetchError("the answer has too many headers", code="protocol", retryable=False)
        headers = tuple(
            (key, value)
            for name, raw in response.headers
            if (key := name.decode("latin-1").lower()) not in _SECRET_HEADERS
            for value in [_text(raw)]
        )
        codings = ", ".join(value for key, value in headers if key == "content-encoding")
        if 200 <= response.status < 300:
            content = decoded(response.iter_stream(), codings, self._most_bytes)
        else:
            content = b""
            _read_off(response)
        return Capture(
            url=target.url,
            final_url=target.url,
            captured=self._now().isoformat(timespec="seconds"),
            status=response.status,
            headers=headers,
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        )


def _read_off(response: httpcore.Response) -> None:
    """Read the short body of a redirect or error, so that the connection can be used again; a long one is
    left, and the connection closed."""
    read = 0
    for piece in response.iter_stream():
        read += len(piece)
        if read > _READ_OFF:
            return


def redirection(answer: Capture) -> str | None:
    """Return where an answer sends one on to, as it is written there; None when it does not."""
    return answer.header("location") if answer.status in _REDIRECTS and answer.header("location") else None


@cache
def trusted() -> ssl.SSLContext:
    """Return the trust in certificates: what the system trusts, and what Mozilla does. Loading takes long."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


_UNTRUSTED = "its certificate is not valid for this host; check the address"


def _text(raw: bytes) -> str:
    """Return a header's value: in UTF-8, as servers write it, or else in Latin-1, as the standard says."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
