"""The schema of a lexicon. `docs/lexicons.md` describes every field; an unknown field or value is refused."""

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.model.attribution import Certainty, Distance, Polarity


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of all tables of a lexicon: frozen, by keyword, strict."""


class Frame(StrEnum):
    """The construction that ties a cue to its content."""

    CLAUSE = "clause"
    """A finite clause or quoted words: "said that P", "P, he said"."""
    INFINITIVE = "infinitive"
    """An infinitive: "wants to P", "asked him to P", "is said to P"."""
    OBJECT = "object"
    """A noun phrase, with what it is called, blamed or praised for: "denied the charge"."""
    PREPOSITION = "preposition"
    """A prepositional phrase: "spoke of a plot", "reports of P"."""
    QUOTATION = "quotation"
    """Quoted words beside the cue, whatever the parser makes of them."""
    HOST = "host"
    """The clause that the cue interrupts or hangs on: "according to X, P", "P, as X put it"."""


class Cue(Table, frozen=True, kw_only=True):
    """A word that puts a content forward.

    `pos` is VERB, NOUN, ADJ or ADV. `frames` are the constructions in which it does so; "clause" takes in
    quotations and interrupted clauses. `passive` are those of its passive ("is expected to P"). `links` are
    the prepositions of the frame "preposition". `polarity`, `certainty` and `distance` are what the cue says
    of its content; the distance "reported" holds only where the text names no source ("is said to").
    """

    lemma: str
    pos: str = "VERB"
    frames: tuple[Frame, ...] = (Frame.CLAUSE,)
    passive: tuple[Frame, ...] = ()
    links: tuple[str, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    distance: Distance = Distance.NONE


class AttributionWords(Table, frozen=True, kw_only=True):
    """Words of the attribute room that are no cues by themselves.

    `phrases` introduce a source and keep no distance, word by word ("according to"); `owned` are nouns of
    "in X's words". `relaying` are verbs of "citing X", `relaying_to` that of "referring to X", `crediting`
    those of "attributed it to X"; `voices` are nouns of those who can be cited, so that "citing concerns" is
    no source. `telling` are verbs whose object is who is told, `continuing` those of ", adding that",
    `documents` nouns of "issued a statement saying", `hearsay` nouns that put something forward though nobody
    is named ("reports of"). `own_voice` are the pronouns of writer and reader, who are no sources,
    `first_person` those of a speaker ("we can confirm that P"), `light` the verbs that give their subject to
    a noun ("made the claim").

    `failing` are verbs whose event is that something did not happen ("failed to"), `verdicts` the words that
    call a content untrue, `negators` those that deny a clause. `possible`, `probable` and `open` are the
    words of a clause that make it so. `raising` are verbs whose negation is that of their content ("does not
    think that P"), `withholding` those whose negation leaves the content possible ("cannot rule out P").

    `declining` and `commenting` make a refusal together ("declined to comment"), `reaching` is what nobody
    could do ("could not be reached").
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    owned: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()
    relaying_to: str = ""
    crediting: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    own_voice: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    probable: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    withholding: frozenset[str] = frozenset()
    declining: frozenset[str] = frozenset()
    commenting: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()


class Quotation(Table, frozen=True):
    """Quotation marks: opening mark to its closing mark."""

    marks: dict[str, str]


class Parser(Table, frozen=True, kw_only=True):
    """The statistical parser of a language.

    `packages` are the spaCy model packages that may hold it, best first; `digests` is the file in
    `languages/models/` with the SHA-256 of every model file, as a wheel's RECORD writes them; `without` are
    the components that are not loaded; `install` is the command that brings the parser.
    """

    packages: tuple[str, ...]
    digests: str
    without: tuple[str, ...] = ()
    install: str


class Lexicon(Table, frozen=True):
    """All words of one language that Ondit's rooms ask for, one table a concern."""

    language: str
    origin: str
    quotation: Quotation
    parser: Parser | None = None
    cue: tuple[Cue, ...] = ()
    attribution: AttributionWords = AttributionWords()


@lru_cache(maxsize=64)
def load_lexicon(name: str) -> Lexicon:
    """Return the lexicon in `languages/lexicons/` with this file name.

    Raises `LexiconError` with file, path and fault when it does not follow the schema.
    """
    raw = files("ondit.languages").joinpath("lexicons", name).read_bytes()
    try:
        return msgspec.toml.decode(raw, type=Lexicon)
    except msgspec.DecodeError as error:
        place = f"languages/lexicons/{name}"
        raise LexiconError(f"{place}: {error}. docs/lexicons.md lists the fields.") from error
