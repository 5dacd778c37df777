"""Whom the marked sources of an item mean: entities with their names, and in what form each is mentioned."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from eval.marks.records import GoldAttribution, GoldError, GoldItem, Grade, SourceClass
from ondit.model.span import Part, text_order
from ondit.text.fold import fold

ALIASES, SEVERAL, CANDIDATES, BEHIND = " / ", " + ", " | ", " > "
"""What parts the names of one entity, the members of "the two", those whom an open mention may mean, and a
spokesman or document from the body behind."""

_CAPITALISED = re.compile(r"\b[A-Z]\w+")  # matches "Dahl" and "NATO", not "ministry" and not "I"
_DEFINITE = re.compile(r"(?:the|this|that|these|those|both)\b", re.IGNORECASE)
# matches "That guest" and "The other", not "One of them"
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "himself", "herself", "itself"})
_DESCRIBED = frozenset({SourceClass.UNNAMED, SourceClass.GROUP, SourceClass.DOCUMENT})


class Form(StrEnum):
    """The form in which a mention speaks of its entity: by a name or a description of its own, or short."""

    NAMED = "named"
    DESCRIBED = "described"
    PRONOUN = "pronoun"
    ROLE = "role"
    OUTLET = "outlet short form"
    DOCUMENT = "document"
    GROUP = "group"

    @property
    def is_short(self) -> bool:
        """Whether the words alone do not tell who is meant."""
        return self not in (Form.NAMED, Form.DESCRIBED)


_SHORT_FORM = {
    SourceClass.OUTLET: Form.OUTLET,
    SourceClass.DOCUMENT: Form.DOCUMENT,
    SourceClass.GROUP: Form.GROUP,
}


class Entity(msgspec.Struct, frozen=True):
    """One whom an item means. `names` are the words by which an answer may call it, as sets of folded words;
    `is_described` tells that it has no name of its own. `behind` is the body that an unnamed spokesman or a
    document speaks for, empty when there is none: an answer may give that body instead."""

    name: str
    names: tuple[frozenset[str], ...]
    is_described: bool
    has_anchor: bool
    behind: str = ""

    def is_called(self, name: str) -> bool:
        """Tell whether a name of the system's means this entity: it holds all words of one of its names, or,
        where it is only described, none but words of one."""
        words = name_words(name)
        return bool(words) and any(one <= words or (self.is_described and words <= one) for one in self.names)


class Mention(msgspec.Struct, frozen=True):
    """A marked source: `number` is its attribution's, `entities` the names of the one or several meant, or,
    where the grade is open, of those who may be."""

    number: int
    words: str
    form: Form
    entities: tuple[str, ...]
    grade: Grade


class Meanings(msgspec.Struct, frozen=True):
    """All marked sources of an item in reading order, and the entities by name."""

    mentions: tuple[Mention, ...]
    entities: Mapping[str, Entity]

    def are_related(self, name: str, other: str) -> bool:
        """Tell whether two entities are one, or one body stands behind both."""
        one, another = self.entities[name], self.entities[other]
        return (one.behind or name) == (another.behind or other)

    def is_single(self, mention: Mention) -> bool:
        """Tell whether a mention is the only one of somebody who has no name: left alone, it is as sure as
        it can be."""
        same = [one for one in self.mentions if one.entities == mention.entities]
        return len(same) == 1 and all(self.entities[name].is_described for name in mention.entities)


def name_words(name: str) -> frozenset[str]:
    """Return the folded words of a name that tell something."""
    return frozenset(fold(name.replace("’s", "").replace("'s", "")).split()) - _ARTICLES


def meanings(item: GoldItem) -> Meanings:
    """Return whom the sources of an item mean.

    Raises `GoldError` when a source does not say whom it means.
    """
    marked = sorted((one for one in item.attributions if one.source), key=_place)
    meant: dict[str, Called] = {}
    for one in marked:
        if not one.entity:
            raise GoldError(f"{item.id}: source {one.number} does not say whom it means (=Name)")
        for called in _called(one):
            known = meant.setdefault(called.name, called)
            known.aliases.update(called.aliases)
            known.behind = known.behind or called.behind
            known.classes.add(one.source_class)
            known.in_body |= one.source[0].part is Part.BODY
    mentions = tuple(_mentions(item, marked, meant))
    entities = {name: _entity(called, mentions) for name, called in meant.items()}
    for name in {one.behind for one in entities.values() if one.behind} - entities.keys():
        entities[name] = Entity(name, (name_words(name),), False, False)
    return Meanings(mentions, entities)


class Called(msgspec.Struct):
    """An entity as the marks write it, put together from all of them."""

    name: str
    aliases: set[str]
    behind: str
    classes: set[SourceClass]
    in_body: bool = False

    @property
    def is_described(self) -> bool:
        """Whether it has no name, only a description."""
        return self.classes <= _DESCRIBED

    @property
    def has_name(self) -> bool:
        """Whether it has a name that the words of a mention can bear."""
        return not self.is_described and bool(_CAPITALISED.search(self.name))

    def lends_name_to(self, words: str) -> bool:
        """Tell whether words bear the name: any part of a person's, the last part of another's."""
        capitals = set(_CAPITALISED.findall(words))
        parts = [_CAPITALISED.findall(name) for name in (self.name, *self.aliases)]
        telling = {
            part for some in parts for part in (some if SourceClass.PERSON in self.classes else some[-1:])
        }
        return bool(capitals & telling)

    def explains(self, words: str) -> bool:
        """Tell whether words hold the whole name, description or alias."""
        return any(name_words(name) <= name_words(words) for name in (self.name, *self.aliases))


def _called(one: GoldAttribution) -> Iterator[Called]:
    for written in one.entity.split(CANDIDATES if one.grade is Grade.OPEN else SEVERAL):
        names, _, behind = written.partition(BEHIND)
        name, *aliases = names.split(ALIASES)
        yield Called(name, set(aliases), behind, {one.source_class})


def _mentions(
    item: GoldItem, marked: list[GoldAttribution], meant: Mapping[str, Called]
) -> Iterator[Mention]:
    """Yield the mentions; the first description of somebody in the body is one, a later one is short."""
    described: set[str] = set()
    for one in marked:
        words = " ".join(item.article.cut(span) for span in one.source)
        names = tuple(called.name for called in _called(one))
        form = _form(one, words, [meant[name] for name in names])
        if form is Form.DESCRIBED and (names[0] in described or _precedes_body(one, meant[names[0]])):
            form = _SHORT_FORM.get(one.source_class, Form.ROLE)
        if form is Form.DESCRIBED:
            described.update(names)
        yield Mention(one.number, words, form, names, one.grade)


def _form(one: GoldAttribution, words: str, meant: list[Called]) -> Form:
    if name_words(words) <= _PRONOUNS:
        return Form.PRONOUN
    short = _SHORT_FORM.get(one.source_class, Form.ROLE)
    if one.grade is Grade.OPEN:
        return short
    if all(called.has_name and called.lends_name_to(words) for called in meant):
        return Form.NAMED
    if len(meant) > 1:
        return Form.DESCRIBED if all(called.explains(words) for called in meant) else Form.GROUP
    introduces = meant[0].is_described and not _DEFINITE.match(words)
    return Form.DESCRIBED if introduces or meant[0].explains(words) else short


def _precedes_body(one: GoldAttribution, called: Called) -> bool:
    return one.source[0].part is Part.TITLE and called.in_body


def _entity(called: Called, mentions: tuple[Mention, ...]) -> Entity:
    own = [one for one in mentions if one.entities == (called.name,) and not one.form.is_short]
    full = {one.words for one in own if one.form is Form.DESCRIBED or called.explains(one.words)}
    names = {name_words(one) for one in (called.name, *called.aliases, *full)}
    ordered = tuple(sorted(names, key=sorted))
    has_anchor = any(called.name in one.entities and not one.form.is_short for one in mentions)
    return Entity(called.name, ordered, called.is_described, has_anchor, called.behind)


def _place(one: GoldAttribution) -> tuple[bool, int, int]:
    return text_order(one.source[0])
