"""What the sites' robots.txt files let us read, and how slowly.

Source: RFC 9309; `Crawl-delay` is no part of it, but many sites state it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from protego import Protego

from ondit.errors import FetchError, RefusedError
from ondit.ingest.fetching.targets import Target
from ondit.model.article import Capture

AGENT = "ondit"
"""The name under which a robots.txt may speak to us."""

_MOST_BYTES = 500 * 1024  # RFC 9309, 2.5: the least that a crawler must read, and all that we read
_KEPT = timedelta(hours=24)  # RFC 9309, 2.4: rules are not to be used for longer
_ASKED_AGAIN = timedelta(minutes=10)  # after which a site that could not be asked is asked again
_LONGEST_DELAY = 30.0  # seconds; sites that ask for more mean crawlers that take in everything


class Robots:
    """The rules of the sites met so far. `get` fetches a robots.txt, redirects and all; `now` is the time."""

    def __init__(self, get: Callable[[Target], Capture], now: Callable[[], datetime]) -> None:
        self._get = get
        self._now = now
        self._rules: dict[str, tuple[datetime, Protego]] = {}
        self._failed: dict[str, tuple[datetime, FetchError]] = {}

    def check(self, target: Target) -> None:
        """Raise `RefusedError` when the site does not let us read a target, `FetchError` when its robots.txt
        cannot be had: whether it lets us is not known then."""
        if not self._rules_of(target).can_fetch(target.url, AGENT):
            raise RefusedError("refused: the site's robots.txt asks programs not to read this address")

    def delay(self, target: Target) -> float:
        """Return the seconds between requests that the site asks for."""
        return min(float(self._rules_of(target).crawl_delay(AGENT) or 0.0), _LONGEST_DELAY)

    def _rules_of(self, target: Target) -> Protego:
        known = self._rules.get(target.origin)
        if known is not None and self._now() - known[0] < _KEPT:
            return known[1]
        failed = self._failed.get(target.origin)
        if failed is not None and self._now() - failed[0] < _ASKED_AGAIN:
            raise failed[1]  # a feed of a thousand pages of a dead host would wait for each
        try:
            rules = Protego.parse(self._text_of(target))
        except FetchError as error:
            self._failed[target.origin] = (self._now(), error)
            raise
        self._rules[target.origin] = (self._now(), rules)
        return rules

    def _text_of(self, target: Target) -> str:
        answer = self._get(Target(target.scheme, target.host, target.port, "/robots.txt", target.address))
        if 200 <= answer.status < 300:
            return answer.content[:_MOST_BYTES].decode("utf-8", "replace")
        if 400 <= answer.status < 500 and answer.status != 429:
            return ""  # there are no rules: all may be read
        raise FetchError(
            f"the site's robots.txt cannot be had ({answer.status}); try again later", code="robots"
        )
