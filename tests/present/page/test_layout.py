import itertools

import pytest

from ondit.model.provenance import Origin
from ondit.model.source import SourceKind
from ondit.present.lineage import lineage
from ondit.present.page.layout import MOST_COLUMNS, MOST_DRAWN, draw
from ondit.present.page.routes import GUTTER, LABEL, ROW
from present.builder import Story, crowd, dam

SIZES = (1, 8, 60, 300)


def drawn(trace):
    return draw(lineage(trace))


def where(drawing):
    """Return column and row number of each mark by name."""
    return {mark.member.node.name: (mark.column, mark.y) for mark in drawing.marks}


@pytest.mark.parametrize("size", SIZES)
def test_no_two_labels_meet(size):
    marks = drawn(crowd(size)[0]).marks
    for one, other in itertools.combinations(marks, 2):
        assert abs(one.x - other.x) >= LABEL + GUTTER or abs(one.y - other.y) >= ROW


@pytest.mark.parametrize("size", SIZES)
def test_every_mark_is_on_the_paper_and_in_its_band(size):
    drawing = drawn(crowd(size)[0])
    for mark in drawing.marks:
        assert mark.x > 0 and mark.x + LABEL <= drawing.width
        assert any(band.y < mark.y < band.y + band.height for band in drawing.bands)
    assert drawing.bands[-1].y + drawing.bands[-1].height == drawing.height


@pytest.mark.parametrize("size", SIZES)
def test_time_runs_from_left_to_right(size):
    drawing = drawn(crowd(size)[0])
    starts = [(tick.x, tick.days) for tick in drawing.ticks if tick.days]
    assert starts == sorted(starts)
    for mark in drawing.marks:
        if mark.member.carrier:
            day = mark.member.published.date()
            days = [days for x, days in starts if x < mark.x]
            assert days[-1][0] <= day <= days[-1][1]


@pytest.mark.parametrize("size", SIZES)
def test_a_taker_stands_right_of_its_giver(size):
    trace, _ = crowd(size)
    family = lineage(trace)
    x = {mark.member.node.id: mark.x for mark in draw(family).marks}
    for member in family.members:
        if member.above in x and member.node.id in x:
            assert x[member.above] < x[member.node.id]


def test_a_crowd_is_folded_and_counted():
    trace, _ = crowd(300)
    drawing = drawn(trace)
    alone = sum(mark.member.carrier is not None and not mark.folded for mark in drawing.marks)
    assert alone + drawing.folded == 300
    assert len(drawing.marks) <= MOST_DRAWN + 2
    assert drawing.width <= MOST_COLUMNS * (LABEL + GUTTER)


def test_sixty_carriers_are_drawn_one_by_one():
    assert drawn(crowd(60)[0]).folded == 0


def test_origins_ends_and_denials_have_bands_of_their_own():
    drawing = drawn(dam()[0])
    band_of = {
        mark.member.node.name: number
        for mark in drawing.marks
        for number, band in enumerate(drawing.bands)
        if band.y < mark.y < band.y + band.height
    }
    assert band_of["Fjord Wire"] == band_of["بريد الوادي"] == 0
    assert band_of["Lowland Gazette"] == band_of["Dam Watch"] == 1
    assert band_of["Ida Renn"] == band_of["Upland Radio"] == 2
    assert [band.denies for band in drawing.bands] == [False, False, True]


def test_lines_tell_copies_and_denials_from_credit():
    styles = {line.edges[0].taker: line.style for line in drawn(dam()[0]).lines}
    assert (styles["a02"], styles["a04"], styles["a07"]) == ("credit", "copy", "denial")


def test_a_long_run_of_days_is_joined_into_few_columns():
    story = Story()
    for day in range(1, 31):
        story.article(f"Paper {day}", f"2031-05-{day:02}", "It is cracked.")
    drawing = drawn(story.trace([], (1, 30, 30)))
    assert drawing.width <= MOST_COLUMNS * (LABEL + GUTTER)
    assert [mark.member.node.name for mark in sorted(drawing.marks, key=lambda mark: (mark.x, mark.y))] == [
        f"Paper {day}" for day in range(1, 31)
    ]


def test_days_stay_apart_where_joining_them_saves_no_column():
    story = Story()
    papers = [story.article(f"Paper {day}", f"2031-05-{day:02}", "It is cracked.") for day in range(1, 10)]
    for taker, giver in itertools.pairwise(reversed(papers)):
        story.edge(taker, giver)
    drawing = drawn(story.trace([], (1, 1, 1)))
    assert drawing.width == 9 * (LABEL + GUTTER)
    assert len([tick for tick in drawing.ticks if tick.days]) == MOST_COLUMNS - 1


def test_an_undated_article_stands_left_of_its_takers():
    story = Story()
    undated = story.article("Undated", None, "It is cracked.")
    paper = story.article("Paper", "2031-05-01", "It is cracked.")
    story.edge(paper, undated)
    places = where(drawn(story.trace([], (1, 1, 1))))
    assert places["Undated"][0] < places["Paper"][0]


def test_a_giver_of_impossible_order_is_still_joined_by_a_line():
    story = Story()
    early = story.article("Early", "2031-05-01", "It is cracked.")
    late = story.article("Late", "2031-05-03", "It is cracked.")
    story.edge(early, late, flags=("impossible order",))
    drawing = drawn(story.trace([], (1, 1, 1)))
    assert [(line.edges[0].taker, line.edges[0].giver) for line in drawing.lines] == [(early, late)]


def test_two_origins_have_two_bands():
    story = Story()
    origins = []
    for name in ("a guard", "a driver"):
        paper = story.article(f"Paper of {name}", "2031-05-01", "It is cracked.")
        source = story.source(name)
        story.edge(paper, source)
        origins.append(Origin(node=source, name=name, kind=SourceKind.UNNAMED))
    drawing = drawn(story.trace(origins, (1, 2, 0)))
    assert [band.root.node.name for band in drawing.bands] == ["a guard", "a driver"]


def test_an_empty_trace_is_an_empty_drawing():
    drawing = drawn(Story().trace([], (0, 0, 0)))
    assert (drawing.marks, drawing.lines, drawing.bands) == ((), (), ())
