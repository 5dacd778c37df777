"""Train the English weights:  python -m training SHARED OUT [--cache FOLDER]

SHARED holds `data/polnear/train.jsonl.gz`; OUT is the folder of the data package's module. The threshold and
the settings were chosen on the dev part; this program reads the train part alone.
"""

import argparse
import hashlib
import io
import pickle
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from ondit.trained import Card, Trees
from training.examples import examples_of
from training.gold import Marked, marked_sentences, read_gold
from training.linear import Table
from training.weights import fit_weights

HERE = Path(__file__).parent


def articles_of(path: Path, cache: Path | None) -> list[list[Marked]]:
    """Return the marked sentences of every article. Parsing takes three minutes; `cache` keeps its result."""
    kept = cache / f"{path.name}.pickle" if cache else None
    if kept and kept.exists():
        with kept.open("rb") as file:
            return pickle.load(file)
    articles = [marked_sentences(article, gold) for article, gold in read_gold(path)]
    if kept:
        with kept.open("wb") as file:
            pickle.dump(articles, file)
    return articles


def written(linear: dict[str, Table], forests: dict[str, Trees]) -> bytes:
    """Return the weights as the bytes of an .npz file."""
    file = io.BytesIO()
    np.savez_compressed(
        file,
        **{f"linear_{name}": values for name, values in linear.items()},
        **{f"{name}_{field}": values for name, one in forests.items() for field, values in _arrays(one)},
    )
    return file.getvalue()


def _arrays(forest: Trees) -> Iterator[tuple[str, np.ndarray]]:  # type: ignore[type-arg]
    yield "start", np.array(forest.start, np.float64)
    yield "roots", np.array(forest.roots, np.int32)
    yield "column", np.array(forest.column, np.int16)
    yield "threshold", np.array(forest.threshold, np.float64)
    yield "left", np.array(forest.left, np.int32)
    yield "right", np.array(forest.right, np.int32)


def main() -> None:
    """Fit the weights, write them and their card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args()
    stated = tomllib.loads((HERE / "card.toml").read_text("utf-8"))
    card = msgspec.convert({**stated, "sha256": ""}, Card)
    articles = articles_of(given.shared / "data" / "polnear" / "train.jsonl.gz", given.cache)
    linear, forests = fit_weights(articles, [examples_of(one) for one in articles], card)
    raw = written(linear, forests)
    (given.out / card.file).write_bytes(raw)
    digest = hashlib.sha256(raw).hexdigest()
    head = f'# Written by `make train` from training/card.toml.\nsha256 = "{digest}"\n'
    (given.out / "card.toml").write_text(head + (HERE / "card.toml").read_text("utf-8"), "utf-8")
    print(f"{given.out / card.file}: {len(raw):,} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
