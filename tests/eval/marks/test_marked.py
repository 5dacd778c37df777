"""The notation of the gold and its strict reader."""

import pytest

from eval.marks.gold_set import GoldPart, part_of, read_gold
from eval.marks.marked import read_marked
from eval.marks.records import CueClass, GoldError, GoldItem, SourceClass
from ondit.model.attribution import Manner
from ondit.model.span import Part, Span


def read_one(text: str, attributes: str) -> GoldItem:
    (item,) = read_marked(f"@ war.s1\n{text}\n> {attributes}\n", "war.txt")
    return item


def test_marks_leave_the_text_and_become_spans_of_code_points():
    item = read_one("🇫🇷 {s1 She} {q1 said} {c1 no}.", "1 person negative")
    (one,) = item.attributions
    assert item.article.text == "🇫🇷 She said no."
    assert (one.source, one.cue, one.content) == ((Span(3, 6),), (Span(7, 11),), (Span(12, 14),))
    assert (one.source_class, one.cue_class) == (SourceClass.PERSON, CueClass.SAY)


def test_a_role_may_lie_in_pieces_and_a_stretch_may_have_two_roles():
    item = read_one(
        "{c1 Rain}, {s1+s2 he} {q1 said}, {c1 fell}, {q2 adding} {c2 that it stopped}.", "1 person; 2 person"
    )
    first, second = item.attributions
    assert [item.article.cut(span) for span in first.content] == ["Rain", "fell"]
    assert first.source == second.source


def test_a_title_is_a_part_of_its_own():
    item = read_one("title: {c1 Rain}{q1 :} {s1 report}\nIt rained.", "1 document")
    assert item.attributions[0].source == (Span(6, 12, Part.TITLE),)
    assert (item.article.title, item.article.text) == ("Rain: report", "It rained.")


@pytest.mark.parametrize(
    ("text", "attributes", "parents"),
    [
        pytest.param(
            "{s1 A} {q1 said} {c1 {s2 B} {q2 claimed} {c2 it rained}}.",
            "1 outlet; 2 person",
            [None, 1],
            id="the content that holds source, cue and content",
        ),
        pytest.param(
            "{s1 A} {q1 said}, {q2 citing} {s2 B}, {c1+c2 that it rained}.",
            "1 outlet; 2 outlet <1",
            [None, 1],
            id="stated, where one content is shared",
        ),
        pytest.param(
            "{s1 A} {q1 said} {c1 rain fell}. {s2 B} {q2 said} {c2 it did not}.",
            "1 person; 2 person",
            [None, None],
            id="side by side",
        ),
    ],
)
def test_a_parent_is_the_smallest_content_around(text, attributes, parents):
    assert [one.parent for one in read_one(text, attributes).attributions] == parents


@pytest.mark.parametrize(
    ("content", "manner"),
    [
        pytest.param(
            '{c1 "It rained,"} {s1 he} {q1 said}. {c1 "All day."}', Manner.DIRECT, id="quotations only"
        ),
        pytest.param('{s1 He} {q1 said}: {c1 "It rained.\n\n"All day."}', Manner.DIRECT, id="reopened"),
        pytest.param("{s1 He} {q1 said} {c1 it 'poured'}.", Manner.MIXED, id="one quotation held"),
        pytest.param("{s1 He} {q1 said} {c1 it's Sam's rain}.", Manner.INDIRECT, id="apostrophes"),
    ],
)
def test_manner_follows_the_quotation_marks(content, manner):
    assert read_one(content, "1 person").attributions[0].manner is manner


@pytest.mark.parametrize(
    ("text", "attributes", "problem"),
    [
        pytest.param("{s1 He} {q1 said}.", "1 person", "has no content", id="no content"),
        pytest.param("{s1 He} {q1 said {c1 it rained}.", "1 person", "never closed", id="never closed"),
        pytest.param("{s1 He} said} {c1 so}.", "1 person", "nothing to close", id="closed twice"),
        pytest.param("{s1 He } {q1 said} {c1 so}.", "1 person", "white space", id="white space at the edge"),
        pytest.param("{x1 He} {q1 said} {c1 so}.", "1 person", "not a mark", id="no such role"),
        pytest.param("{s1 He} {q1 said} {c1 so}.", "1 human", "not an attribute", id="no such attribute"),
        pytest.param(
            "{s1 He} {q1 said} {c1 so}.", "1 negative", "needs its class", id="source without class"
        ),
        pytest.param("{q1 Reportedly} {c1 so}.", "1 person", "needs its class", id="class without source"),
        pytest.param(
            "{s1 He} {q1 said} {c1 so}.", "1 person; 2 body", "no such marks", id="attributes of none"
        ),
        pytest.param("{s1 He} {q1 said} {c1 so}.", "1 person <7", "no parent 7", id="no such parent"),
        pytest.param(
            "{s1 He} {q1 said} {c1 so}.", "1 person =Bo negative", "stands last", id="name not last"
        ),
        pytest.param("{s1 He,} {q1 said} {c1 so}.", "1 person", "outside its mark", id="comma in a source"),
    ],
)
def test_what_does_not_follow_the_notation_is_refused_with_its_place(text, attributes, problem):
    with pytest.raises(GoldError, match=rf"^war\.txt:1: war\.s1: .*{problem}"):
        read_one(text, attributes)


@pytest.mark.parametrize("part", GoldPart)
def test_the_gold_follows_the_notation_and_lies_in_its_part(part):
    items = read_gold(part)
    assert all(part_of(item.id) is part for item in items)
    assert len({item.id for item in items}) == len(items)


def test_the_gold_is_as_large_as_it_says():
    items = [item for part in GoldPart for item in read_gold(part)]
    articles = [item for item in items if ".a" in item.id]
    assert len(items) - len(articles) >= 400 and len(articles) >= 40
    assert 0.28 <= len(read_gold(GoldPart.HELD_ASIDE)) / len(items) <= 0.38


def test_an_item_in_the_wrong_part_is_refused(tmp_path):
    aside = next(f"war.s{n}" for n in range(1, 99) if part_of(f"war.s{n}") is GoldPart.HELD_ASIDE)
    (tmp_path / "tuning").mkdir()
    (tmp_path / "tuning" / "war.txt").write_text(f"@ {aside}\nIt rained.\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"tuning.war\.txt: war\.s\d+ stands twice or belongs elsewhere"):
        read_gold(GoldPart.TUNING, tmp_path)
