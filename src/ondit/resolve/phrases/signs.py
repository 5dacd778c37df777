"""Source phrases in scripts without spaces: what they name or describe is told by the nouns inside them.

The noun that ends last tells what the phrase is ("西側*外交官*"); what stands behind it is a name
("医生*林慧*"), before a post or a form of address stands one too ("*田中*氏").
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.resolve.phrases.listed import outlet_kind
from ondit.resolve.phrases.names import written
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word
from ondit.text.fold import fold

_LONGEST_NAME = 12
"""Signs of the longest name of a person behind his role."""


def read_signs(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    """Return what a phrase says: an outlet of the table at one of its ends, else what its last noun says."""
    text, nouns = _bare(words, vocabulary), vocabulary.nouns
    head, behind = _last_noun(text, _nouns(vocabulary))
    outlet = _listed(words, text, vocabulary)
    described = head in nouns.source | nouns.people | nouns.crowd | nouns.spokes | nouns.office
    if outlet and not described:
        return outlet
    if behind and described:
        return _person(text, behind, head)
    phrase = Phrase(
        text=text,
        spans=(),
        form=Form.DESCRIPTION,
        kind=SourceKind.UNNAMED,
        head=head,
        nouns=frozenset({head} - {""}),
        belongs=outlet,
        content=frozenset({text}),
    )
    if head in nouns.relay:
        return replace(phrase, kind=SourceKind.GROUP, is_relay=True, plural=True)
    if head in nouns.crowd and not _is_counted(text, vocabulary):
        return replace(phrase, kind=SourceKind.GROUP, plural=True)
    if head in nouns.source | nouns.people | nouns.crowd | nouns.spokes:
        return phrase
    if head in nouns.document:
        return replace(phrase, kind=SourceKind.DOCUMENT)
    return _named(text, head, vocabulary)


def _bare(words: Sequence[Word], vocabulary: Vocabulary) -> str:
    """Return the text without what only tells that there are several ("当局者*ら*")."""
    text = written(words)
    endings = sorted(vocabulary.naming.endings, key=len, reverse=True)
    return next((text[: -len(one)] for one in endings if text.endswith(one) and len(text) > len(one)), text)


def _nouns(vocabulary: Vocabulary) -> frozenset[str]:
    return vocabulary.known | vocabulary.nouns.crowd


def _last_noun(text: str, nouns: Iterable[str]) -> tuple[str, str]:
    """Return the noun that ends last, the longest of equals, and what stands behind it; "" for none."""
    folded = _folded(text)
    found = [(folded.rfind(noun) + len(noun), noun) for noun in nouns if noun in folded]
    end, noun = max(found, key=lambda one: (one[0], len(one[1])), default=(0, ""))
    return noun, text[end:].lstrip("の・").strip() if noun and len(folded) == len(text) else ""


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return fold(text)


def _listed(words: Sequence[Word], text: str, vocabulary: Vocabulary) -> Phrase | None:
    matches = [one for one in vocabulary.matches(words) if one.start == 0 or one.end == len(words)]
    match = max(matches, key=lambda one: one.end - one.start, default=None)
    if match is None:
        return None
    return Phrase(
        text=text,
        spans=(),
        form=Form.NAME,
        kind=outlet_kind(match.outlets),
        name=written(words[match.start : match.end]),
        outlets=match.outlets,
    )


def _person(text: str, name: str, head: str) -> Phrase:
    """Read a role with a name behind it; what is too long for one, or a number, only describes."""
    named = len(name) <= _LONGEST_NAME and not any(char.isdigit() for char in name)
    return Phrase(
        text=text,
        spans=(),
        form=Form.NAME if named else Form.DESCRIPTION,
        kind=SourceKind.PERSON if named else SourceKind.UNNAMED,
        name=name if named else "",
        head=head,
        nouns=frozenset({head}),
        content=frozenset() if named else frozenset({text}),
    )


def _is_counted(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a phrase means one or a number of persons ("一名专家", "住民の女性2人")."""
    folded = fold(text)
    return any(char.isdigit() for char in folded) or any(one in folded for one in vocabulary.says.indefinite)


def _named(text: str, head: str, vocabulary: Vocabulary) -> Phrase:
    nouns = vocabulary.nouns
    name, kind = text, SourceKind.PERSON
    if head in nouns.office | nouns.title:
        name = text[: fold(text).rfind(head)] or text
    elif head in nouns.outlet:
        kind = SourceKind.OUTLET
    elif head in nouns.body:
        kind = SourceKind.ORGANISATION
    return Phrase(
        text=text, spans=(), form=Form.NAME, kind=kind, name=name, head=head, nouns=frozenset({head} - {""})
    )
