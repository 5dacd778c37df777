"""The judge of a language: its installed weights, found once per process."""

from functools import lru_cache

from ondit.attribute.learned.judging import FEATURES, Judge
from ondit.languages import lexicon_of
from ondit.languages.lexicon import Lexicon
from ondit.trained import installed_weights, load_weights


def judge_of(lexicon: Lexicon) -> Judge | None:
    """Return the judge of a language, or None when it has no weights or they are not installed.

    Raises `ModelError` when weights are installed and are broken.
    """
    return _judge(lexicon.weights.package) if lexicon.weights else None


@lru_cache(maxsize=8)
def _judge(package: str) -> Judge | None:
    weights = load_weights(package, FEATURES)
    return Judge(weights) if weights else None


def installed_judge(language: str) -> str:
    """Return for a person what decides in a language: the installed weights, or the rules alone and what to
    do. Never raises."""
    lexicon = lexicon_of(language)
    if lexicon is None or lexicon.weights is None:
        return "rules alone"
    return installed_weights(lexicon.weights.package, FEATURES, lexicon.weights.install)
