"""The schema of a lexicon. `docs/lexicons.md` describes every field; an unknown field or value is refused."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.model.attribution import Certainty, Distance, Polarity


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of all tables of a lexicon: frozen, by keyword, strict."""


class Cue(Table, frozen=True):
    """A word that puts a content forward. `polarity`, `certainty` and `distance` are what the cue says of
    its content."""

    lemma: str
    pos: str = "VERB"
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    distance: Distance = Distance.NONE


class Quotation(Table, frozen=True):
    """Quotation marks: opening mark to its closing mark."""

    marks: dict[str, str]


class Knowledge(Table, frozen=True):
    """Phrases that show who found a thing out: `own` in an outlet's own page ("has learned"), `finder` beside
    the name of another outlet ("first reported"), `independent` beside a source that does not repeat the
    others ("independently confirmed")."""

    own: tuple[str, ...]
    finder: tuple[str, ...]
    independent: tuple[str, ...]


class Description(Table, frozen=True):
    """Words in the description of an unnamed source.

    `generic` words tell nothing ("source", "people"); `another` says that it is one more ("a second source");
    `role` holds classes of roles that exclude each other: nobody is a "doctor" and a "rebel" at once.
    """

    generic: tuple[str, ...]
    another: tuple[str, ...]
    role: tuple[tuple[str, ...], ...]


class Lexicon(Table, frozen=True):
    """All words of one language that Ondit's rooms ask for, one table a concern."""

    language: str
    origin: str
    quotation: Quotation
    cue: tuple[Cue, ...] = ()
    knowledge: Knowledge | None = None
    description: Description | None = None


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
