"""`python -m eval.provenance`: how well it is told who has a claim from whom, on stories of our own."""

from functools import cache
from pathlib import Path

from eval.marks.case_marks import CASES, Case, read_cases
from eval.marks.gold_set import GoldPart
from eval.measure import Measure
from eval.score.tally import Figure, figures
from eval.traced.answered import Answered, answered
from eval.traced.errors import print_case_errors
from eval.traced.scoring import score_case
from ondit.pipeline import Recipe, read_article, trace_readings

EXPLAINED = """\
Each story is read for itself, and its question asked. In per cent with a 95% interval (bootstrap over
stories) and the number that a figure rests on. Edges that belong to another claim or to the denial count as
wrong in "strict" only. eval/gold/provenance/README.md says what each row means."""


def trace_case(case: Case) -> Answered:
    """Return what the system answers to the question of a story."""
    recipe = Recipe()
    readings = [read_article(article.record(), recipe) for article in case.articles]
    return answered(trace_readings(case.ask, readings, recipe))


@cache
def case_answers(part: GoldPart) -> list[tuple[Case, Answered]]:
    """Return the stories of one part with the system's answers."""
    return [(case, trace_case(case)) for case in read_cases(part)]


def case_figures(part: GoldPart) -> list[Figure]:
    """Return the figures of one part."""
    return figures([score_case(case, answer) for case, answer in case_answers(part)])


MEASURE = Measure(
    title="Provenance (eval/gold/provenance)",
    explained=EXPLAINED,
    floors=Path(__file__).parent / "provenance_floors.toml",
    gold=(CASES,),
    figures=case_figures,
    print_errors=lambda: print_case_errors(case_answers(GoldPart.TUNING)),
)

main = MEASURE.command("Print the figures of provenance: edges, origins, range, first page, denials.")


if __name__ == "__main__":
    main()
