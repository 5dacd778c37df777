"""`python -m eval.claims`: how well mentions are grouped into claims, on stories of our own."""

from collections.abc import Iterator
from pathlib import Path

from eval.marks.claim_marks import CLAIMS
from eval.marks.gold_set import GoldPart
from eval.measure import Columns, Measure
from eval.run import claim_answers, score_claims
from eval.score.claim_errors import print_claim_errors
from eval.score.grouping import DENIAL_TOLD, ROLES_TOLD

EXPLAINED = """\
All stories of a part are read and linked as one collection. In per cent with a 95% interval (bootstrap over
articles) and the number that a figure rests on. B-cubed is taken over all marked mentions; one that the
system does not have is a group of its own. "joined" and "kept apart" rows are pairs of marked mentions: of
one claim, and of claims that are easily taken for one. Voice is judged on mentions that are there."""


def _merged(columns: Columns) -> Iterator[str]:
    for part, column in columns.items():
        for figure in column:
            if figure.name in (DENIAL_TOLD, ROLES_TOLD):
                wrong = round(figure.marked * (1 - figure.value / 100))
                yield f"{part.value}: {figure.name}: {wrong} of {figure.marked} pairs are merged"


MEASURE = Measure(
    title="Claims (eval/gold/claims)",
    explained=EXPLAINED,
    floors=Path(__file__).parent / "claim_floors.toml",
    gold=(CLAIMS,),
    figures=lambda part: score_claims(claim_answers(part)),
    print_errors=lambda: print_claim_errors(claim_answers(GoldPart.TUNING)),
    remarks=_merged,
)

main = MEASURE.command(
    "Print the figures of claims: grouping, pairs that are hard, voice, numbers, main claims."
)


if __name__ == "__main__":
    main()
