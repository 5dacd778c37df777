"""Broken feeds and archives, given as files to the commands; `make hostile` tries thousands."""

from pathlib import Path

import pytest
from tests.hostile.archives import hostile_archive
from tests.hostile.feeds import ENDINGS, WAYS, hostile_feed
from tests.hostile.kit import ENDS, RECOVERED, UNFORESEEN, recovered

FEEDS, ARCHIVES = len(WAYS), 4


def write(number, content, ending):
    path = Path(f"{number:03}{ending}")
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("command", ["add", "read"])
def test_every_broken_feed_ends_in_words(run, command):
    files = [write(number, hostile_feed(number), ENDINGS[number % len(ENDINGS)]) for number in range(FEEDS)]
    done = run(command, *files)
    assert done.exit_code in ENDS
    assert "skipped" in done.stderr
    assert not UNFORESEEN.search(done.stderr)


def test_every_broken_archive_ends_in_words(run):
    done = run(
        "add", *(write(number, hostile_archive(number).content, ".warc") for number in range(ARCHIVES))
    )
    assert done.exit_code == 3
    assert "articles added" in done.stderr
    assert not UNFORESEEN.search(done.stderr)


def test_intact_records_behind_damaged_ones_are_recovered():
    assert recovered(60, seed=0) >= RECOVERED
