"""Cores that name an outlet of the table."""

from collections.abc import Sequence

from ondit.model.source import OutletKind, SourceKind
from ondit.resolve.outlets.table import Match, Outlet
from ondit.resolve.phrases.names import written
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word


def whole_match(core: Sequence[Word], vocabulary: Vocabulary) -> Match | None:
    """Return the outlet that the whole core names, whatever nouns and countries stand around its name.

    A capital before it belongs to another, longer name ("the Union *Record*"), save that of a noun which says
    what it is ("Newspaper Al-Foo").
    """
    around = vocabulary.groups.beside_outlet
    for match in vocabulary.matches(core):
        behind = core[match.end :]
        ahead = [word for word in core[: match.start] if word.capital]
        news = outlet_kind(match.outlets) is SourceKind.OUTLET
        titles = around - vocabulary.nouns.body if news else around
        if all(word.lemma in around or vocabulary.is_country([word]) for word in behind) and (
            not ahead or vocabulary.is_country(ahead) or all(word.lemma in titles for word in ahead)
        ):
            return match
    return None


def outlet_kind(outlets: Sequence[Outlet]) -> SourceKind:
    """Return the kind of source that outlets of the table are: official bodies are organisations."""
    official = outlets and all(outlet.kind is OutletKind.OFFICIAL_BODY for outlet in outlets)
    return SourceKind.ORGANISATION if official else SourceKind.OUTLET


def read_outlet(core: Sequence[Word], match: Match, vocabulary: Vocabulary) -> Phrase:
    """Return what a core says that names an outlet of the table at this place."""
    around = (*core[: match.start], *core[match.end :])
    known = vocabulary.groups.bodies
    nouns = [word.lemma for word in around if word.lemma in known]
    return Phrase(
        text=written(core),
        spans=(),
        form=Form.NAME,
        kind=outlet_kind(match.outlets),
        name=written(core[match.start : match.end]),
        outlets=match.outlets,
        head=nouns[-1] if nouns else "",
        nouns=frozenset(nouns),
        countries=vocabulary.countries(around),
    )
