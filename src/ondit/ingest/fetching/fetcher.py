"""The one fetcher: from an address to a capture, politely, and never from an address that is not public."""

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib.metadata import version
from math import inf
from types import TracebackType

import msgspec

from ondit.errors import FetchError
from ondit.ingest.fetching.decoding import MOST_BYTES
from ondit.ingest.fetching.network import Deadline
from ondit.ingest.fetching.robots import Robots
from ondit.ingest.fetching.targets import Target, canonical_host, read_target
from ondit.ingest.fetching.wire import Wire, World, redirection
from ondit.model.article import Capture, Validators

_WHO = "Ondit/{version} (reads news to show who says so; robots.txt name: ondit)"
MOST_REDIRECTS = 5
_SECONDS = 30.0  # for one address with its redirects; slower pages are not read by people either
_PAUSE = 1.0  # seconds between two requests to one host: what polite crawlers keep where nothing is asked
_LONGEST_WAIT = 30.0  # seconds that a server may ask us to wait on the spot; what asks for more is put off
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5"
)


_Conditions = Mapping[str, Mapping[str, str]]  # headers, for one address each


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How to fetch. `allow_private` are hosts of one's own network that may be fetched from; `pause` is in
    seconds between requests to one host, `seconds` the time for one address with its redirects."""

    allow_private: tuple[str, ...] = ()
    pause: float = _PAUSE
    seconds: float = _SECONDS
    most_bytes: int = MOST_BYTES


class Fetcher:
    """Fetches addresses one after another. Use it in a `with` block; it opens nothing before it is asked.

    Every redirect is checked as the first address was. It obeys robots.txt, keeps one connection to a host
    and a pause between requests, and waits when a server asks it to.
    """

    def __init__(self, manners: Manners | None = None, world: World | None = None) -> None:
        self._manners = manners or Manners()
        self._world = world or World()
        self._allowed = frozenset(canonical_host(host) for host in self._manners.allow_private)
        self._who = _WHO.format(version=version("ondit"))
        self._wire: Wire | None = None
        self._robots = Robots(lambda target: self._follow(target, {}, checked=False), self._world.now)
        self._asked_at: dict[str, float] = {}

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        if self._wire is not None:
            self._wire.close()

    def fetch(self, url: str, known: Validators | None = None) -> Capture | None:
        """Return what stands at an address, or None when it has not changed since `known` was given.

        Raises `RefusedError` when our rules or the site's forbid it, `FetchError` when nothing can be had.
        """
        answer = self._patiently(read_target(url), _conditions(known))
        if answer.status == HTTPStatus.NOT_MODIFIED and known is not None:
            return None
        if 200 <= answer.status < 300:
            return answer
        raise _fault(answer)

    def _patiently(self, target: Target, conditions: _Conditions) -> Capture:
        """Return the answer, asked for a second time where a server says that it is busy for a moment."""
        answer = self._follow(target, conditions)
        wait = self._wait_asked(answer)
        if wait is not None and wait <= _LONGEST_WAIT:
            self._world.sleep(wait)
            answer = self._follow(target, conditions)
            wait = self._wait_asked(answer)
        if answer.status in _BUSY:
            when = "later" if wait is None else f"in {wait:.0f} seconds"
            raise FetchError(
                f"the server is busy ({answer.status}); try again {when}", code="busy", after=wait
            )
        return answer

    def _follow(self, target: Target, conditions: _Conditions, *, checked: bool = True) -> Capture:
        """Return the answer at the end of the redirects; `checked` tells whether robots.txt is obeyed and the
        pause kept, as they are by all but the request for robots.txt itself."""
        asked, left = target.url, self._manners.seconds
        for hop in range(1 + MOST_REDIRECTS):
            if checked:
                self._robots.check(target)
                if not hop:
                    self._keep_pause(target)
            deadline = Deadline(left)
            headers = {"User-Agent": self._who, "Accept": _ACCEPT, **conditions.get(target.url, {})}
            answer = self._connected().get(target, headers, deadline)
            left = deadline.left()
            if checked:
                self._asked_at[target.host] = self._world.now().timestamp()
            onward = redirection(answer)
            if onward is None:
                return msgspec.structs.replace(answer, url=asked)
            target = read_target(onward, base=target)
        raise FetchError(
            f"more than {MOST_REDIRECTS} redirects; check the address", code="redirects", retryable=False
        )

    def _connected(self) -> Wire:
        if self._wire is None:
            self._wire = Wire(self._allowed, self._manners.most_bytes, self._world)
        return self._wire

    def _keep_pause(self, target: Target) -> None:
        """Wait until the last request to this host is long enough ago; robots.txt does not count as one."""
        pause = max(self._manners.pause, self._robots.delay(target))
        wait = self._asked_at.get(target.host, -inf) + pause - self._world.now().timestamp()
        if wait > 0:
            self._world.sleep(min(wait, pause))

    def _wait_asked(self, answer: Capture) -> float | None:
        """Return the seconds that a busy server asks to wait, or None when it names none."""
        if answer.status not in _BUSY:
            return None
        stated = answer.header("retry-after").strip()
        if stated.isascii() and stated.isdigit():
            return float(stated[:9])
        try:
            moment = parsedate_to_datetime(stated)
            return max(0.0, (moment - self._world.now()).total_seconds())
        except (ValueError, TypeError):  # TypeError: a date without a zone
            return None


def _conditions(known: Validators | None) -> _Conditions:
    if known is None:
        return {}
    stated = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {known.url: {name: value for name, value in stated.items() if value}}


def _fault(answer: Capture) -> FetchError:
    words = next((f" {one.phrase}" for one in HTTPStatus if one == answer.status), "")
    return FetchError(
        f"the server answers {answer.status}{words}; check the address",
        code="http",
        retryable=answer.status >= 500,
    )
