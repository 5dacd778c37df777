"""What holds for every measure of our own gold."""

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from eval import attribution, claims, languages, outlets, provenance, sources
from eval.floors import read_floors
from eval.marks.gold_set import GoldPart

MEASURES = pytest.mark.parametrize(
    "module",
    [
        pytest.param(one, id=one.__name__)
        for one in (attribution, claims, languages, outlets, provenance, sources)
    ],
)


@MEASURES
@pytest.mark.parametrize("part", GoldPart)
def test_no_figure_is_below_its_floor(module, part):
    measure = module.MEASURE
    assert getattr(read_floors(measure.floors), part.value), "no floors at all"
    assert measure.below({part: measure.figures(part)}) == []


@MEASURES
@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--errors", "--part", "held_aside"], id="nobody looks at what is held aside"),
        pytest.param(["--set-floors", "--part", "tuning"], id="floors of one part"),
    ],
)
def test_what_would_spoil_the_measure_is_refused(module, options):
    assert CliRunner().invoke(module.main, options).exit_code == 2


def test_floors_of_other_gold_are_told(tmp_path):
    (tmp_path / "floors.toml").write_text('digest = "other"\n[tuning]\n[held_aside]\n')
    other = replace(outlets.MEASURE, floors=tmp_path / "floors.toml")
    assert "other gold" in other.below({})[0]
