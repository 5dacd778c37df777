"""Cores that name an outlet of the table, or a body that every country has."""

from collections.abc import Sequence

from msgspec.structs import replace

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
        if _is_of_outlet(core[: match.start], vocabulary):
            continue
        ahead = [word for word in core[: match.start] if word.capital]
        if any(word.lemma in vocabulary.nouns.document for word in core[: match.start]):
            continue  # "تقرير للأمم المتحدة" is a report
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


def _is_of_outlet(ahead: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether the words before an outlet's name are somebody of it, where the noun comes first
    ("*источник* РИА Новости")."""
    persons = vocabulary.persons
    return vocabulary.says.head_first and any(word.lemma in persons and not word.capital for word in ahead)


def national(words: Sequence[Word], phrase: Phrase, vocabulary: Vocabulary) -> Phrase | None:
    """Return a core that is a body which every country has, under its name in any language ("Mezzaluna Rossa
    libica"): the row of the table where that has the country's, else a body by its kind and country. None
    where other words than those of a body and a country stand around the name."""
    match = vocabulary.national.find(words)
    if match is None:
        return None
    around = (*words[: match.start], *words[match.end :])
    idle = vocabulary.says.definite | vocabulary.says.joins | vocabulary.says.belongs
    if any(
        not (word.folded in idle or word.lemma in vocabulary.nouns.body or vocabulary.is_country([word]))
        for word in around
    ):
        return None
    (kind,) = match.outlets[:1]
    countries = vocabulary.countries(around)
    if not countries and phrase.form is not Form.NAME:
        return None  # "the defence ministry" is that of whoever the article speaks of
    listed = vocabulary.national.listed(countries, kind.id)
    if listed:
        listed_match = Match(match.start, match.end, (listed,))
        return replace(read_outlet(words, listed_match, vocabulary), national=kind.id)
    return replace(
        phrase,
        text=written(words),
        form=Form.NAME,
        kind=SourceKind.ORGANISATION,
        name=written(_without_article(words, vocabulary)) if countries else kind.name,
        belongs=None,
        countries=countries,
        sure=True,
        national=kind.id,
    )


def _without_article(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    return words[1:] if words[0].folded in vocabulary.says.definite else words
