"""A kit of broken files, thrown at the commands as a person would: `make hostile`.

    python -m tests.hostile.kit COUNT [SEED]

writes COUNT pages, COUNT / 3 feeds and COUNT / 30 archives to a folder for each kind and runs `ondit add` and
`ondit read --format jsonl` on it. It fails when a command ends in a way that is not its own, when an item was
lost to an error that nobody foresaw, or when intact records behind damaged ones were not recovered, and says
what it cost.
"""

import re
import resource
import subprocess
import sys
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from tests.hostile.archives import hostile_archive
from tests.hostile.feeds import ENDINGS, hostile_feed
from tests.hostile.pages import hostile_page

from ondit.ingest.archives import find_pages
from ondit.ingest.item import Item

ENDS = (0, 1, 3, 4)  # all good, nothing done, some items failed, refused
RECOVERED = 0.9  # share of the intact records behind damaged ones that must come out
UNFORESEEN = re.compile(
    r"Traceback|unexpected \w+|report it|Fatal Python|Segmentation"
)  # not "skipped: a: ..."
_SKIPPED = re.compile(r"^skipped: (?P<item>.+?): (?P<reason>.*)$", re.MULTILINE)  # matches "skipped: a: b"
_NUMBER = re.compile(r"\d[\d,]*")  # matches "1,200"; reasons are counted without their numbers


class Ran(msgspec.Struct):
    """What a command did: its exit code, seconds by the clock and of CPU, and what it said."""

    code: int
    wall: float
    cpu: float
    said: str

    @property
    def unforeseen(self) -> list[str]:
        return [line for line in self.said.splitlines() if UNFORESEEN.search(line)]


def run(*arguments: str, most: float) -> Ran:
    """Run a command for at most so many seconds; workers' CPU counts where they have ended."""
    began, used = time.monotonic(), _used()
    done = subprocess.run(
        [sys.executable, "-m", "ondit", *arguments], capture_output=True, timeout=most, check=False
    )
    return Ran(
        done.returncode, time.monotonic() - began, _used() - used, done.stderr.decode("utf-8", "replace")
    )


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def write(folder: Path, kind: str, count: int, seed: int) -> None:
    folder.mkdir()
    for number in range(count):
        if kind == "pages":
            name, content = f"{number:05}.html", hostile_page(number, seed)
        elif kind == "feeds":
            name, content = f"{number:05}{ENDINGS[number // 7 % len(ENDINGS)]}", hostile_feed(number, seed)
        else:
            name, content = f"{number:05}.warc", hostile_archive(number, seed).content
        (folder / name).write_bytes(content)


def recovered(count: int, seed: int) -> float:
    """Return the share of the intact records behind damaged ones that are read."""
    found = there = 0
    for number in range(count):
        archive = hostile_archive(number, seed)
        pages = Counter(
            one.content for one in find_pages("a", BytesIO(archive.content)) if isinstance(one, Item)
        )
        there += len(archive.behind)
        found += sum(page in pages for page in archive.behind)
    return found / there


def main() -> None:
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    faults = []
    with TemporaryDirectory() as place:
        for kind, many in (("pages", count), ("feeds", count // 3), ("archives", max(count // 30, 1))):
            folder = Path(place) / kind
            write(folder, kind, many, seed)
            for arguments in (
                ("add", str(folder), "--store", f"{folder}.db"),
                ("read", str(folder), "--format", "jsonl"),
            ):
                done = run(*arguments, most=60 + 10 * many)
                print(f"{arguments[0]} {many} {kind}: exit {done.code}, {done.wall:.0f} s by the clock")
                faults += done.unforeseen
                if done.code not in ENDS:
                    faults.append(f"{arguments[0]} {kind} ended with {done.code}")
            reasons = Counter(_NUMBER.sub("N", one["reason"]) for one in _SKIPPED.finditer(done.said))
            for reason, times in reasons.most_common(8):
                print(f"    {times} {reason[:90]}")
        share = recovered(max(count // 30, 1), seed)
        print(f"intact records behind damaged ones: {share:.1%} read")
        if share < RECOVERED:
            faults.append("too few records recovered")
    print("\n".join(["faults:", *faults]) if faults else "no fault")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
