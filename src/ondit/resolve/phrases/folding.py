"""The tables of a lexicon that this room compares with folded words, folded."""

from typing import Any, TypeVar

import msgspec

from ondit.languages.lexicon import Lexicon, NameWords, ReferenceWords, SourceNouns, SourceWords
from ondit.text.fold import fold

_LABELS = frozenset({"plural_tags", "subjects"})  # labels of the parser, no words

Words = TypeVar("Words", SourceWords, SourceNouns, NameWords, ReferenceWords)


def folded(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon with the words of its tables on sources and names folded, so that their writers may
    spell them as they are spelled."""
    return msgspec.structs.replace(
        lexicon,
        source_words=_folded(lexicon.source_words),
        source_nouns=_folded(lexicon.source_nouns),
        name_words=_folded(lexicon.name_words),
        reference=_folded(lexicon.reference),
    )


def _folded(table: Words) -> Words:
    return msgspec.structs.replace(
        table,
        **{name: _value(getattr(table, name)) for name in table.__struct_fields__ if name not in _LABELS},
    )


def _value(value: Any) -> Any:
    if isinstance(value, frozenset) and all(isinstance(word, str) for word in value):
        return frozenset("*" * word.startswith("*") + fold(word) for word in value)
    if isinstance(value, dict):
        return {fold(word): _value(others) for word, others in value.items()}
    return value
