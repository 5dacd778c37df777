"""Time of tracing and assessing one claim with many carriers: CPU seconds.

    python bench/trace.py [CARRIERS]             readings and copies given; 500 unless stated
    python bench/trace.py copies [COUNT ...]     readings and copies given; 2,000 and 20,000 unless stated
    python bench/trace.py near-copies [COUNT ...]   linked, stored and traced; 200 and 2,000 unless stated

The carriers are invented: a wire and its source, outlets that cite it, cite one another, copy, deny, or name
nobody, in fixed shares. Near copies are one text with one word in fifty changed, each by an outlet of its
own, in any order of time.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import msgspec

from link import reading_of, readings
from ondit.assess import assess
from ondit.match import Linker
from ondit.model.reading import Reading
from ondit.pipeline import BATCH, Recipe, trace_stored
from ondit.store import open_store
from ondit.trace import trace_claim
from story import Story, read_story

CHANGED = 0.02  # share of the words of a near copy that are others

COPIED = ("    a port source: P 30 boats", '    a port source: "we were told to be gone by noon today"')

SHAPES = (
    ["@Northwire < a port source: P 30 boats"],
    ["@Northwire < an informed port source: P 40 boats", "credit link @Northwire"],
    ["@Outlet {before}: P"],
    ['a source {place}: "we were told to be gone by noon"'],
    ["a clerk {place}: P more than 30 boats", "declines #Port"],
    ["~@Outlet {before}: P", "#Port: not P"],
    ["P", "copies a{before}"],
    ["P"],
    ["P", "credit closing line @Northwire"],
    ["Ann Hale{place} of #Body{place}: P"],
)


def story_of(carriers: int) -> Story:
    lines = ["a0 @Northwire 2031-05-01T08:00Z", "    a port source: P 30 boats"]
    for place in range(1, carriers):
        lines.append(f"a{place} @Outlet {name(place)} 2031-05-{1 + place * 27 // carriers:02d}")
        for said in SHAPES[place % len(SHAPES)]:
            before = place - 1 if said.startswith("copies") else name(max(place - 7, 0))
            lines.append("    " + said.format(place=name(place), before=before))
    return read_story("\n".join(lines))


def name(place: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(place))


def near_copies(count: int) -> list[Reading]:
    """Return so many readings of one text with a few words changed."""
    (first, *_), chance = readings(1), random.Random(count)
    words = first.article.text.split(" ")
    copies = []
    for number in range(count):
        text = " ".join(word if chance.random() > CHANGED else f"w{chance.randrange(999)}" for word in words)
        article = msgspec.structs.replace(
            first.article,
            id=f"copy-{number}",
            text=text,
            title=text.partition("\n")[0],
            outlet=f"Outlet {number}",
            published=f"2031-05-{1 + chance.randrange(28):02}",
        )
        copies.append(reading_of(article))
    return copies


def copied_story(count: int) -> Story:
    """Return so many carriers of one text, each copied from some earlier one; one copy in three is unsure."""
    chance = random.Random(count)
    lines = ["a0 @Northwire 2031-05-01T08:00Z", *COPIED]
    for place in range(1, count):
        lines.append(f"a{place} @Outlet {name(place)} 2031-05-{1 + chance.randrange(28):02}")
        lines += [*COPIED, f"    copies a{chance.randrange(place)} {chance.choice(['0.9', '0.9', '0.1'])}"]
    return read_story("\n".join(lines))


def trace_near_copies(count: int) -> None:
    copies = near_copies(count)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.db", create=True) as store:
        start = time.process_time()
        linker = Linker(store.known)
        for place in range(0, count, BATCH):
            batch = copies[place : place + BATCH]
            linker.add(batch)
            store.add(batch, linker.changes(), recipe="bench")
        linked = time.process_time()
        linking = store.linking()
        asked = max(linking.claims, key=lambda claim: (len(claim.carriers), claim.id))
        begin = time.process_time()
        answer = trace_stored(asked.id, store, Recipe())
        traced = time.process_time() - begin
        assert answer is not None
        found, marked = answer.independent_origins, len({copy.later for copy in linking.copies})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} near copies: linked and stored in {linked - start:.1f} s, traced in {traced:.1f} s"
        f" CPU; {len(answer.graph.claim.carriers)} carriers, {marked} articles marked as copies, origins"
        f" {found.at_least} to {found.at_most}; peak {peak} MB"
    )


def main(carriers: int, story_of: Callable[[int], Story]) -> None:
    story = story_of(carriers)
    start = time.process_time()
    graph = trace_claim(story.claim, story.readings, story.copies)
    traced = time.process_time()
    answer = assess(graph, story.readings)
    done = time.process_time()
    found = answer.independent_origins
    print(
        f"{carriers} carriers, {len(graph.nodes)} nodes, {len(graph.edges)} edges, "
        f"origins {found.at_least} to {found.at_most}: "
        f"trace {traced - start:.3f} s, assess {done - traced:.3f} s CPU"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["near-copies"]:
        for size in sys.argv[2:] or ["200", "2000"]:
            trace_near_copies(int(size))
    elif sys.argv[1:2] == ["copies"]:
        for size in sys.argv[2:] or ["2000", "20000"]:
            main(int(size), copied_story)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, story_of)
