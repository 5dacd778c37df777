"""The cast of an article: every named figure, under all the names the article gives it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec.structs import replace

from ondit.model.article import Article
from ondit.model.source import SourceKind
from ondit.model.span import Part
from ondit.resolve.choice import Circumstances, choose, needs_sign, sole_bearer
from ondit.resolve.figure import Figure, of_name, of_outlet
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.short_names import first_letters, identity, shortens
from ondit.text.fold import fold
from ondit.text.names import LIKELY_ONE, name_likeness, name_parts, skeleton

NameKey = tuple[str, frozenset[str], frozenset[str]]
"""A folded name, the outlets it can mean, and the countries beside it where it can mean several: "the Post"
of two countries are two names."""

_SURNAME = 1.0
"""How alike a bare name must be to a person's last name to mean the person: "Police" is no "Pollak"."""

_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.GROUP})


class Cast:
    """The named figures of one article.

    Built from all its names at once, so that a short name finds its long one wherever that stands.
    """

    def __init__(
        self,
        article: Article,
        vocabulary: Vocabulary,
        own: Figure | None,
        signed: frozenset[str] = frozenset(),
    ) -> None:
        """`signed` are the short names, folded, that a sign in the article tells to be outlets' names."""
        self.signed = signed
        self.article = article
        self.vocabulary = vocabulary
        self.own = own
        self.figures: list[Figure] = []
        self._by_key: dict[tuple[str, ...], Figure] = {}
        self._by_hint: dict[str, list[Figure]] = defaultdict(list)
        self._of: dict[NameKey, Figure] = {}
        self._acronyms: dict[str, str] = {}
        if own:
            self._new(own)

    def meet(self, phrases: Iterable[Phrase], acronyms: Iterable[tuple[str, str]]) -> None:
        """Take in all names of the article: outlets that are beyond doubt first, persons before bodies, so
        that a surname finds its person, longer names before shorter ones."""
        self._acronyms = {fold(short): fold(long) for long, short in acronyms}
        named = [phrase for phrase in phrases if phrase.name]
        bodies = {fold(phrase.name) for phrase in named if phrase.kind is SourceKind.ORGANISATION}
        for phrase in sorted(named, key=_clearest_first):
            figure = self.named(self._settled(phrase, bodies))
            figure.weight += 1
            figure.nouns |= phrase.nouns
            figure.countries |= phrase.countries

    def named(self, phrase: Phrase) -> Figure:
        """Return the figure that a naming phrase means."""
        key = _name_key(phrase)
        if key not in self._of:
            self._of[key] = self._listed(phrase) if phrase.outlets else self._unlisted(phrase)
        return self._of[key]

    @staticmethod
    def _settled(phrase: Phrase, bodies: set[str]) -> Phrase:
        """A bare name that stands elsewhere as a place or a body is no person's."""
        unsure = phrase.kind is SourceKind.PERSON and not phrase.nouns and fold(phrase.name) in bodies
        return replace(phrase, kind=SourceKind.ORGANISATION) if unsure else phrase

    def of_outlet(self, outlet: Outlet) -> Figure:
        """Return the figure of an outlet of the table."""
        return self._new(of_outlet(outlet))

    def other(self, name: str) -> Figure:
        """Return the figure of an outlet that only its name tells."""
        return self._new(of_name(name, SourceKind.OUTLET))

    def _new(self, figure: Figure) -> Figure:
        """Add a figure, or return the one that has the same id already."""
        if figure.key not in self._by_key:
            self._by_key[figure.key] = figure
            self.figures.append(figure)
            for hint in set(_hints(figure, self.vocabulary)):
                self._by_hint[hint].append(figure)
        return self._by_key[figure.key]

    def _listed(self, phrase: Phrase) -> Figure:
        own = self.own.outlet if self.own else None
        needy = needs_sign(phrase, self.vocabulary)
        signed = not needy or fold(phrase.name) in self.signed
        outlet = sole_bearer(phrase, own, sure=signed)
        if outlet is None and signed:
            present = (
                figure.outlet.id for figure in self.figures if figure.outlet and figure is not self.own
            )
            outlet = choose(phrase, Circumstances(frozenset(present), own, self._countries))
        if outlet:
            return self.of_outlet(outlet)
        places = " ".join(sorted(phrase.countries))
        return self._new(
            of_name(phrase.name, SourceKind.OUTLET, key=f"{fold(phrase.name)} {places}", private=True)
        )

    @cached_property
    def _countries(self) -> frozenset[str]:
        return self.vocabulary.countries_in(f"{self.article.title}\n{self.article.text}")

    def _unlisted(self, phrase: Phrase) -> Figure:
        known = self._known(phrase)
        return known or self._new(of_name(phrase.name, phrase.kind, key=identity(phrase, self.vocabulary)))

    def _known(self, phrase: Phrase) -> Figure | None:
        """Return the figure of the article that a name can be a shorter or other form of."""
        folded = fold(phrase.name)
        if self.own and folded == fold(self.own.name):
            return self.own
        if folded in self._acronyms:
            long = self._acronyms[folded]
            return next((figure for figure in self._by_hint[long] if fold(figure.name) == long), None)
        if phrase.kind is SourceKind.PERSON:
            return self._person(phrase.name, LIKELY_ONE)
        if " " not in folded and (surname := self._person(phrase.name, _SURNAME)):
            return surname
        hints = dict.fromkeys((folded, folded.partition(" ")[0], folded.rpartition(" ")[2]))
        bodies = [figure for hint in hints for figure in self._by_hint[hint] if figure.kind in _BODIES]
        return next((body for body in bodies if shortens(phrase.name, body.name, self.vocabulary)), None)

    def _person(self, name: str, least: float) -> Figure | None:
        """Return the person of the article whose name this is most likely, if at least so likely; of
        two of one surname the one named more often."""
        bones = f"person {skeleton((name_parts(name) or ('',))[-1])}"
        persons = self._by_hint[bones]
        likely = [(name_likeness(name, figure.name), figure) for figure in persons]
        fitting = [pair for pair in likely if pair[0] >= least]
        return max(fitting, key=lambda pair: (pair[0], pair[1].weight))[1] if fitting else None


def _hints(figure: Figure, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield under what a figure is looked for: a person's last name as its consonants, a body's whole name,
    first and last word, and first letters."""
    if figure.kind is SourceKind.PERSON:
        yield f"person {skeleton((name_parts(figure.name) or ('',))[-1])}"
        return
    folded = fold(figure.name)
    yield from (
        folded,
        folded.partition(" ")[0],
        folded.rpartition(" ")[2],
        first_letters(figure.name, vocabulary),
    )


def _name_key(phrase: Phrase) -> NameKey:
    places = phrase.countries if len(phrase.outlets) > 1 else frozenset()
    return fold(phrase.name), frozenset(outlet.id for outlet in phrase.outlets), places


def _clearest_first(phrase: Phrase) -> tuple[bool, int, bool, bool, int]:
    """Names of the body come before those of the title, where capitals tell little."""
    in_title = bool(phrase.spans) and phrase.spans[0].part is Part.TITLE
    person = phrase.kind is SourceKind.PERSON
    return not phrase.outlets, len(phrase.outlets), in_title, not person, -len(phrase.name.split())
