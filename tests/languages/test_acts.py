from ondit.languages import LANGUAGES, lexicon_of
from ondit.languages.acts import load_acts, opposites_of


def test_all_lexicons_name_the_same_concepts():
    known = set(lexicon_of("en").claim.concept)
    for language in LANGUAGES:
        assert set(lexicon_of(language).claim.concept) <= known, language


def test_acts_are_concepts_and_opposites_are_acts():
    acts = load_acts()
    assert acts.act <= set(lexicon_of("en").claim.concept)
    assert {act for pair in acts.opposite for act in pair} <= acts.act


def test_opposites_are_told_whichever_comes_first():
    assert "approve" in opposites_of(frozenset({"ban"}))
    assert "ban" in opposites_of(frozenset({"approve"}))
    assert "ban" not in opposites_of(frozenset({"ban"}))
