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


class SourceWords(Table, frozen=True):
    """The words by which a text speaks of its sources. All are folded (lower case, no accents, no marks) unless
    said otherwise; nouns are lemmas.

    `it`, `they`, `person`: pronouns; `own_voice`: the outlet speaking of itself ("we", "us"); `possessive`:
    pronouns that own something ("its sources"). `definite` point back, `indefinite` introduce, `other`
    introduce somebody new beside the one before ("another"). `light` are modifiers that add nothing to a short
    form ("the *same* source"). `boundary` are words that end the core of a phrase ("a source | in Syria"),
    `belongs` those of them that lead to the body somebody belongs to or speaks for, `issued` those that lead to
    the issuer of a document, `joins` the ones that stand inside names ("Ministry of Defence"), `and` join two
    sources. `cited` are participles that lead to who cites a source ("the source cited by").
    """

    it: frozenset[str]
    they: frozenset[str]
    person: frozenset[str]
    own_voice: frozenset[str]
    possessive: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    other: frozenset[str]
    light: frozenset[str]
    own_outlet: frozenset[str]
    boundary: frozenset[str]
    belongs: frozenset[str]
    issued: frozenset[str]
    joins: frozenset[str]
    conjunctions: frozenset[str]
    cited: frozenset[str]
    plural_tags: frozenset[str]


class SourceNouns(Table, frozen=True):
    """Nouns that say what a source is; lemmas, folded.

    `source`: an unnamed somebody and nothing else ("source", "insider"). `people`: unnamed by role or as
    persons ("official", "witness"). `crowd`: people as a class, when bare and plural ("critics", "experts").
    `office`: posts that one person holds at a time ("mayor", "foreign minister"). `spokes`: who speaks in a
    body's name. `reporter`: who reports for an outlet. `outlet`, `document`, `body`: what they say; `issued`
    are documents that are the word of their issuer ("statement"). `relay`: nobody in particular ("media",
    "reports"). `title`: forms of address. `office_word`: words inside names of posts ("foreign", "state").
    """

    source: frozenset[str]
    people: frozenset[str]
    crowd: frozenset[str]
    office: frozenset[str]
    spokes: frozenset[str]
    reporter: frozenset[str]
    outlet: frozenset[str]
    document: frozenset[str]
    issued: frozenset[str]
    body: frozenset[str]
    relay: frozenset[str]
    title: frozenset[str]
    office_word: frozenset[str]


class NameWords(Table, frozen=True):
    """Words that tell what a proper name names; folded.

    `body`: words of names of bodies ("Ministry", "Institute"). `outlet`: words of names of outlets ("Times",
    "Radio"). `legal`: forms of companies, which a short form leaves out ("Inc", "Group"). `particle`: small
    words inside names of persons ("al", "von"). `not_name`: words that are written with a capital and name
    nobody (days, months, "Update").
    """

    body: frozenset[str]
    outlet: frozenset[str]
    legal: frozenset[str]
    particle: frozenset[str]
    not_name: frozenset[str]


class CreditWords(Table, frozen=True):
    """Leads of credit lines, folded, as whole words at the start of a line or sentence.

    After a `read_more`, `closing` or `byline` lead stands who is credited; before a `contributed` phrase
    stand persons, after it, behind one of `contributed_for`, the outlet they wrote for. `origin` leads
    count only at the head of a text, with a known outlet or a date behind the name ("From The Cradle, 11
    December").
    """

    read_more: tuple[str, ...]
    closing: tuple[str, ...]
    byline: tuple[str, ...]
    contributed: tuple[str, ...]
    contributed_for: tuple[str, ...]
    origin: tuple[str, ...]


class Lexicon(Table, frozen=True):
    """All words of one language that Ondit's rooms ask for, one table a concern."""

    language: str
    origin: str
    quotation: Quotation
    cue: tuple[Cue, ...] = ()
    source_words: SourceWords | None = None
    source_nouns: SourceNouns | None = None
    name_words: NameWords | None = None
    credit_words: CreditWords | None = None
    countries: dict[str, tuple[str, ...]] = {}


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
