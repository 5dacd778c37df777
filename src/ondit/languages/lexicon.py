"""The schema of a lexicon. `docs/lexicons.md` describes every field; an unknown field or value is refused."""

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.languages.claims import ClaimWords, Description, Knowledge, QuantityWords
from ondit.languages.surface import Surface
from ondit.languages.table import Table
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.source import OutletKind


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
    "in X's words". `relaying` are verbs of "citing X", `quoting` those of them whose object always speaks,
    `relaying_to` that of "referring to X", `relaying_phrases` those like "with reference to X", `passing`
    those of "in a statement carried by X", `lacking` prepositions of what was not done ("without citing"),
    `crediting` verbs of "attributed it to X"; `voices` are nouns of those who can be cited, so that "citing
    concerns" is no source. `telling` are verbs whose object is who is told, `continuing` those of ", adding
    that", `documents` nouns of "issued a statement saying", `genres` labels before a headline that name no
    speaker ("Interview: P"), `hearsay` nouns that put something forward though nobody is named ("reports
    of"), `held` those that do so only with a clause ("fears that P"), `spreading` the verbs that part a noun
    of either kind from its clause ("word spread that P"). `contrasts` begin what the writer sets against
    what was said ("said P, though B denied it"), `approaching` verbs tell how somebody came to speak ("Holt,
    reached at home, said P"). `own_voice` are the pronouns of writer and reader, who are
    no sources, `first_person` those of a speaker ("we can confirm that P"), `light` the verbs that give their
    subject to a noun ("made the claim").

    `hearers` are those before whom others speak, no sources of what they are said to be `hearing` ("the court
    heard that P"). `states` are verbs of knowing, wanting and doing: what another tells of them ("A said B
    knew that P") B has not put forward. `naming` are what one asks not to be ("asked not to be named"),
    `hiding` what one asks for instead ("anonymity"). `obliging` are verbs whose passive with a plain
    infinitive tells of a duty and no saying ("was supposed to return").
    `carrying` are verbs by which `tales` go round ("legend has it", "the story goes"). `talks` are nouns of
    "said in an interview with X", `talking` verbs of "speaking to X, A said": X is told.

    `failing` are verbs whose event is that something did not happen ("failed to"), `endeavours` what somebody
    undertakes and may fail by itself ("the talks failed"), `verdicts` the words that
    call a content untrue, `grounds` what an untrue one is without ("without foundation"), `negators` those
    that deny a clause. `refraining` are the verbs of "stopped short of saying P". `possible`, `probable` and
    `open` are the words of a clause that make it so. `raising` are verbs whose negation is that of their
    content ("does not think that P"), `withholding` those whose negation leaves the content possible
    ("cannot rule out P").

    `declining` and `commenting` make a refusal together ("declined to comment"), `reaching` one that failed.
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    owned: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    relaying_to: str = ""
    relaying_phrases: tuple[tuple[str, ...], ...] = ()
    passing: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    crediting: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    spreading: frozenset[str] = frozenset()
    genres: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    approaching: frozenset[str] = frozenset()
    own_voice: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    hearing: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    hiding: frozenset[str] = frozenset()
    obliging: frozenset[str] = frozenset()
    carrying: frozenset[str] = frozenset()
    tales: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    talking: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    endeavours: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    refraining: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    probable: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    withholding: frozenset[str] = frozenset()
    declining: frozenset[str] = frozenset()
    commenting: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()


class Things(Table, frozen=True, kw_only=True):
    """Words that tell what is done to or shown by a thing from what somebody says.

    `handling` are verbs whose object must be something that can be said or thought, else it is only a thing
    ("released the statement", not "the prisoners"); of the `contending` ones it may also be somebody
    ("attacked the minister", not "the bridge"); `calling` ones also need what it is called. What they may
    have as object are nouns that are cues or documents, `thoughts`, and nouns with `thought_endings`.
    `gaining` verbs say nothing of `gains` ("reported a loss", "claimed ten lives"). `inert` are nouns of what
    only shows something and is no source ("the figures show that P").
    """

    handling: frozenset[str] = frozenset()
    contending: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    thoughts: frozenset[str] = frozenset()
    thought_endings: tuple[str, ...] = ()
    gaining: frozenset[str] = frozenset()
    gains: frozenset[str] = frozenset()
    inert: frozenset[str] = frozenset()


class Quotation(Table, frozen=True):
    """Quotation marks: opening mark to its closing mark; between those of `titles` stand names, never
    speech."""

    marks: dict[str, str]
    titles: frozenset[str] = frozenset()


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


class TrainedWeights(Table, frozen=True, kw_only=True):
    """The trained weights of a language: the package that may hold them, the command that brings it."""

    package: str
    install: str


class SourceWords(Table, frozen=True):
    """The small words by which a text speaks of its sources, folded (lower case, no accents, no marks).

    Pronouns: `it`, `they`, `person`; `own_voice`, the outlet speaking of itself ("we"), and `own_outlet`
    before a noun for it ("*this* newspaper"); `relative` ("which", "who"); `free` ("*what* the agency
    announced"); `possessive`, which own something ("*its* sources").
    Determiners: `definite` point back, `indefinite` introduce, `other` introduce somebody new beside the one
    before ("another"), `light` add nothing to a short form ("the *former*"), `count` are number words.
    Prepositions: `boundary` words end the core of a phrase ("a source | in Syria"); those in `belongs` lead
    to the body somebody belongs to or speaks for, in `issued` to the issuer of a document, in `places` to a
    place, as those of `belongs` do behind `place_nouns` ("the village *of* Olm"); `leading` ones may lead a
    whole phrase ("*by* police"); `joins` stand inside names ("Ministry *of* Defence"); `cited` are
    participles that lead to who cites a source. `conjunctions` join two sources. `talks` before the name of
    an outlet tell that somebody talks to it ("Interview mit der *BBC*"), `talks_behind` behind it.
    `plural_tags` are the tags that the parser gives plural nouns, `plural_forms` plural nouns as they stand,
    for a language without a parser, `plural_ending` the ending of most plurals, for nouns that the parser
    takes for names. With `head_first` the noun that says what a source is stands before what
    is said of it ("fuente policial"). What points back is told by the `definite` words, by a
    `definite_prefix` of the noun ("المصدر"), or, with `bare_points_back`, by the noun standing alone
    ("источник").
    """

    it: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    own_voice: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    possessive: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    count: frozenset[str] = frozenset()
    own_outlet: frozenset[str] = frozenset()
    boundary: frozenset[str] = frozenset()
    belongs: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    place_nouns: frozenset[str] = frozenset()
    issued: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    talks_behind: frozenset[str] = frozenset()
    plural_tags: frozenset[str] = frozenset()
    plural_forms: frozenset[str] = frozenset()
    plural_ending: str = ""
    head_first: bool = False
    definite_prefix: str = ""
    bare_points_back: bool = False


class SourceNouns(Table, frozen=True):
    """Nouns that say what a source is; lemmas, folded.

    Persons: `source`, an unnamed somebody and nothing else ("insider"); `people`, unnamed by role or as
    persons ("official", "witness"); `crowd`, people as a class when bare and plural ("critics");
    `office`, posts that one person holds at a time ("mayor"), `regnal` those that go with a first name
    ("Pope"); `spokes`, who speaks in a body's name; `reporter`, who reports for an outlet; `title`, forms of
    address; `office_word`, words inside names of posts ("foreign"). `stands_for` gives the nouns that another
    may come back to ("the *diplomat*" for a minister).
    Outlets: `outlet` gives the kinds that a noun fits, none for all; `of_news` are words beside a noun of
    outlets and bodies ("agency") which leave it an outlet, while others make it a body ("*space* agency");
    `relay` are nobody in particular ("media", "reports").
    Documents: `document`; `issued`, those that are the word of their issuer, among them `piece` an outlet's
    and `statement` a body's.
    Bodies: `body`; `public_body`, what no company is; `generic_body`, what says no more ("the UN *agency*");
    `heads` gives, by how the noun for a post ends, the end of that for the body it heads ("*minister*"),
    `writes` the words that lead from what a reporter does to his outlet ("*reports* for the Post").
    """

    source: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    crowd: frozenset[str] = frozenset()
    office: frozenset[str] = frozenset()
    spokes: frozenset[str] = frozenset()
    reporter: frozenset[str] = frozenset()
    stands_for: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    outlet: dict[str, tuple[OutletKind, ...]] = msgspec.field(default_factory=dict)
    of_news: frozenset[str] = frozenset()
    document: frozenset[str] = frozenset()
    issued: frozenset[str] = frozenset()
    piece: frozenset[str] = frozenset()
    statement: frozenset[str] = frozenset()
    regnal: frozenset[str] = frozenset()
    public_body: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    generic_body: frozenset[str] = frozenset()
    heads: dict[str, str] = msgspec.field(default_factory=dict)
    writes: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    relay: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()
    office_word: frozenset[str] = frozenset()


class NameWords(Table, frozen=True):
    """Words that tell what a proper name names; folded.

    `body`: words of names of bodies ("Ministry", "Institute"). `outlet`: words of names of outlets ("Times",
    "Radio"). `legal`: forms of companies, which a short form leaves out ("Inc", "Group"). `particle`: small
    words inside names of persons ("al", "von"). `not_name`: words that are written with a capital and name
    nobody (days, months, "Update").
    `with_article`: names of places with an article ("the Vatican"), no people. `papers`: words in names of
    outlets that are newspapers ("Herald"). `placed`: words in names of bodies that are named after a place
    ("Olm *Hospital*"). `surname_too`: nouns for persons that are as often part of a name when they have a
    capital ("Baker").
    `prefixes` and `endings` are what a language writes together with a name ("بالوكالة", "Интерфаксу"); a
    prefix has what stands in its place when it is taken off ("لل" has "ال"), mostly nothing. `elisions` are
    small words that lose their vowel before a name and are words of their own ("*l*'AFP"). `reports` are
    words beside a name that tell it to be an outlet's, as they stand ("berichtet"). With
    `apostrophe` a language sets endings off by one ("Reuters'a"). `caseless` tells of a script without
    capitals: a word that the lexicon does not know can then be a name; `capital_nouns` of one that writes all
    nouns with one.
    """

    body: frozenset[str] = frozenset()
    outlet: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    not_name: frozenset[str] = frozenset()
    with_article: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()
    surname_too: frozenset[str] = frozenset()
    prefixes: dict[str, str] = msgspec.field(default_factory=dict)
    elisions: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    apostrophe: bool = False
    caseless: bool = False
    capital_nouns: bool = False


class ReferenceWords(Table, frozen=True):
    """Words that tell which of several figures a text comes back to; folded.

    `she` and `he` are pronouns, `female` and `male` nouns and forms of address, that tell a gender. `counts`
    are words for so many persons ("both" is two); `whole` may stand before them ("all three"). `adding` are
    the lemmas of cues by which the last speaker goes on ("add"). `ranks` are nouns, posts aside, that a first
    sentence gives somebody who is named right after ("a general said ... General X"). `secret` words in a
    description show that the source is to stay unnamed. `first` and `last` choose between two ("the
    former"). `collective` nouns in the singular can mean a plural ("the *team*"), `anyone` nouns any person
    whatever his calling ("the woman"); `vague` nouns tell no calling ("leader"), `either` ones are a
    person's or a body's ("owner"); `nobody` are nouns for who reports that are no person ("desk").
    `subjects` are the parser's labels of a subject.
    """

    she: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    adding: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    secret: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    collective: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()


class CreditWords(Table, frozen=True):
    """Leads of credit lines, folded, as whole words at the start of a line or sentence.

    After a `read_more`, `closing` or `byline` lead stands who is credited; before a `contributed` phrase
    stand persons, after it, behind one of `contributed_for`, the outlet they wrote for. `origin` leads
    count only at the head of a text, with a known outlet or a date behind the name ("From The Cradle, 11
    December").
    """

    read_more: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    contributed: tuple[str, ...] = ()
    contributed_for: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()


class Lexicon(Table, frozen=True):
    """All words of one language that Ondit's rooms ask for, one table a concern.

    `lemmas` gives, for a language without a parser, the forms of the words that the other tables name:
    "агентство" has "агентств*". A form is written as in the table `surface`. `countries` are all names of
    countries by their codes; without them CLDR's names count, and `demonyms` gives the beginnings of words
    that begin otherwise than the country's name ("тайск" for TH).
    """

    language: str
    origin: str
    quotation: Quotation
    parser: Parser | None = None
    weights: TrainedWeights | None = None
    cue: tuple[Cue, ...] = ()
    attribution: AttributionWords = AttributionWords()
    things: Things = Things()
    surface: Surface | None = None
    lemmas: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    knowledge: Knowledge | None = None
    description: Description | None = None
    quantity: QuantityWords = QuantityWords()
    claim: ClaimWords = ClaimWords()
    source_words: SourceWords = SourceWords()
    source_nouns: SourceNouns = SourceNouns()
    name_words: NameWords = NameWords()
    reference: ReferenceWords = ReferenceWords()
    credit_words: CreditWords = CreditWords()
    countries: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    demonyms: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


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
