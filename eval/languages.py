"""`python -m eval.languages`: how well attributions are found in other languages, on our own gold."""

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from eval.floors import write_floors
from eval.marks.gold_set import GOLD, GoldPart, gold_languages
from eval.measure import Measure
from eval.run import answers, score
from eval.score.attribution_errors import print_errors
from eval.score.tally import Figure

SHOWN = {
    "attribution": "attribution",
    "source, exact": "source",
    "kind of source": "kind",
    "nested chains": "chains",
    "polarity, negative": "negative",
    "distance": "distance",
    "silent where nobody speaks": "silent",
}
"""The figures that are printed, with the heads of their columns."""
TOGETHER = "all"

EXPLAINED = """\
F1 in per cent and the number of marked ones it rests on. Source: its words are exactly right. Kind: of the
source of a right attribution. Negative and distance are judged on contents that were found; "all" is every
language together. Silent: nothing is found where nobody speaks."""


def score_languages(part: GoldPart, languages: Sequence[str]) -> list[Figure]:
    """Return the figures of some languages and of all of them together, each named by language and figure."""
    answered = {one: answers(part, one) for one in languages}
    everything = [item for items in answered.values() for item in items]
    sets = {**answered, **({TOGETHER: everything} if len(answered) > 1 else {})}
    return [
        replace(figure, name=f"{name} {SHOWN[figure.name]}")
        for name, items in sets.items()
        for figure in score(items)
        if figure.name in SHOWN
    ]


def _print_errors(languages: Sequence[str]) -> None:
    for one in languages:
        print_errors(answers(GoldPart.TUNING, one))


MEASURE = Measure(
    title="Attribution in other languages (eval/gold)",
    explained=EXPLAINED,
    floors=Path(__file__).parent / "language_floors.toml",
    gold=tuple(GOLD.parent / one for one in gold_languages()),
    figures=lambda part: score_languages(part, gold_languages()),
    print_errors=lambda: _print_errors(gold_languages()),
)


@click.command()
@click.option("--language", type=click.Choice(gold_languages()), help="Only this language; no floors then.")
@click.option("--part", type=click.Choice([*(p.value for p in GoldPart), "both"]), default="both")
@click.option("--errors", is_flag=True, help="Print what is missed or wrong; of the tuning part only.")
@click.option("--set-floors", is_flag=True, help="Write the present figures, rounded down, as floors.")
def main(language: str | None, part: str, errors: bool, set_floors: bool) -> None:
    """Print how well attributions are found, language by language."""
    if errors and part == GoldPart.HELD_ASIDE:
        raise click.UsageError("nobody looks at the part held aside; --errors shows those of the tuning part")
    if set_floors and (part != "both" or language):
        raise click.UsageError("floors are set for both parts and all languages; leave both options out")
    languages = [language] if language else gold_languages()
    parts = [one for one in GoldPart if part in (one.value, "both")]
    columns = {one: score_languages(one, languages) for one in parts}
    if errors:
        _print_errors(languages)
    click.echo(EXPLAINED)
    for part_shown, column in columns.items():
        _print_part(part_shown.value, column)
    if set_floors:
        write_floors(columns, MEASURE.floors, MEASURE.digest)
    if language:
        return
    if lines := MEASURE.below(columns):
        raise click.ClickException("\n".join(lines))
    click.echo(f"\nNo figure is below its floor (eval/{MEASURE.floors.name}).")


def _print_part(title: str, column: Sequence[Figure]) -> None:
    by_name = {figure.name: figure for figure in column}
    click.echo(f"\n{title:10}" + "".join(f"{head:>13}" for head in SHOWN.values()))
    for language in dict.fromkeys(name.split()[0] for name in by_name):
        cells = (by_name.get(f"{language} {head}") for head in SHOWN.values())
        click.echo(f"{language:10}" + "".join(f"{_cell(cell):>13}" for cell in cells))


def _cell(figure: Figure | None) -> str:
    return f"{figure.value:.1f} ({figure.marked})" if figure and figure.marked else "-"


if __name__ == "__main__":
    main()
