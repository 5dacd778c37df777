"""To whom a phrase says its source belongs, and when the source is that body's mouth."""

from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.resolve.cast import Cast
from ondit.resolve.figure import Figure
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.reference.antecedent import Trail
from ondit.resolve.reference.place import Setting


def belongs_to(phrase: Phrase, setting: Setting, cast: Cast, trail: Trail) -> Figure | None:
    """Return the body or outlet that a phrase says its source belongs to: "RIA's source", "a spokesman for
    the company", "its sources"; a spokesman of nobody speaks for the body named last."""
    if phrase.belongs:
        body = replace(phrase.belongs, spans=phrase.belongs.spans or phrase.spans)
        if body.form is Form.NAME and body.name:
            return cast.named(body)
        if body.form in {Form.SHORT, Form.OFFICE} or body.definite:
            return _figure(trail, replace(body, form=Form.SHORT), setting)
        return None
    if not phrase.owner:
        nouns = trail.vocabulary.nouns
        alone = phrase.head in nouns.spokes | nouns.statement and phrase.form in {
            Form.DESCRIPTION,
            Form.SHORT,
        }
        return _figure(trail, replace(phrase, form=Form.DESCRIPTION), setting) if alone else None
    says = trail.vocabulary.says
    if phrase.owner in says.person:
        return None
    owner = Phrase(
        text=phrase.owner,
        spans=phrase.spans,
        form=Form.PRONOUN,
        kind=SourceKind.ORGANISATION,
        plural=phrase.owner in says.they,
    )
    return _figure(trail, owner, setting)


def _figure(trail: Trail, phrase: Phrase, setting: Setting) -> Figure | None:
    found = trail.antecedent(phrase, setting)
    return found.figure if found else None


def is_mouthpiece(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether an unnamed source or a document is the word of the body it belongs to: its spokesman, its
    statement, its report."""
    return phrase.head in vocabulary.nouns.spokes | vocabulary.nouns.issued


def is_reporter(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether an unnamed source is an outlet's reporter ("a BBC correspondent"), and so the outlet."""
    return phrase.head in vocabulary.nouns.reporter and bool(phrase.belongs and phrase.belongs.outlets)


def is_officer(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether a named person speaks for the body beside the name: as its spokesman, officer or reporter,
    or as somebody "of" a body whose name says that it is one ("Dr Berg of Orla General Hospital")."""
    nouns, body = vocabulary.nouns, phrase.belongs
    if body is not None and (body.outlets or set(body.name.lower().split()) & vocabulary.naming.body):
        return True
    return bool(phrase.nouns & (nouns.spokes | nouns.office | nouns.reporter))
