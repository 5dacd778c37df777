"""What a proper name names: a person, a body or an outlet."""

import re
from collections.abc import Sequence

from ondit.languages.given_names import Gender
from ondit.model.source import SourceKind
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word

_ACRONYM = 6
"""Capitals up to this length name a body ("OCHA"); longer ones are shouting."""

_BETWEEN_SIGNS = re.compile(r"(?<=[\u3041-\u9fff]) (?=[\u3041-\u9fff])")
"""A blank between two signs of a script that has none. Matches that of "路 透", not that of "a b"."""

_MOST_PARTS = 5
"""Names of persons hardly ever have more parts than this, particles aside."""


def tail_length(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """Return how many words at the end make a proper name; small words count inside it ("Ministry of
    Defence", "Amina el-Sharif", "Ludwig van Aken")."""
    small = vocabulary.groups.in_name
    nouns = vocabulary.nouns
    if vocabulary.naming.caseless and vocabulary.head(words) in (
        nouns.source | nouns.people | nouns.crowd | nouns.relay | nouns.document
    ):
        return 0
    length = 0
    for place in range(len(words) - 1, -1, -1):
        if vocabulary.says.head_first and words[place].lemma in nouns.relay:
            break
        if words[place].capital:
            length = len(words) - place
        elif not (length and words[place].folded in small):
            break
    return length


def name_kind(words: Sequence[Word], vocabulary: Vocabulary, *, definite: bool) -> tuple[SourceKind, bool]:
    """Return what a bare proper name names, and whether that is sure.

    A word of the lexicon decides ("Institute", "Gazette") or a given name; without one, an article, capitals
    throughout or the name of a country mean a body. Two to five words are taken for a person, a single one
    for a body, until the article tells otherwise.
    """
    folded = [word.folded for word in words]
    if _names_outlet(folded, vocabulary, definite=definite):
        return SourceKind.OUTLET, True
    adjective = words[0].pos == "ADJ" and vocabulary.is_country(words[:1])
    text = "".join(word.text for word in words)
    parts = [part for part in folded if part not in vocabulary.naming.particle]
    body = (
        adjective
        or any(part in vocabulary.groups.body_marks for part in folded)
        or any(part in vocabulary.groups.body_joins for part in folded)
        or (text.isupper() and len(text) <= _ACRONYM)
        or vocabulary.is_country(words)
    )
    if body or definite or len(parts) > _MOST_PARTS:
        return SourceKind.ORGANISATION, body
    known = vocabulary.given.knows(parts[0]) if parts else False
    if len(parts) > 1:
        return SourceKind.PERSON, known
    return SourceKind.PERSON if known else SourceKind.ORGANISATION, False


def _names_outlet(folded: Sequence[str], vocabulary: Vocabulary, *, definite: bool) -> bool:
    """Tell whether a name is an outlet's by its words: "Foo Gazette", "the Gazette", "Radio Foo"."""
    words = vocabulary.naming.outlet
    if folded[-1] in vocabulary.naming.body:
        return False
    if len(folded) == 1:
        return definite and folded[0] in words
    return any(part in words for part in folded[1:]) or folded[0] in vocabulary.outlet_nouns & words


def given_gender(words: Sequence[Word], vocabulary: Vocabulary) -> Gender | None:
    """Return the gender that the first given name in a person's name tells; the last part is none of these
    where there are more."""
    told = (vocabulary.given.gender(word.folded) for word in words[:-1] or words)
    return next((gender for gender in told if gender), None)


def _owning(word: Word) -> str:
    if not word.possessive:
        return ""
    return "'" if word.text.endswith("s") else "'s"


def written(words: Sequence[Word]) -> str:
    """Return a name as written, one space between its words; only an inner possessive keeps its ending."""
    inner = (word.text + _owning(word) for word in words[:-1])
    joined = " ".join([*inner, *(word.text for word in words[-1:])])
    return _BETWEEN_SIGNS.sub("", joined)
