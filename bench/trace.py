"""Time of tracing and assessing one claim with many carriers: CPU seconds, readings and copies given.

    python bench/trace.py [CARRIERS]

The carriers are invented: a wire and its source, outlets that cite it, cite one another, copy, deny, or name
nobody, in fixed shares.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from ondit.assess import assess
from ondit.trace import trace_claim
from story import Story, read_story

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


def main(carriers: int) -> None:
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
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
