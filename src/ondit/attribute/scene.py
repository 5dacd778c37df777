"""One sentence with all that the rules ask of it."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec
from msgspec.structs import replace

from ondit.attribute.grammar.candidate import Choice
from ondit.attribute.grammar.mending.complements import (
    with_charges,
    with_comments,
    with_complements,
    with_owners,
    with_participles,
    with_particles,
    with_plain_verbs,
    with_sayings,
    with_tales,
)
from ondit.attribute.grammar.mending.headlinese import with_object, with_passives
from ondit.attribute.grammar.mending.repair import repaired, with_voices
from ondit.attribute.grammar.mending.tails import with_stack, with_tails
from ondit.attribute.grammar.tree import Tree
from ondit.attribute.speech import QuotedTokens
from ondit.languages.lexicon import AttributionWords, Cue, Frame, Lexicon, Things
from ondit.model.annotation import Sentence, Token
from ondit.model.attribution import Polarity

CueTable = Mapping[tuple[str, str], Sequence[Cue]]
"""The lexicon's cues by lemma and part of speech."""


LINE_BREAK = "¶"


class Judge(Protocol):
    """Chooses the attributions of a sentence, one a cue. `made_by` names the weights by which it does."""

    made_by: str

    def choices(self, scene: "Scene", without: Container[int]) -> Iterable[Choice]:
        """Yield the choices; `without` are positions of words that are no cues here."""


class Rules(msgspec.Struct, frozen=True):
    """The words of one language as the rules ask for them."""

    cues: CueTable
    words: AttributionWords
    things: Things
    plurals: frozenset[str]
    """The tags of plural nouns: "calls to resign" put something forward, "a call to make" does not."""
    pages: frozenset[str]
    """Nouns and last words of names of what one reads a thing in: "a report in the Post"."""
    papers: frozenset[str]
    """Nouns of documents, inquiries and outlets, which say what they find."""
    verbs: Mapping[str, bool]
    """The lemmas of the verbs that are cues, with True for those that may put a clause forward."""
    openers: frozenset[str]
    """The first words of the phrases that name a source, such as "according to"."""
    days: frozenset[str] = frozenset()
    """Names of days and months, which have capitals and are nobody."""
    judge: "Judge | None" = None
    """Who chooses the attributions of a sentence by weights; None where the lexicon decides."""

    def is_cue(self, lemma: str, pos: str) -> bool:
        """Tell whether a lemma is a cue as a part of speech."""
        return (lemma, pos) in self.cues

    def is_link(self, lemma: str, prep: str) -> bool:
        """Tell whether a verb may put forward what stands behind a preposition: "accuse", "of"."""
        return any(prep in cue.links for cue in self.cues.get((lemma, "VERB"), ()))

    def may_be_outlet(self, token: Token) -> bool:
        """Tell whether a word can be an outlet's name or a noun for one: "Foo", "the newspaper", no day."""
        return token.lemma in self.pages or (token.pos == "PROPN" and token.lemma not in self.days)

    def is_denial(self, lemma: str) -> bool:
        """Tell whether a lemma is a verb that says of its content that it is not so."""
        return any(cue.polarity is Polarity.NEGATIVE for cue in self.cues.get((lemma, "VERB"), ()))


class Scene(msgspec.Struct, frozen=True):
    """A sentence: its place in the article, its tree, its quotations, the text of its part, the rules.

    `lines` is the text with a visible `LINE_BREAK` for every line break, so that spans of two paragraphs are
    not joined for having only white space between them.
    """

    place: int
    tree: Tree
    quoted: QuotedTokens
    lines: str
    rules: Rules

    def entries(self, position: int) -> Sequence[Cue]:
        """Return the entries of a word as cue: those with its particle ("rule out") before its own."""
        tokens = self.tree.tokens
        token = tokens[position]
        particle = self.tree.child(position, "prt")
        if particle is None and position + 1 < len(tokens):
            behind = tokens[position + 1]
            beside = behind.head == position and (behind.dep == "advmod" or behind.tag == "RP")
            particle = position + 1 if beside else None
        if particle is not None:
            phrasal = self.rules.cues.get((f"{token.lemma} {self.tree.lower[particle]}", token.pos))
            if phrasal:
                return phrasal
        return self.rules.cues.get((token.lemma, token.pos), ())

    def verbs_with(self, *frames: Frame) -> Iterator[tuple[int, Cue]]:
        """Yield the verbs that are cues in one of the constructions, each with its entry; none that
        only carry tales."""
        for position, token in enumerate(self.tree.tokens):
            if token.pos == "VERB" and token.lemma not in self.rules.words.carrying:
                for entry in self.entries(position):
                    if not set(frames).isdisjoint(entry.frames):
                        yield position, entry
                        break

    def is_inert(self, source: Container[int]) -> bool:
        """Tell whether a source only shows what it is: "the figures show that P", "the clock says four"."""
        heads = (
            token
            for place, token in enumerate(self.tree.tokens)
            if place in source and (token.head == place or token.head not in source)
        )
        return any(one.pos == "NOUN" and one.lemma in self.rules.things.inert for one in heads)


def rules_from(lexicon: Lexicon, judge: Judge | None = None) -> Rules:
    """Return the words of a lexicon, arranged for the rules, with the judge where there is one."""
    table: dict[tuple[str, str], list[Cue]] = {}
    for cue in lexicon.cue:
        table.setdefault((cue.lemma, cue.pos), []).append(cue)
    verbs: dict[str, bool] = {}
    for cue in lexicon.cue:
        if cue.pos == "VERB" and cue.frames and cue.lemma not in lexicon.attribution.carrying:
            verbs[cue.lemma] = verbs.get(cue.lemma, False) or Frame.CLAUSE in cue.frames
    nouns = lexicon.source_nouns
    voices = (
        lexicon.attribution.voices
        | nouns.source
        | nouns.people
        | nouns.reporter
        | nouns.spokes
        | nouns.office
        | nouns.body
    )
    plurals = lexicon.source_words.plural_tags
    papers = (nouns.document | nouns.outlet.keys() | lexicon.attribution.hearers) - lexicon.things.inert
    words = replace(lexicon.attribution, voices=voices)
    return Rules(
        cues=table,
        words=words,
        things=lexicon.things,
        pages=papers | nouns.relay | lexicon.name_words.outlet,
        plurals=plurals,
        papers=papers,
        verbs=verbs,
        openers=frozenset(phrase[0] for phrase in lexicon.attribution.phrases),
        days=lexicon.claim.calendar,
        judge=judge,
    )


def mended(sentence: Sentence, rules: Rules) -> Tree:
    """Return a sentence's tree with the parser's habits mended that hide who says what.

    The rules read it, and the weights were trained on it.
    """
    words = rules.words
    sentence = with_object(sentence, rules.is_denial, rules.is_cue)
    sentence = with_passives(sentence, rules.is_cue)
    tree = Tree(sentence, words.light, words.voices, rules.pages)
    tree = with_plain_verbs(tree, rules.is_cue)
    tree = with_particles(tree, rules.is_denial)
    tree = with_owners(tree, rules.is_cue)
    tree = with_charges(tree, rules.is_link)
    tree = with_voices(tree, rules.verbs, words.voices)
    tree = with_tails(tree, rules.verbs, words.voices)
    tree = with_participles(tree)
    tree = with_complements(tree, rules.is_cue, rules.verbs, words.telling)
    tree = with_tales(tree, rules.is_cue, words.spreading)
    tree = with_comments(tree, rules.is_cue, rules.verbs, words.contrasts)
    tree = with_sayings(tree, rules.verbs)
    tree = with_stack(tree, rules.verbs)
    return repaired(tree, rules.verbs, words.continuing)
