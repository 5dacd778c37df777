"""Whom the marked sources of an item mean: entities with their names, and in what form each is mentioned."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from eval.marks.records import GoldAttribution, GoldError, GoldItem, Grade, SourceClass
from ondit.model.span import Part, hull, text_order
from ondit.text.fold import fold

ALIASES, SEVERAL, CANDIDATES = " / ", " + ", " | "
"""What parts the names of one entity, the members of "the two", and those whom an open mention may mean."""

_CAPITALISED = re.compile(r"\b[A-Z]\w+")  # matches "Dahl" and "NATO", not "ministry" and not "I"
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset("he she it they him her them himself herself itself themselves".split())
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
    `is_described` tells that it has no name of its own."""

    name: str
    names: tuple[frozenset[str], ...]
    is_described: bool
    has_anchor: bool

    def is_called(self, name: str) -> bool:
        """Tell whether a name of the system's means this entity: it holds all words of one of its names, or,
        where it is only described, none but words of one."""
        words = name_words(name)
        return bool(words) and any(
            one <= words or (self.is_described and words <= one) for one in self.names
        )


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


def name_words(name: str) -> frozenset[str]:
    """Return the folded words of a name that tell something."""
    return frozenset(fold(name.replace("’s", "").replace("'s", "")).split()) - _ARTICLES


def meanings(item: GoldItem) -> Meanings:
    """Return whom the sources of an item mean.

    Raises `GoldError` when a source does not say whom it means.
    """
    marked = sorted((one for one in item.attributions if one.source), key=_place)
    aliases: dict[str, set[str]] = {}
    for one in marked:
        if not one.entity:
            raise GoldError(f"{item.id}: source {one.number} does not say whom it means (=Name)")
        for written in _written(one):
            name, *others = written.split(ALIASES)
            aliases.setdefault(name, {name}).update(others)
    mentions = tuple(_mentions(item, marked))
    return Meanings(mentions, {name: _entity(name, aliases[name], mentions, marked) for name in aliases})


def _mentions(item: GoldItem, marked: list[GoldAttribution]) -> Iterator[Mention]:
    """Yield the mentions; the first description of somebody in the body is one, a later one is short."""
    described: set[str] = set()
    for one in marked:
        words = " ".join(item.article.cut(span) for span in one.source)
        names = tuple(written.split(ALIASES)[0] for written in _written(one))
        form = _form(one, words, described)
        if form is Form.DESCRIBED:
            described.update(names)
        yield Mention(one.number, words, form, names, one.grade)


def _form(one: GoldAttribution, words: str, described: set[str]) -> Form:
    if name_words(words) <= _PRONOUNS:
        return Form.PRONOUN
    short = _SHORT_FORM.get(one.source_class, Form.ROLE)
    written = _written(one)
    if one.grade is Grade.OPEN or len(written) > 1:
        return short if one.grade is Grade.OPEN else Form.GROUP
    name, *aliases = written[0].split(ALIASES)
    has_name = one.source_class not in _DESCRIBED and bool(_CAPITALISED.findall(name))
    if has_name and _shares_name(words, name):
        return Form.NAMED
    is_first = name not in described and one.source[0].part is Part.BODY
    explains_itself = not has_name or name_words(words) in map(name_words, aliases)
    return Form.DESCRIBED if is_first and explains_itself else short


def _shares_name(words: str, name: str) -> bool:
    capitals = set(_CAPITALISED.findall(name)) - {"The"}
    return bool(capitals & set(_CAPITALISED.findall(words)))


def _entity(name: str, aliases: set[str], mentions: tuple[Mention, ...], marked: list[GoldAttribution]) -> Entity:
    own = [one for one in mentions if one.entities == (name,) and not one.form.is_short]
    full = {one.words for one in own if one.form is Form.DESCRIBED or _holds(one.words, name)}
    classes = {one.source_class for one in marked if _written(one)[0].split(ALIASES)[0] == name}
    names = tuple(sorted((name_words(one) for one in {*aliases, *full}), key=sorted))
    return Entity(name, names, classes <= _DESCRIBED, bool(own))


def _holds(words: str, name: str) -> bool:
    return name_words(name) <= name_words(words)


def _written(one: GoldAttribution) -> list[str]:
    return one.entity.split(CANDIDATES if one.grade is Grade.OPEN else SEVERAL)


def _place(one: GoldAttribution) -> tuple[bool, int, int]:
    return text_order(one.source[0])
