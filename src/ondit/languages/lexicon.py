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


class QuantityWords(Table, frozen=True):
    """What the words of a language say about quantities. Keys and phrases are lower case.

    `numbers` are number words, `hundreds` multiply what stands before them, `scales` multiply a whole number
    and close it, `collectives` count as a number with or without one before ("two dozen"), `vague` are
    plurals with the least they can mean. `currencies` map a sign or a noun to an ISO 4217 code.
    `modifiers` stand before a quantity, `trailing` after it. `opening` and `linking` words make a range.
    `calendar` words next to a number make it a date or a time, `ages` an age, `ordinals` end a rank.
    """

    numbers: dict[str, float] = {}
    hundreds: dict[str, float] = {}
    scales: dict[str, float] = {}
    collectives: dict[str, float] = {}
    vague: dict[str, float] = {}
    halves: tuple[str, ...] = ()
    joiner: str = ""
    partitive: str = ""
    currencies: dict[str, str] = {}
    percent: tuple[str, ...] = ("%",)
    modifiers: tuple[str, ...] = ()
    trailing: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    linking: tuple[str, ...] = ("-", "–")
    calendar: tuple[str, ...] = ()
    years_after: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()


class ClaimWords(Table, frozen=True):
    """What the words of a language say about a claim as it stands in a sentence. All are lemmas, lower case.

    `stop` words say nothing of what is claimed. `negation` turns the main event round when it hangs on the
    root, `denial` words say that something said is not so, `hedge` words keep the writer's distance, and
    `reporting` words only say that something is said. `locative` are prepositions before a place.
    `calendar` words have a
    capital in some languages and are no names.
    """

    stop: tuple[str, ...] = ()
    negation: tuple[str, ...] = ()
    denial: tuple[str, ...] = ()
    hedge: tuple[str, ...] = ()
    reporting: tuple[str, ...] = ()
    locative: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()


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
    quantity: QuantityWords = QuantityWords()
    claim: ClaimWords = ClaimWords()


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
