"""Attribution in other languages: the gold, its floors, the command."""

import pytest
from click.testing import CliRunner

from eval.languages import main
from eval.marks.gold_set import GOLD, GoldPart, gold_languages, read_gold
from ondit.languages import lexicon_of


def test_every_language_with_gold_is_read_on_the_surface():
    marked = {one for one in gold_languages() if any(read_gold(part, GOLD.parent / one) for part in GoldPart)}
    lexicons = {one: lexicon_of(one) for one in marked}
    assert all(lexicon and lexicon.surface for lexicon in lexicons.values())


def test_an_item_is_of_the_language_of_its_folder():
    items = read_gold(GoldPart.TUNING, GOLD.parent / "uk")
    assert {item.article.language for item in items} == {"uk"}


def test_one_language_alone_is_shown():
    answer = CliRunner().invoke(main, ["--language", "tr", "--part", "tuning"])
    assert answer.exit_code == 0, answer.output
    assert "\ntr " in answer.output and "\nde " not in answer.output


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--set-floors", "--language", "tr"], id="floors of one language"),
    ],
)
def test_what_would_spoil_the_measure_is_refused(options):
    assert CliRunner().invoke(main, options).exit_code == 2
