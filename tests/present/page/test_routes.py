import itertools
import re

import pytest

from ondit.present.lineage import lineage
from ondit.present.page.layout import draw
from ondit.present.page.routes import LABEL, SIGN
from present.builder import Story, crowd, dam

NUMBERS = re.compile(r"-?\d+")


def segments(path: str) -> list[tuple[int, int, int, int]]:
    """Return the straight pieces of a path; a rounded corner counts as two."""
    numbers = [int(number) for number in NUMBERS.findall(path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [(*one, *other) for one, other in itertools.pairwise(points)]


@pytest.mark.parametrize("trace", [dam()[0], crowd(8)[0], crowd(60)[0], crowd(300)[0]])
def test_no_line_crosses_a_label_but_its_givers_own(trace):
    family = lineage(trace)
    drawing = draw(family)
    for line in drawing.lines:
        giver = family[line.edges[0].giver].node.id
        for mark in drawing.marks:
            if mark.member.node.id == giver:
                continue
            left, right, top, bottom = mark.x + SIGN, mark.x + LABEL - 2 * SIGN, mark.y - 4, mark.y + 17
            for x1, y1, x2, y2 in segments(line.path):
                outside = (
                    max(x1, x2) <= left or min(x1, x2) >= right or max(y1, y2) <= top or min(y1, y2) >= bottom
                )
                assert outside, (mark.member.node.name, line.path)


def test_every_line_runs_along_the_axes_from_giver_to_taker():
    drawing = draw(lineage(dam()[0]))
    starts = {(mark.x, mark.y) for mark in drawing.marks}
    for line in drawing.lines:
        pieces = segments(line.path)
        assert pieces[0][:2] in starts
        assert all(x1 == x2 or y1 == y2 for x1, y1, x2, y2 in pieces)


def test_lines_of_two_givers_to_one_taker_run_in_lanes_of_their_own():
    story = Story()
    givers = [story.article(f"Wire {number}", "2031-05-01", "It is cracked.") for number in (1, 2)]
    paper = story.article("Paper", "2031-05-02", "It is cracked.")
    for giver in givers:
        story.edge(paper, giver)
    lines = draw(lineage(story.trace([], (1, 2, 2)))).lines
    turns = [{x1 for x1, _, x2, _ in segments(line.path) if x1 == x2} for line in lines]
    assert len(lines) == 2
    assert not turns[0] & turns[1]
