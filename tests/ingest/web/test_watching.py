"""What is new in a feed since the last look, and what is remembered of it."""

from datetime import timedelta

import msgspec
from tests.ingest.web.test_collecting import article, feed

from ondit.ingest.web.collecting import Means
from ondit.ingest.web.watching import FeedState, Watched, poll
from ondit.model.article import Skipped

URL = "http://public.example/feed"


def look(lab, state=None):
    """Look at the feed once; return what came and the state after it, as a file would hold it."""
    watched = Watched(URL, state or FeedState())
    with lab.fetcher(pause=0) as fetcher:
        results = list(poll(watched, Means(fetcher), lab.clock.now()))
    kept = msgspec.json.decode(msgspec.json.encode(watched.state), type=FeedState)
    return ["skipped" if isinstance(one, Skipped) else one.name for one in results], kept


def test_an_entry_comes_once_and_a_new_one_at_the_next_look(lab):
    lab.site.answers["/feed"] = feed("/1")
    lab.site.answers["/1"] = lab.site.answers["/2"] = article()
    first, state = look(lab)
    again, state = look(lab, state)
    lab.site.answers["/feed"] = feed("/2", "/1")
    more, _ = look(lab, state)
    assert (first, again, more) == (["http://public.example/1"], [], ["http://public.example/2"])
    assert lab.site.paths.count("/1") == 1


def test_an_entry_that_the_feed_dates_anew_comes_again(lab):
    lab.site.answers["/1"] = article()
    lab.site.answers["/feed"] = feed("/1")
    _, state = look(lab)
    lab.site.answers["/feed"] = feed("/1", date="Sun, 01 Jun 2025 09:00:00 GMT")
    assert look(lab, state)[0] == ["http://public.example/1"]


def test_a_feed_that_has_not_changed_is_asked_for_with_what_it_gave(lab):
    status, fields, body = feed("/1")
    lab.site.answers["/feed"] = (status, {**fields, "ETag": '"f1"'}, body)
    lab.site.answers["/1"] = article()
    _, state = look(lab)
    lab.site.answers["/feed"] = (304, {}, b"")
    assert look(lab, state) == ([], state)
    assert lab.site.requests[-1][1]["if-none-match"] == '"f1"'


def test_an_entry_that_fails_for_a_passing_reason_is_asked_for_again_but_not_for_ever(lab):
    status, fields, body = feed("/1")
    lab.site.answers["/feed"] = (status, {**fields, "ETag": '"f1"'}, body)
    lab.site.answers["/1"] = (500, {}, b"")
    state = None
    for _ in range(5):
        came, state = look(lab, state)
        assert came == ["skipped"]
    assert look(lab, state)[0] == []
    assert lab.site.paths.count("/1") == 5


def test_an_entry_that_is_gone_is_asked_for_once(lab):
    lab.site.answers["/feed"] = feed("/1")
    _, state = look(lab)
    assert look(lab, state)[0] == []
    assert lab.site.paths.count("/1") == 1


def test_a_server_that_asks_to_wait_is_let_be_for_so_long(lab):
    lab.site.answers["/feed"] = (429, {"Retry-After": "3600"}, b"")
    came, state = look(lab)
    assert came == ["skipped"]
    lab.clock.time += timedelta(minutes=59)
    assert look(lab, state)[0] == []
    assert lab.site.paths == ["/feed"]
    lab.clock.time += timedelta(minutes=2)
    lab.site.answers["/feed"] = feed()
    assert look(lab, state)[1].not_before is None


def test_what_was_done_is_kept_when_the_feed_fails_meanwhile(lab):
    lab.site.answers["/feed"] = feed("/1")
    lab.site.answers["/1"] = article()
    _, state = look(lab)
    lab.site.answers["/feed"] = (500, {}, b"")
    came, after = look(lab, state)
    assert (came, after.done) == (["skipped"], state.done)


def test_a_page_is_no_feed(lab):
    lab.site.answers["/feed"] = article()
    assert look(lab)[0] == ["skipped"]
