import pytest

from ondit.text.shingles import containment, shingle

BRIEF = "the old ferry ran aground near the harbour"
REPORT = f"on monday {BRIEF} and forty passengers waited on deck"


def test_a_brief_within_a_report_is_contained_but_not_the_other_way_round():
    brief, report = shingle(BRIEF, 3).hashes, shingle(REPORT, 3).hashes
    assert containment(brief, report) == 1.0
    assert containment(report, brief) < 0.5


def test_case_accents_and_punctuation_do_not_count():
    one, other = shingle("Die Fähre, sie sank!", 3).hashes, shingle("die fahre sie SANK", 3).hashes
    assert containment(one, other) == 1.0


def test_the_order_of_words_counts():
    assert containment(shingle("a b c", 3).hashes, shingle("c b a", 3).hashes) == 0.0


def test_words_keep_their_offsets():
    shingled = shingle("Öl, und Wein", 2)
    assert (shingled.starts, shingled.ends) == ((0, 4, 8), (2, 7, 12))
    assert len(shingled.hashes) == 2


def test_no_text_is_no_copy():
    with pytest.raises(ValueError, match="at least one"):
        containment(shingle("too short", 3).hashes, shingle(BRIEF, 3).hashes)


def test_hashes_are_the_same_in_every_process():
    assert shingle("one two", 2).hashes.tolist() == [17619704798060293248]
