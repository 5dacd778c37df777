"""Words as data: one lexicon a language, strictly decoded."""

from ondit.languages.lexicon import Lexicon, load_lexicon

LANGUAGES: dict[str, str] = {"en": "en.toml"}
"""The languages Ondit reads: BCP 47 primary subtag to the file of its lexicon."""

__all__ = ["LANGUAGES", "Lexicon", "lexicon_of"]


def lexicon_of(language: str) -> Lexicon | None:
    """Return the lexicon of a BCP 47 tag (only its primary subtag counts), or None when there is none."""
    name = LANGUAGES.get(language.partition("-")[0].lower())
    return load_lexicon(name) if name else None
