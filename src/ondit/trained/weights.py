"""The one loader of trained weights: once per process, and only bytes that are those of their card."""

import hashlib
import importlib.util
import io
from array import array
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np

from ondit.errors import ModelError
from ondit.trained.forest import Forest, Trees
from ondit.trained.linear import BITS, Linear

_ARRAYS = {"roots": "i4", "column": "i2", "threshold": "f8", "left": "i4", "right": "i4", "start": "f8"}


class Scores(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Percent on the data that the weights were chosen on: F1 and one recall; the date and the command."""

    data: str
    date: str
    command: str
    attribution: float
    content_exact: float
    source_exact: float
    sourceless_recall: float


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `card.toml` beside the weights says: what they are, where they are from, and their digest."""

    name: str
    version: str
    language: str
    features: str
    """The version of the features that the weights were trained with."""
    file: str
    sha256: str
    data: str
    licence: str
    training: str
    seed: int
    threshold: float
    """The score from which on an attribution with a source is taken for one."""
    threshold_sourceless: float
    """The same for one without a source. It is lower: they are rare, and most would be lost."""
    scores: Scores


class Weights(msgspec.Struct, frozen=True):
    """Weights ready to run."""

    card: Card
    linear: dict[str, Linear]
    forest: Forest
    """Whether a cue with its content and its source is an attribution."""
    nobody: Forest
    """Whether a cue with its content is one that names no source."""

    @property
    def made_by(self) -> str:
        """Name and version, as `made_by` gives them."""
        return f"{self.card.name}-{self.card.version}"


def load_weights(package: str, features: str) -> Weights | None:
    """Return the weights of an installed package, or None when it is not installed.

    `features` is the version of the features that the caller computes.

    Raises `ModelError` when the package is installed and its card, its bytes or its features are not right.
    """
    folder = _folder(package)
    return None if folder is None else read_weights(folder, features)


def installed_weights(package: str, features: str, install: str) -> str:
    """Return for a person which weights are installed, or what to do. Never raises."""
    try:
        found = load_weights(package, features)
    except ModelError as error:
        return str(error)
    return found.made_by if found else f"not installed. {install} brings them."


@lru_cache(maxsize=8)
def read_weights(folder: Path, features: str) -> Weights:
    """Return the weights of a folder with a `card.toml`. Raises `ModelError` as `load_weights` does."""
    card = _card(folder / "card.toml")
    if card.features != features:
        raise ModelError(
            f"{folder}: these weights are for features {card.features}, this Ondit computes {features}. "
            "Install the version of the package that came with this version of Ondit."
        )
    try:
        raw = (folder / card.file).read_bytes()
    except OSError as error:
        raise ModelError(f"{folder / card.file}: cannot be read. Install the package again.") from error
    if hashlib.sha256(raw).hexdigest() != card.sha256:
        raise ModelError(
            f"{folder / card.file}: not the file that the card describes. Install the package again."
        )
    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as held:
            linear = {
                name.removeprefix("linear_"): Linear(_flat(held[name]))
                for name in held.files
                if name.startswith("linear_")
            }
            forests = [
                Forest(
                    Trees(
                        **{
                            name: held[f"{forest}_{name}"].astype(kind).tolist()
                            for name, kind in _ARRAYS.items()
                        }
                    )
                )
                for forest in ("forest", "nobody")
            ]
    except (KeyError, ValueError) as error:
        raise ModelError(f"{folder / card.file}: not weights of this form ({error}).") from error
    return Weights(card, linear, *forests)


def _flat(values: np.ndarray) -> array:  # type: ignore[type-arg]
    """Return the weights of a linear model as a flat array of floats: single look-ups are quicker there."""
    if values.shape != (1 << BITS,):
        raise ValueError(f"{values.shape} weights instead of {1 << BITS}")
    return array("f", values.astype("<f4").tobytes())


def _card(path: Path) -> Card:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Card)
    except OSError as error:
        raise ModelError(f"{path}: cannot be read. Install the package again.") from error
    except msgspec.DecodeError as error:
        raise ModelError(f"{path}: {error}. Install the package again.") from error


def _folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return next((Path(place) for place in places or ()), None)
