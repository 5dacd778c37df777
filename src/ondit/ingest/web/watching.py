"""Feeds watched: what is new in them since the last look, and what has to be remembered between two looks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from ondit.errors import FetchError, InputError
from ondit.ingest.feeds import Entry
from ondit.ingest.fetching import shown
from ondit.ingest.item import Item, skipped
from ondit.ingest.web.collecting import Means, items_of_entry, listed_by, not_fetched, passed_over, unique
from ondit.model.article import Capture, Skipped, Validators
from ondit.model.ids import content_id

_MOST_TRIES = 5  # looks at which an entry that cannot be had is asked for; then it is let go


class FeedState(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is remembered of a feed: what to ask with, and the digests of those of its entries that are done.

    `tries` counts how often an entry was asked for in vain. Before `not_before` (ISO 8601) it is not asked.
    """

    validators: Validators | None = None
    done: frozenset[str] = frozenset()
    tries: dict[str, int] = {}
    not_before: str | None = None


class Watched(msgspec.Struct):
    """One feed while it is looked at: its address, what was remembered, and, once all its items are taken,
    what is to be remembered."""

    url: str
    state: FeedState


def poll(feed: Watched, means: Means, now: datetime) -> Iterator[Item | Skipped]:
    """Yield the items that are new in a feed, lazily, and then set its state.

    An entry is new when its address, or the time of change that the feed states with it, has not been seen.
    One that could not be had for a passing reason is asked for again at the next look. A server that asks to
    wait is let be for so long.
    """
    state = feed.state
    if state.not_before and now < datetime.fromisoformat(state.not_before):
        return
    try:
        capture = means.fetcher.fetch(feed.url, state.validators)
        listed = listed_by(capture, means.read) if capture else None
    except FetchError as error:
        yield not_fetched(feed.url, error)
        later = now + timedelta(seconds=error.after) if error.after else None
        feed.state = msgspec.structs.replace(state, not_before=later.isoformat() if later else None)
        return
    except InputError as error:
        yield skipped(shown(feed.url), str(error))
        return
    if capture is None:
        return
    if listed is None:
        yield skipped(shown(feed.url), "no feed; 'ondit add' reads a page")
        return
    yield from passed_over(capture, listed)
    yield from _new(feed, capture, list(unique(listed.entries)), means)


def _new(feed: Watched, capture: Capture, entries: list[Entry], means: Means) -> Iterator[Item | Skipped]:
    """Yield the items of the entries that are not done, and set the feed's state at the end."""
    done: set[str] = set()
    tries: dict[str, int] = {}
    for entry in entries:
        digest = content_id("ent", entry.url, entry.modified or entry.published or "")
        if digest in feed.state.done:
            done.add(digest)
            continue
        results = list(items_of_entry(entry, means))
        yield from results
        tried = feed.state.tries.get(digest, 0) + 1
        if tried < _MOST_TRIES and any(isinstance(one, Skipped) and one.retryable for one in results):
            tries[digest] = tried
        else:
            done.add(digest)
    feed.state = FeedState(
        validators=None if tries else capture.validators,  # the whole feed again, to see what is left to try
        done=frozenset(done),
        tries=tries,
    )
