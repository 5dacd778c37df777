"""An ingest that is killed at any moment is taken up again: nothing told is lost, nothing comes twice."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from ondit.demo import demo_articles_path
from ondit.listings import export_rows
from ondit.model.listing import Narrowing
from ondit.present import export_lines
from ondit.store import open_store

KILLS = int(os.environ.get("ONDIT_KILLS", 0)) or 3
LONGEST = 6.0  # seconds an undisturbed ingest takes, about; on a slow machine the kills come earlier in it


def add(path):
    command = [sys.executable, "-m", "ondit", "add", demo_articles_path(), "--store", str(path)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def content(path):
    with open_store(path) as store:
        assert store.connection.pragma("integrity_check") == "ok"
        return sorted(export_lines(export_rows(store, Narrowing())))


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_killed_ingest_is_taken_up_again_as_if_nothing_had_been(tmp_path):
    assert add(tmp_path / "whole.db").wait() == 0
    whole = content(tmp_path / "whole.db")
    chance = random.Random(os.environ.get("ONDIT_SEED", "1"))
    killed = 0
    for number in range(KILLS):
        path = tmp_path / f"{number}.db"
        process = add(path)
        time.sleep(chance.uniform(0.3, LONGEST))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if path.exists() and path.stat().st_size:
            with open_store(path) as store:
                assert store.connection.pragma("integrity_check") == "ok"
        assert add(path).wait() == 0
        assert content(path) == whole
    assert killed
