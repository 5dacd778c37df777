"""The table `surface` of a lexicon, arranged for reading."""

from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from ondit.languages import lexicon_of
from ondit.languages.lexicon import AttributionWords, Lexicon, SourceNouns
from ondit.languages.surface import HearsayKind, Order, Saying, Surface, inflected
from ondit.model.attribution import Distance
from ondit.text.fold import fold
from ondit.text.patterns import PatternTable
from ondit.text.tokens import is_one_by_one

_GAP_ENDS = ".;:!?؟。！？"

_SURFACE_WORDS = (
    "nameless",
    "planned",
    "objects",
    "adjuncts",
    "headline_says",
    "that",
    "topics",
    "told",
    "as_words",
    "echo",
    "adverbs",
    "ends",
    "starts",
    "describing",
    "modifiers",
    "attributes",
    "asks",
    "unnegating",
    "contrasts",
    "mood",
    "quoting",
    "resumes",
)
"""Phrases of the table `surface` that are asked for as they stand, by the same name."""
_CLAUSE_WORDS = ("negators", "verdicts", "possible", "probable", "open")
"""Those of the table `attribution`."""


class Role(Enum):
    """What a phrase does in a sentence."""

    SAY = auto()
    ACCORDING = auto()
    CITING = auto()
    CITED = auto()
    HEARSAY = auto()
    TALE = auto()
    DECLINING = auto()
    UNREACHED = auto()


class Anchor(msgspec.Struct, frozen=True):
    """A phrase on which an attribution can hang; `saying` is what it says of the content."""

    role: Role
    saying: Saying
    leads: bool = True
    """The source stands behind the phrase, and not before it."""
    around: bool = False
    """The source stands in the gap of the phrase."""
    needs_auxiliary: bool = False
    kind: HearsayKind = HearsayKind.SENTENCE
    infinitives: PatternTable[str] | None = None
    """Words of which one has to follow in the clause."""


Words = PatternTable[str]


class SurfaceRules(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one language as the surface reader asks for them."""

    words: AttributionWords
    surface: Surface
    nouns: frozenset[str]
    """Lemmas of nouns that say what a source is."""
    relays: frozenset[str]
    """Lemmas of nouns that mean nobody in particular."""
    labels: frozenset[str]
    """Lemmas of nouns that stand for a source beside the colon or dash of a headline."""
    label_phrases: Words
    """Such nouns in scripts where a noun is several tokens."""
    places: frozenset[str]
    """Lemmas of nouns for bodies, outlets and documents, in which something is said."""
    documents: frozenset[str]
    """Lemmas of nouns for documents."""
    unnamed: frozenset[str]
    """Lemmas of nouns for somebody who is described and not named."""
    belongs: frozenset[str]
    """Words that tie such a noun to a place or body."""
    issued: frozenset[str]
    """Those of them that say whose something is ("di", "del"), and never where."""
    outlets: frozenset[str]
    """Lemmas of nouns for outlets, behind which a name may follow."""
    noun_last: bool
    """Whether what a source is stands behind what is said of it."""
    capital_nouns: bool
    cased: bool
    """Whether names have capitals."""
    names_tell: bool
    """Whether a capital tells a name, and is no writing of all nouns."""
    counts: frozenset[str]
    """Numerals of few that lead a noun ("*zwei* Diplomaten")."""
    completing: frozenset[str]
    """Words that complete a noun for a source ("وزیر *بهداشت*")."""
    pronouns: frozenset[str]
    alone: frozenset[str]
    """Pronouns that are a source by themselves and no article of one."""
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    small: frozenset[str]
    """Words that may stand between the names of one phrase."""
    prepositions: frozenset[str]
    articles: frozenset[str]
    anchors: PatternTable[Anchor]
    titles: frozenset[str]
    """Opening marks of names and titles."""
    silent: Words
    """Phrases in which no cue is read."""
    nameless: Words
    planned: Words
    objects: Words
    adjuncts: Words
    headline_says: Words
    noun_phrases: Words
    """Nouns that say what a source is, in scripts where a noun is several tokens."""
    negators: Words
    verdicts: Words
    possible: Words
    probable: Words
    open: Words
    that: Words
    content: Words
    topics: Words
    told: Words
    as_words: Words
    echo: Words
    adverbs: Words
    ends: Words
    starts: Words
    describing: Words
    modifiers: Words
    attributes: Words
    asks: Words
    unnegating: Words
    contrasts: Words
    mood: Words
    quoting: Words
    resumes: Words

    def allows(self, *orders: Order) -> bool:
        """Tell whether one of the orders is one of the language's."""
        return any(order in self.surface.orders for order in orders)


@lru_cache(maxsize=64)
def surface_rules(language: str) -> SurfaceRules | None:
    """Return the rules of a language whose lexicon has a table `surface`, None for any other."""
    lexicon = lexicon_of(language)
    return _arranged(lexicon) if lexicon and lexicon.surface else None


def _arranged(lexicon: Lexicon) -> SurfaceRules:
    surface = lexicon.surface or Surface()
    nouns, says = lexicon.source_nouns, lexicon.source_words
    clitics = surface.proclitics

    def words(phrases: Iterable[str]) -> Words:
        return PatternTable([(phrase, phrase) for phrase in phrases], clitics)

    def contents() -> Words:
        opened = (*surface.content, *(head + one for head in surface.prefixes for one in surface.content))
        return words(opened)

    def lemmas(named: frozenset[str]) -> frozenset[str]:
        """Return nouns as they are named and as the lemmas are spelled ("diplomatico" and "diplomático")."""
        plain = {fold(name) for name in named}
        return named | {lemma for lemma in lexicon.lemmas if fold(lemma) in plain}

    known = lemmas(_nouns(nouns))
    labels = lemmas(nouns.source | nouns.relay | nouns.document | frozenset(nouns.outlet))
    if lexicon.name_words.caseless:
        labels |= lemmas(nouns.office | nouns.spokes | nouns.body)
    return SurfaceRules(
        words=lexicon.attribution,
        surface=surface,
        nouns=known,
        relays=lemmas(nouns.relay) if lexicon.name_words.capital_nouns else frozenset(),
        labels=labels,
        label_phrases=words(_several(labels)),
        places=lemmas(nouns.body | frozenset(nouns.outlet) | nouns.document),
        documents=lemmas(nouns.document),
        unnamed=lemmas(nouns.source | nouns.people),
        belongs=says.belongs | says.boundary,
        issued=says.issued,
        outlets=lemmas(frozenset(nouns.outlet)),
        noun_last=not says.head_first,
        capital_nouns=lexicon.name_words.capital_nouns,
        cased=not lexicon.name_words.caseless,
        counts=says.count,
        completing=nouns.office_word | says.light,
        pronouns=says.person | says.they | says.it | says.own_voice | says.relative,
        names_tell=not lexicon.name_words.caseless
        and not lexicon.name_words.capital_nouns
        and bool(lexicon.attribution.genres),
        alone=(says.person | says.they | says.it) - says.definite - says.indefinite,
        relatives=says.relative,
        conjunctions=says.conjunctions,
        small=_small(lexicon),
        prepositions=says.leading,
        articles=says.definite | says.indefinite,
        anchors=PatternTable(_anchors(surface), clitics, gap_ends=_GAP_ENDS),
        titles=lexicon.quotation.titles,
        silent=words((*surface.nameless, *surface.idioms)),
        noun_phrases=words(_several(known)),
        content=contents(),
        **{name: words(getattr(surface, name)) for name in _SURFACE_WORDS},
        **{name: words(getattr(lexicon.attribution, name)) for name in _CLAUSE_WORDS},
    )


def _nouns(nouns: SourceNouns) -> frozenset[str]:
    people = nouns.source | nouns.people | nouns.crowd | nouns.office | nouns.spokes | nouns.reporter
    return people | frozenset(nouns.outlet) | nouns.body | nouns.relay | nouns.document


def _small(lexicon: Lexicon) -> frozenset[str]:
    says = lexicon.source_words
    determiners = says.definite | says.indefinite | says.possessive
    small = says.boundary | says.conjunctions | says.joins | says.leading
    return determiners | small | lexicon.name_words.particle


def _several(nouns: frozenset[str]) -> list[str]:
    """Return the nouns that are several tokens, since their script writes no spaces."""
    return sorted(noun for noun in nouns if len(noun) > 1 and is_one_by_one(noun[0]))


def _anchors(surface: Surface) -> Iterable[tuple[str, Anchor]]:
    for saying in surface.say:
        bare = replace(saying, forms=(), participles=())
        for form in inflected(saying.forms, surface.inflections):
            yield form, Anchor(Role.SAY, bare)
        for form in saying.participles:
            yield form, Anchor(Role.SAY, bare, needs_auxiliary=True)
    plain = Saying()
    doubtful = Saying(distance=Distance.DOUBTING)
    for role, phrases, saying in (
        (Role.ACCORDING, surface.according, plain),
        (Role.ACCORDING, surface.claimed, doubtful),
        (Role.CITING, surface.citing, plain),
        (Role.CITED, surface.cited, plain),
    ):
        for phrase in inflected(phrases, surface.inflections):
            head, _, tail = phrase.partition("…")
            yield (
                phrase,
                Anchor(role, saying, leads=bool(head.strip()), around=bool(head.strip() and tail.strip())),
            )
    for hearsay in surface.hearsay:
        needed = PatternTable([(one, one) for one in hearsay.infinitives]) if hearsay.infinitives else None
        anchor = Anchor(
            Role.HEARSAY, Saying(distance=hearsay.distance), kind=hearsay.kind, infinitives=needed
        )
        for form in inflected(hearsay.forms, surface.inflections):
            yield form, anchor
    for tale in surface.tale:
        for form in tale.forms:
            yield form, Anchor(Role.TALE, Saying(distance=tale.distance, bare=tale.bare))
    for phrase in surface.declining:
        yield phrase, Anchor(Role.DECLINING, plain)
    for phrase in surface.unreached:
        yield phrase, Anchor(Role.UNREACHED, Saying(distance=Distance.NONE))
