"""The weights by which two mentions are judged to be one claim, with their card."""

from functools import cache
from importlib.resources import files

import msgspec


class IdentityCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the weights are, what they were fitted on, and how well they do on stories they have not seen."""

    data: str
    training: str
    date: str
    pairs: int
    area_within: float
    """Area under the ROC curve of pairs of one language, in per cent, cross-validated by story."""
    area_across: float
    """The same of pairs of two languages."""


class IdentityWeights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A logistic regression over named evidence: `weight` in log odds, `bias` what speaks for no evidence at
    all, `cosine` for a likeness of 1."""

    card: IdentityCard
    bias: float
    cosine: float
    weight: dict[str, float]


@cache
def load_identity() -> IdentityWeights:
    """Return the weights of `trained/identity.toml`.

    Raises `msgspec.ValidationError` when the file does not follow its schema.
    """
    raw = files("ondit.trained").joinpath("identity.toml").read_bytes()
    return msgspec.toml.decode(raw, type=IdentityWeights)
