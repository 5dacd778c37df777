"""`python -m eval.sources`: how well it is told who is meant by a source, and which sources are one mouth."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from eval.marks.gold_set import GOLD, GoldPart, read_gold
from eval.meant.answers import fed, read
from eval.meant.entities import meanings
from eval.meant.errors import print_wrong, print_wrong_pairs
from eval.meant.judging import score_meanings, score_reading
from eval.meant.pairs import Pair, Sameness, read_pairs
from eval.meant.sameness import confusion, sameness_of, score_pair
from eval.measure import Columns, Measure
from eval.score.tally import Figure, figures

SOURCES, PAIRS = GOLD.parent / "sources", GOLD.parent / "pairs"
EXPLAINED = """\
Accuracy in per cent (F1 for B-cubed) with its 95% interval (bootstrap over items) and what it rests on. Every
marked source is given to the system, which says whom it means; rows that begin with "read" let it read the
article for itself. docs/sources.md says what each row means."""


@cache
def source_figures(part: GoldPart) -> list[Figure]:
    """Return the figures of one part: those of mentions, then those of pairs."""
    counted = []
    for item in read_gold(part, SOURCES):
        gold = meanings(item)
        counted.append({**score_meanings(gold, fed(item)), **score_reading(gold, read(item))})
    paired = [score_pair(pair, said) for pair, said in zip(*answered_pairs(part), strict=True)]
    return [*figures(counted), *figures(paired)]


@cache
def answered_pairs(part: GoldPart) -> tuple[Sequence[Pair], Sequence[Sameness | None]]:
    """Return the pairs of one part, and what the system says of each."""
    pairs = read_pairs(part, PAIRS)
    return pairs, [sameness_of(pair) for pair in pairs]


def _confusion(columns: Columns) -> Iterator[str]:
    called = [*(one.value for one in Sameness), "no origin"]
    for part in columns:
        met = confusion(*answered_pairs(part))
        yield f"\n{'pairs, ' + part.value + ', called':26}" + "".join(f"{one:>11}" for one in called)
        for gold in Sameness:
            yield f"{gold.value:26}" + "".join(f"{met[gold.value, one]:11d}" for one in called)


def _print_errors() -> None:
    print_wrong(read_gold(GoldPart.TUNING, SOURCES))
    print_wrong_pairs(*answered_pairs(GoldPart.TUNING))


MEASURE = Measure(
    title="Sources (eval/gold/sources, eval/gold/pairs)",
    explained=EXPLAINED,
    floors=Path(__file__).parent / "source_floors.toml",
    gold=(SOURCES, PAIRS),
    figures=source_figures,
    print_errors=_print_errors,
    remarks=_confusion,
)

main = MEASURE.command("Print how well sources are resolved in English.")


if __name__ == "__main__":
    main()
