"""`python -m eval.attribution`: how well attributions are found, on our own gold and on PolNeAR."""

import tomllib
from pathlib import Path

import click

from eval.marks.gold_set import GoldPart
from eval.measure import Measure
from eval.polnear import polnear_figures
from eval.run import answers, score
from eval.score.attribution_errors import print_errors
from eval.table import print_figures

PEERS = Path(__file__).parent / "peers.toml"
EXPLAINED = """\
F1 in per cent with its 95% interval (bootstrap over items) and the number of marked ones it rests on.
"recall" rows are recall of whole attributions. Certainty, distance, polarity and manner are judged on
contents that were found, kind, addressee and who is meant on attributions that are right."""


MEASURE = Measure(
    title="Our own gold (eval/gold/en)",
    explained=EXPLAINED,
    floors=Path(__file__).parent / "floors.toml",
    gold=(),
    figures=lambda part: score(answers(part)),
    print_errors=lambda: print_errors(answers(GoldPart.TUNING)),
)


@click.command()
@click.option("--part", type=click.Choice([*(p.value for p in GoldPart), "both"]), default="both")
@click.option("--errors", is_flag=True, help="Print what is missed or wrong; of the tuning part only.")
@click.option(
    "--shared", envvar="ONDIT_SHARED", type=Path, help="Folder that holds data/polnear/dev.jsonl.gz."
)
@click.option(
    "--set-floors", is_flag=True, help="Write the present figures, rounded down, to floors.toml (both parts)."
)
def main(part: str, errors: bool, shared: Path | None, set_floors: bool) -> None:
    """Print the figures of attribution in English, beside those of others."""
    MEASURE.show(part, errors, set_floors)
    _print_polnear(shared)
    _print_peers()


def _print_polnear(shared: Path | None) -> None:
    path = shared / "data" / "polnear" / "dev.jsonl.gz" if shared else None
    if path is None or not path.exists():
        click.echo("\nPolNeAR dev: skipped; give the folder that holds it with --shared or ONDIT_SHARED.")
        return
    print_figures("PolNeAR dev, outermost attributions", {"dev": polnear_figures(path)})


def _print_peers() -> None:
    click.echo("\nOthers on PolNeAR, by the measure of 'attribution' above")
    for peer in tomllib.loads(PEERS.read_text(encoding="utf-8"))["peer"]:
        cells = "  ".join(f"{name} {peer[name]}" for name in ("dev", "test", "between") if name in peer)
        click.echo(f"{peer['name']:24} {cells:18} {peer['origin']}")


if __name__ == "__main__":
    main()
