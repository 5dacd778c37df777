"""What a proper name names: a person, a body or an outlet."""

from collections.abc import Sequence

from ondit.model.source import SourceKind
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word

_ACRONYM = 6
"""Capitals up to this length name a body ("OCHA"); longer ones are shouting."""

_MOST_PARTS = 5
"""Names of persons hardly ever have more parts than this, particles aside."""


def tail_length(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """Return how many words at the end make a proper name; small words count inside it ("Ministry of
    Defence", "Marie el-Drese", "Ludwig van Aken")."""
    small = vocabulary.says.joins | vocabulary.naming.particle
    length = 0
    for place in range(len(words) - 1, -1, -1):
        if words[place].capital:
            length = len(words) - place
        elif not (length and words[place].folded in small):
            break
    return length


def name_kind(words: Sequence[Word], vocabulary: Vocabulary, *, definite: bool) -> SourceKind:
    """Return what a bare proper name names.

    A word of the lexicon decides ("Institute", "Gazette"); without one, an article, capitals throughout, a
    single word or the name of a country mean a body, two to five words a person.
    """
    folded = [word.folded for word in words]
    if (
        any(part in vocabulary.naming.outlet for part in folded[1:])
        and folded[-1] not in vocabulary.naming.body
    ):
        return SourceKind.OUTLET
    adjective = words[0].pos == "ADJ" and vocabulary.is_country(words[:1])
    text = "".join(word.text for word in words)
    parts = [part for part in folded if part not in vocabulary.naming.particle]
    body = (
        definite
        or adjective
        or any(part in vocabulary.naming.body | vocabulary.naming.legal for part in folded)
        or any(part in vocabulary.says.joins - vocabulary.naming.particle for part in folded)
        or (text.isupper() and len(text) <= _ACRONYM)
        or vocabulary.is_country(words)
        or not 1 < len(parts) <= _MOST_PARTS
    )
    return SourceKind.ORGANISATION if body else SourceKind.PERSON


def written(words: Sequence[Word]) -> str:
    """Return a name as written, one space between its words; only an inner possessive keeps its ending."""
    inner = (word.text + ("'s" if word.possessive else "") for word in words[:-1])
    return " ".join([*inner, *(word.text for word in words[-1:])])
