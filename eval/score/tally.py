"""Figures from counts, with bootstrap intervals."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from eval.score.scoring import Counts

RESAMPLES = 1000
"""Draws of the bootstrap: the ends of a 95% interval then rest on 25 draws each."""
SEED = 1

Floats = NDArray[np.float64]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure in per cent. `marked` is what it rests on; `low` and `high` are the ends of its 95% interval
    (percentile bootstrap over items)."""

    name: str
    value: float
    precision: float | None
    recall: float
    marked: int
    low: float
    high: float


def figures(items: Sequence[Counts]) -> list[Figure]:
    """Return the figures of many items: F1, or recall where nothing found can be counted, or the mean F1
    over the classes of a macro average that are marked at all."""
    names = list(dict.fromkeys(name for counts in items for name in counts))
    table = np.zeros((len(items), len(names), 4))
    for row, counts in enumerate(items):
        for name, count in counts.items():
            table[row, names.index(name)] = count
    draws = np.random.default_rng(SEED).multinomial(len(items), [1 / len(items)] * len(items), RESAMPLES)
    total = table.sum(axis=0)
    resampled = np.einsum("di,inc->dnc", draws, table)
    wanted = dict.fromkeys(name.split("/")[0] for name in names)
    ordered = sorted(wanted, key=lambda name: (name.startswith("recall"), name if "recall" in name else ""))
    return [_figure(name, names, total, resampled) for name in ordered]


def _figure(name: str, names: list[str], total: Floats, resampled: Floats) -> Figure:
    places = [place for place, one in enumerate(names) if one.split("/")[0] == name and total[place, 3]]
    if not places:
        return Figure(name=name, value=0.0, precision=None, recall=0.0, marked=0, low=0.0, high=0.0)
    own, draws = total[places], _value(resampled[:, places])
    single = len(places) == 1 and "/" not in names[places[0]]
    low, high = np.percentile(draws, [2.5, 97.5])
    return Figure(
        name=name,
        value=float(_value(own)),
        precision=float(100 * own[0, 0] / own[0, 1]) if single and own[0, 1] else None,
        recall=float(100 * own[:, 2].sum() / own[:, 3].sum()),
        marked=int(own[:, 3].sum()),
        low=float(low),
        high=float(high),
    )


def _value(counts: Floats) -> Floats:
    """Return the mean over classes of F1 in per cent, of recall where a class has nothing that is found in
    the whole (recalls by kind); the last axis holds the four numbers of a count."""
    with np.errstate(invalid="ignore", divide="ignore"):
        precision = np.nan_to_num(counts[..., 0] / counts[..., 1])
        recall = np.nan_to_num(counts[..., 2] / counts[..., 3])
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
    only_recall = (counts[..., 1] == 0) & (counts[..., 2] > 0)
    means: Floats = 100 * np.where(only_recall, recall, f1).mean(axis=-1)
    return means
