"""Who does what to whom in one piece of a sentence, read off the parse."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from ondit.languages.claims import ClaimWords
from ondit.model.annotation import Sentence, Token
from ondit.text.fold import fold

_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "obj", "nsubj:pass"})
_MODIFIERS = frozenset(
    {"compound", "amod", "poss", "nmod", "appos", "nummod", "prep", "pobj", "flat:name", "flat"}
)
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_MOST_STEPS = 4  # "is said to be ready to agree to sell" has three


class Roles(msgspec.Struct, frozen=True):
    """The main event of a piece by its lemma, who does it and to whom; each of them in the words of his
    phrase, folded, in text order."""

    predicate: str = ""
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()


def read_roles(
    sentence: Sentence, chosen: frozenset[int], root: int | None, names: Mapping[int, str], words: ClaimWords
) -> Roles:
    """Return the roles round `root`, the main word of the tokens `chosen`; `names` are the folded names of
    those that belong to one.

    "agreed to buy", "is ready to buy" and "is said to have bought" are about buying, and their subject buys.
    A noun has its doer before it or behind "by", and its sufferer behind another preposition ("the army's
    attack on the village").
    """
    if root is None or not sentence.tokens[root].pos:
        return Roles()
    phrases = _Phrases(
        sentence, [at for at in chosen if sentence.tokens[at].lemma not in words.calendar], names
    )
    main, doers = _main_event(phrases, root)
    agents, patients = doers | phrases.raised(main), set[str]()
    nominal = sentence.tokens[main].pos not in _VERBS
    for at in phrases.children(main):
        token = sentence.tokens[at]
        if token.dep in _SUBJECTS or (nominal and token.dep == "poss"):
            agents.add(phrases.words(at))
        elif token.dep in _OBJECTS:
            patients.add(phrases.words(at))
        elif token.dep in ("agent", "prep"):
            by = token.dep == "agent" or (nominal and token.lemma in words.doing)
            held = {
                phrases.words(below) for below in phrases.children(at) if sentence.tokens[below].dep == "pobj"
            }
            if by:
                agents |= held
            elif token.lemma in words.aiming:
                patients |= held
    return Roles(sentence.tokens[main].lemma, _filled(agents), _filled(patients - agents))


def _filled(phrases: set[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases - {""}))


def _main_event(phrases: "_Phrases", root: int) -> tuple[int, set[str]]:
    """Return the token of the event that a piece is about, and who does it where another verb says so."""
    tokens = phrases.sentence.tokens
    doers: set[str] = set()
    at = root
    for _ in range(_MOST_STEPS):
        below = phrases.children(at)
        if any(tokens[one].dep in ("dobj", "obj") for one in below):
            break
        inner = next((one for one in below if tokens[one].dep == "xcomp" and tokens[one].pos in _VERBS), None)
        if inner is None:
            inner = next((one for one in below if tokens[one].dep in ("acomp", "oprd")), None)
            if inner is None or not any(tokens[one].dep == "xcomp" for one in phrases.children(inner)):
                break
        doers |= {phrases.words(one) for one in below if tokens[one].dep in _SUBJECTS | {"nsubjpass"}}
        at = inner
    if doers and any(tokens[one].dep == "auxpass" for one in phrases.children(at)):
        return root, set()
    return at, doers


class _Phrases:
    """The phrases of a piece, by the place of their main word."""

    def __init__(self, sentence: Sentence, chosen: Iterable[int], names: Mapping[int, str]) -> None:
        self.sentence = sentence
        self._names = names
        self._below: dict[int, list[int]] = {}
        self._chosen = frozenset(chosen)
        for at in sorted(self._chosen):
            head = sentence.tokens[at].head
            if head != at:
                self._below.setdefault(head, []).append(at)

    def raised(self, main: int) -> set[str]:
        """Return the subject that a verb outside the piece has, where that verb holds the main one ("Varga is
        said to have sued")."""
        outside = self.sentence.tokens[main].head
        if outside == main or outside in self._chosen:
            return set()
        subjects = _SUBJECTS | {"nsubjpass"}
        return {self.words(at) for at in self.children(outside) if self.sentence.tokens[at].dep in subjects}

    def children(self, at: int) -> list[int]:
        """Return the places of the tokens that hang on one."""
        return self._below.get(at, [])

    def words(self, at: int) -> str:
        """Return the words of a phrase, nothing for a pronoun."""
        if self.sentence.tokens[at].pos not in _NOUNS:
            return ""
        places = sorted({at, *self._inside(at, _MOST_STEPS)})
        found = [self._word(place) for place in places]
        return " ".join(dict.fromkeys(word for word in found if word))

    def _word(self, at: int) -> str:
        token = self.sentence.tokens[at]
        return self._names.get(at) or (_lemma(token) if token.pos in _NOUNS else "")

    def _inside(self, at: int, steps: int) -> Iterator[int]:
        for below in self.children(at) if steps else ():
            token = self.sentence.tokens[below]
            if token.dep in _MODIFIERS and (token.dep != "prep" or token.lemma == "of"):
                yield below
                yield from self._inside(below, steps - 1)


def _lemma(token: Token) -> str:
    return fold(token.lemma)
