"""A tenth of a batch is poison: the rest is stored, each bad item is one record, in any order."""

import json
import os
import random

import pytest
from click.testing import CliRunner

from ondit.cli import main
from ondit.store import open_store

MANY = int(os.environ.get("ONDIT_HOSTILE", 0)) or 150
POISON = (
    b"{broken",
    b"[]",
    b'{"text": ""}',
    b'{"text": 5}',
    b'{"html": "<p>short</p>"}',
    b'{"html": "' + b"<div>" * 2_000 + b'"}',
    b"\xff\xfe\x00 no json",
    b'{"text": "x", "published": ["2026"]}',
    b"null",
    b'{"title": "no text at all"}',
)


def lines():
    """A tenth of them poison, each good one an article of its own."""
    for number in range(MANY):
        if number % 10 == 3:
            yield POISON[number // 10 % len(POISON)]
        else:
            text = f"The ferry {number} was late on Monday, said the master of Port {number}. It rained."
            yield json.dumps({"id": f"a{number}", "outlet": f"Paper {number % 7}", "text": text}).encode()


@pytest.fixture
def add(tmp_path):
    def run(name, given):
        batch, kept = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.db"
        batch.write_bytes(b"\n".join(given))
        done = CliRunner().invoke(main, ["add", str(batch), "--store", str(kept)])
        with open_store(kept) as store:
            articles = sorted(one.id for one in store.articles())
            reasons = sorted(one.reason for one in store.failures.read())
            linking = store.linking()
        return done, articles, reasons, linking

    return run


def test_the_good_are_stored_and_the_bad_are_recorded_in_any_order(add):
    given = list(lines())
    done, articles, reasons, linking = add("first", given)
    assert done.exit_code == 3
    assert len(articles) == MANY - MANY // 10
    assert len(reasons) == MANY // 10
    random.Random(7).shuffle(given)
    again, *rest = add("second", given)
    assert again.exit_code == 3
    assert rest == [articles, reasons, linking]
