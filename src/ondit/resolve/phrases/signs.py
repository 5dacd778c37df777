"""Source phrases in scripts without spaces: what they name or describe is told by the nouns inside them."""

from collections.abc import Iterable, Sequence

from ondit.model.source import OutletKind, SourceKind
from ondit.resolve.phrases.names import written
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word


def read_signs(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    """Return what a phrase says: an outlet of the table at one of its ends, a noun of the lexicon inside it,
    else a person by name."""
    text, nouns = written(words), vocabulary.nouns
    unnamed = _longest(text, nouns.source | nouns.people | nouns.crowd)
    matches = [one for one in vocabulary.matches(words) if one.start == 0 or one.end == len(words)]
    match = max(matches, key=lambda one: one.end - one.start, default=None)
    outlet: Phrase | None = None
    if match:
        official = all(one.kind is OutletKind.OFFICIAL_BODY for one in match.outlets)
        outlet = Phrase(
            text=text,
            spans=(),
            form=Form.NAME,
            kind=SourceKind.ORGANISATION if official else SourceKind.OUTLET,
            name=written(words[match.start : match.end]),
            outlets=match.outlets,
        )
        if not unnamed and not _longest(text, nouns.spokes | nouns.office):
            return outlet
    relay = _longest(text, nouns.relay)
    if relay and not unnamed:
        return Phrase(
            text=text,
            spans=(),
            form=Form.DESCRIPTION,
            kind=SourceKind.GROUP,
            head=relay,
            is_relay=True,
            plural=True,
        )
    head = unnamed or _longest(text, nouns.spokes)
    if head:
        return Phrase(
            text=text,
            spans=(),
            form=Form.DESCRIPTION,
            kind=SourceKind.UNNAMED,
            head=head,
            nouns=frozenset({head}),
            belongs=outlet,
            content=frozenset({text}),
        )
    return _named(text, vocabulary)


def _named(text: str, vocabulary: Vocabulary) -> Phrase:
    office = _longest(text, vocabulary.nouns.office | vocabulary.nouns.title)
    outlet = _longest(text, frozenset(vocabulary.nouns.outlet))
    body = _longest(text, vocabulary.nouns.body)
    name, kind = text, SourceKind.PERSON
    if office:
        name = text.split(office)[-1] or text.split(office)[0] or text
    elif outlet:
        kind = SourceKind.OUTLET
    elif body:
        kind = SourceKind.ORGANISATION
    nouns = frozenset({office, outlet, body} - {""})
    return Phrase(
        text=text, spans=(), form=Form.NAME, kind=kind, name=name, head=office or outlet or body, nouns=nouns
    )


def _longest(text: str, nouns: Iterable[str]) -> str:
    return max((noun for noun in nouns if noun in text), key=len, default="")
