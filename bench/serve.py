"""Readers of the pages while articles are added: how long they wait, and how much it slows the adding.

    python bench/serve.py [ARTICLES] [READERS]     2,000 articles and 32 readers unless stated

As many invented articles are in the store before. The others are added by a process of its own (`ondit add`),
once with nobody reading, and once while every reader opens a page, reads it for half a second to one and a
half, and goes on to another: stories, one story, claims, one claim, articles, one article, search. A reader
keeps what he has with its ETag, as a browser does. The readers are a process too, so what one waits for
includes whatever else the machine does.
"""

import asyncio
import multiprocessing
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote

import httpx
import msgspec

from invented import articles
from ondit.engines import Loop
from ondit.pipeline import Recipe, add_articles
from ondit.store import open_store

Waits = list[tuple[str, float]]
"""Which kind of page was waited for, and how many seconds."""

_PAUSE = (0.5, 1.5)  # seconds for which a reader reads
_TOKEN = "only-for-this-benchmark"
_SHARES = {"stories": 2, "story": 4, "claims": 2, "claim": 8, "articles": 2, "article": 8, "search": 2}


def write_articles(path: Path, count: int, skip: int) -> None:
    lines = [msgspec.json.encode(article) for article in articles(count)]
    path.write_bytes(b"\n".join(lines[skip:]))


def fill(path: Path, count: int) -> None:
    with open_store(path, create=True) as store:
        for _ in add_articles(store, articles(count), Recipe(), Loop()):
            pass


def spent() -> float:
    """Return the CPU seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def add(store: Path, lines: Path) -> tuple[float, float]:
    """Return the seconds that `ondit add` takes, and those of them that it computes."""
    began, before = time.perf_counter(), spent()
    command = [sys.executable, "-m", "ondit", "-q", "add", str(lines), "--store", str(store)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began, spent() - before


def serve(path: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "ondit", "serve", "--store", str(path), "--port", "0", "--token", _TOKEN]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    return server, server.stderr.readline().split()[1].partition("/?")[0]


async def read(
    url: str, number: int, ids: dict[str, list[str]], until: "object", waits: list[tuple[str, float]]
) -> None:
    """Go from page to page until the adding ends."""
    chance = random.Random(number)
    kept: dict[str, str] = {}
    async with httpx.AsyncClient(base_url=url, timeout=60) as browser:
        await asyncio.sleep(chance.uniform(0, _PAUSE[1]))
        while not until.is_set():
            kind = chance.choices([*_SHARES], [*_SHARES.values()])[0]
            path = _address(kind, ids, chance)
            began = time.perf_counter()
            answer = await browser.get(path, headers={"If-None-Match": kept[path]} if path in kept else {})
            waits.append((kind, time.perf_counter() - began))
            assert answer.status_code in (200, 304), (path, answer.status_code, answer.text[-300:])
            if "ETag" in answer.headers:
                kept[path] = answer.headers["ETag"]
            await asyncio.sleep(chance.uniform(*_PAUSE))


def _address(kind: str, ids: dict[str, list[str]], chance: random.Random) -> str:
    one = {"story": "stories", "claim": "claims", "article": "articles"}.get(kind)
    if one:
        return f"/{one}/{quote(chance.choice(ids[one]), safe='')}"
    if kind == "search":
        return f"/search?q={chance.choice(['ferry', 'gas leak', 'grain silo', 'airfield soldiers', 'mayor'])}"
    page = chance.randint(1, 4)
    return {
        "stories": f"/?page={page}",
        "claims": f"/claims?page={page}",
        "articles": f"/articles?page={page}",
    }[kind]


def readers(url: str, count: int, until: Event, answers: "Queue[Waits]") -> None:
    """Let so many read, and hand over how long each waited for what."""
    pages = httpx.Client(base_url=url, timeout=60)
    ids = {
        name: [one.get("id") or one["article"] for page in (1, 2, 3, 8) for one in _items(pages, name, page)]
        for name in ("stories", "claims", "articles")
    }
    waits: Waits = []

    async def all_of_them() -> None:
        await asyncio.gather(*(read(url, number, ids, until, waits) for number in range(count)))

    asyncio.run(all_of_them())
    answers.put(waits)


def _items(pages: httpx.Client, name: str, page: int) -> list[dict[str, str]]:
    found: list[dict[str, str]] = pages.get(f"/{name}.json?page={page}").json()["items"]
    return found


def told(waits: Sequence[float]) -> str:
    waits = sorted(waits)
    at = [waits[min(int(len(waits) * share), len(waits) - 1)] * 1_000 for share in (0.5, 0.95, 0.99)]
    return f"p50 {at[0]:.0f} ms, p95 {at[1]:.0f} ms, p99 {at[2]:.0f} ms of {len(waits)}"


def main(count: int, at_once: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        alone, busy, lines = (Path(folder) / name for name in ("alone.db", "busy.db", "lines.jsonl"))
        fill(alone, count)
        busy.write_bytes(alone.read_bytes())
        write_articles(lines, 2 * count, count)
        quiet, computed = add(alone, lines)
        print(f"{count} articles added in {quiet:.1f} s, {computed:.1f} of CPU, with nobody reading")
        server, url = serve(busy)
        context = multiprocessing.get_context("spawn")
        until, answers = context.Event(), context.Queue()
        crowd = context.Process(target=readers, args=(url, at_once, until, answers))
        crowd.start()
        time.sleep(5)  # the readers are there before the articles come
        loud, computed = add(busy, lines)
        until.set()
        waits = answers.get(timeout=120)
        crowd.join()
        before = spent()
        server.terminate()
        server.wait()
        print(f"{count} articles added in {loud:.1f} s, {computed:.1f} of CPU, with {at_once} readers")
        print(f"that is {loud / quiet - 1:+.0%}; the server computed for {spent() - before:.1f} s")
        print(f"all pages: {told([wait for _, wait in waits])}")
        for kind in _SHARES:
            print(f"  {kind}: {told([wait for one, wait in waits if one == kind])}")


if __name__ == "__main__":
    main(*(int(one) for one in (sys.argv[1:] + ["2000", "32"][len(sys.argv) - 1 :])))
