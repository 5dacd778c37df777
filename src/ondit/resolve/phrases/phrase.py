"""What one source phrase says of itself, before it meets the rest of the article."""

from enum import StrEnum

import msgspec

from ondit.languages.given_names import Gender
from ondit.model.source import SourceKind
from ondit.model.span import Span
from ondit.resolve.outlets.table import Outlet


class Form(StrEnum):
    """How a phrase refers.

    PRONOUN and SHORT ("the newspaper") point to something said elsewhere, OWN to the article's own outlet,
    NAME names, OFFICE names by a post ("the mayor of Oslo"), DESCRIPTION describes somebody unnamed.
    """

    PRONOUN = "pronoun"
    OWN = "own"
    NAME = "name"
    OFFICE = "office"
    SHORT = "short"
    DESCRIPTION = "description"


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """One source phrase as read.

    `text` is the phrase word for word. `name` is the proper name in it, `outlets` whom of the table that name
    can mean. `head` is the noun that says what the source is ("newspaper", "spokesman"), `nouns` all such
    nouns, by which a short form can come back to it. `belongs` is the body or outlet it belongs to or speaks
    for ("Volvo" in "a spokesman for Volvo"), `owner` the possessive pronoun that stands for one ("its
    sources"). `countries` are ISO codes of the countries it names. `fresh` marks "another", "a different".
    `content` are the lemmas that tell descriptions apart. `gender` is told by a name, noun or pronoun.
    `count` is how many persons the phrase says it means ("the two"), 0 where it does not say. `sure` is False
    where nothing but the number of words tells the kind of a name. `introduces` marks an indefinite phrase
    ("a general"), `which` is the word that chooses one of several ("the *other* official", "the *former*"),
    `hints` are the capitalised words before a noun ("the *Jerusalem* daily"). `is_place` marks a name behind
    "in" or "near". `national` is the kind of body that every country has ("red-crescent").
    """

    text: str
    spans: tuple[Span, ...]
    form: Form
    kind: SourceKind
    name: str = ""
    outlets: tuple[Outlet, ...] = ()
    head: str = ""
    nouns: frozenset[str] = frozenset()
    belongs: "Phrase | None" = None
    owner: str = ""
    countries: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    plural: bool = False
    definite: bool = False
    fresh: bool = False
    is_relay: bool = False
    gender: Gender | None = None
    count: int = 0
    sure: bool = True
    introduces: bool = False
    which: str = ""
    is_place: bool = False
    national: str = ""
    hints: frozenset[str] = frozenset()
