"""The command that prints how well sources are resolved, and its floors."""

from click.testing import CliRunner

from eval.marks.gold_set import GoldPart, read_gold
from eval.meant.entities import meanings
from eval.sources import SOURCES, main


def test_the_command_prints_mentions_pairs_and_confusion():
    answer = CliRunner().invoke(main, ["--part", "tuning", "--errors"])
    assert answer.exit_code == 0, answer.output
    for row in (
        "named ",
        "short forms and pronouns",
        "B-cubed",
        "read: mentions found",
        "pairs, tuning, called",
    ):
        assert row in answer.output


def test_the_gold_of_sources_is_as_large_as_it_says():
    tuning, aside = (read_gold(part, SOURCES) for part in GoldPart)
    articles = [item for item in (*tuning, *aside) if ".a" in item.id]
    assert len(articles) >= 60 and sum(len(meanings(item).mentions) for item in articles) >= 300
    assert sum(len(meanings(item).mentions) for item in (*tuning, *aside)) >= 600
    assert 0.3 <= sum(item in aside for item in articles) / len(articles) <= 0.37
