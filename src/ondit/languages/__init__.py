"""Words as data: one lexicon a language, strictly decoded."""

from ondit.languages.lexicon import Lexicon, load_lexicon

LANGUAGES: dict[str, str] = {
    "en": "en.toml",
    "ar": "ar.toml",
    "da": "da.toml",
    "de": "de.toml",
    "es": "es.toml",
    "fa": "fa.toml",
    "fr": "fr.toml",
    "hi": "hi.toml",
    "id": "id.toml",
    "it": "it.toml",
    "ja": "ja.toml",
    "ko": "ko.toml",
    "pl": "pl.toml",
    "pt": "pt.toml",
    "ru": "ru.toml",
    "sk": "sk.toml",
    "tr": "tr.toml",
    "uk": "uk.toml",
    "zh": "zh.toml",
}
"""The languages Ondit reads: BCP 47 primary subtag to the file of its lexicon."""

__all__ = ["LANGUAGES", "Lexicon", "lexicon_of"]


def lexicon_of(language: str) -> Lexicon | None:
    """Return the lexicon of a BCP 47 tag (only its primary subtag counts), or None when there is none."""
    name = LANGUAGES.get(language.partition("-")[0].lower())
    return load_lexicon(name) if name else None
