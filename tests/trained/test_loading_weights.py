"""The loader takes weights that are those of their card, and no others."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ondit.errors import ModelError
from ondit.trained import installed_weights, load_weights
from ondit.trained.linear import BITS
from ondit.trained.weights import read_weights

CARD = """
sha256 = "{digest}"
name = "weights-xx"
version = "1"
language = "xx"
features = "{features}"
file = "weights.npz"
data = "invented"
licence = "none needed"
training = "by hand"
seed = 1
threshold = 0.0
threshold_sourceless = 0.0
{more}
[scores]
data = "invented"
date = "2026-11-24"
command = "none"
attribution = 1.0
content_exact = 1.0
source_exact = 1.0
sourceless_recall = 1.0
"""


def weights(bits: int = BITS) -> bytes:
    file = io.BytesIO()
    forest = {"roots": [0], "column": [-1], "threshold": [0.5], "left": [0], "right": [0], "start": 0.25}
    linear = np.zeros(1 << bits, np.float16)
    linear[7] = 2.0
    trees = {f"{which}_{name}": np.array(forest[name]) for which in ("forest", "nobody") for name in forest}
    np.savez_compressed(file, linear_cue=linear, **trees)
    return file.getvalue()


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    def make(raw: bytes, digest: str | None = None, features: str = "1", more: str = "") -> Path:
        digest = digest or hashlib.sha256(raw).hexdigest()
        (tmp_path / "weights.npz").write_bytes(raw)
        card = CARD.format(digest=digest, features=features, more=more)
        (tmp_path / "card.toml").write_text(card, encoding="utf-8")
        return tmp_path

    return make


def test_weights_of_their_card_are_read(package):
    read = read_weights(package(weights()), "1")
    assert read.made_by == "weights-xx-1"
    assert read.forest.score([]) == 0.75


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        pytest.param({"digest": "0" * 64}, "not the file that the card describes", id="another digest"),
        pytest.param({"features": "2"}, "for features 2, this Ondit computes 1", id="other features"),
        pytest.param({"more": "colour = 1"}, "card.toml: .*colour", id="a field that no card has"),
    ],
)
def test_weights_that_are_not_right_are_refused(package, fault, said):
    with pytest.raises(ModelError, match=said):
        read_weights(package(weights(), **fault), "1")


def test_weights_of_another_size_are_refused(package):
    with pytest.raises(ModelError, match="not weights of this form"):
        read_weights(package(weights(BITS - 1)), "1")


def test_a_file_that_runs_code_when_it_is_read_is_refused(package):
    file = io.BytesIO()
    np.savez(file, linear_cue=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ModelError, match="not weights of this form"):
        read_weights(package(file.getvalue()), "1")


def test_a_package_that_is_not_installed_is_no_error():
    assert load_weights("ondit_weights_of_no_language", "1") is None
    said = installed_weights("ondit_weights_of_no_language", "1", "pip install it")
    assert said == "not installed. pip install it brings them."
