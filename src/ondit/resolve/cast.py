"""The cast of an article: every named figure, under all the names the article gives it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from ondit.languages.given_names import Gender
from ondit.model.article import Article
from ondit.model.source import SourceKind
from ondit.model.span import Part
from ondit.resolve.choice import Circumstances, choose, needs_sign, sole_bearer
from ondit.resolve.figure import Figure, of_name, of_outlet
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.persons import SURNAME, Persons
from ondit.resolve.phrases.phrase import Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.short_names import first_letters, identity, shortens
from ondit.text.fold import fold
from ondit.text.names import LIKELY_ONE

NameKey = tuple[str, frozenset[str], frozenset[str], Gender | None]
"""A folded name, the outlets it can mean, the countries beside it where it can mean several ("the Post" of
two countries are two names), and the gender beside it ("Mr Hart" is not Ms Hart)."""

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
        self.persons = Persons()
        self._by_key: dict[tuple[str, ...], Figure] = {}
        self._by_hint: dict[str, list[Figure]] = defaultdict(list)
        self._of: dict[NameKey, Figure] = {}
        self._acronyms: dict[str, str] = {}
        self._kinds: dict[str, tuple[SourceKind, bool]] = {}
        self._local: dict[str, Phrase] = {}
        self._places: set[str] = set()
        if own:
            self._new(own)

    def meet(self, phrases: Iterable[Phrase], acronyms: Iterable[tuple[str, str]]) -> None:
        """Take in all names of the article: outlets that are beyond doubt first, persons before bodies, so
        that a surname finds its person, longer names before shorter ones."""
        self._acronyms = {fold(short): fold(long) for long, short in acronyms}
        named = [phrase for phrase in phrases if phrase.name]
        self._kinds = _kinds(named)
        self._places = {fold(phrase.name) for phrase in named if phrase.is_place}
        self._local = _outlets_by_last_word(named, self.vocabulary.says.definite)
        for phrase in sorted(map(self._settled, named), key=_clearest_first):
            figure = self.named(phrase)
            figure.weight += 1
            figure.called[phrase.name] = None
            figure.is_place = figure.is_place or phrase.is_place
            figure.nouns |= phrase.nouns
            figure.countries |= phrase.countries
            if figure.gender is None and figure.kind is SourceKind.PERSON:
                figure.gender = phrase.gender

    def named(self, phrase: Phrase) -> Figure:
        """Return the figure that a naming phrase means."""
        key = _name_key(phrase)
        if key not in self._of:
            bare = _bare(phrase.name, self.vocabulary.says.definite)
            local = self._local.get(bare) if phrase.outlets else None
            listed = phrase.outlets and local is None
            self._of[key] = self._listed(phrase) if listed else self._unlisted(self._settled(local or phrase))
        return self._of[key]

    def _settled(self, phrase: Phrase) -> Phrase:
        """A name whose kind is a guess is of the kind that the article tells elsewhere."""
        if phrase.sure or phrase.outlets:
            return phrase
        kind, sure = self._kinds.get(fold(phrase.name), (phrase.kind, False))
        return replace(phrase, kind=kind, sure=sure)

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
            if figure.kind is SourceKind.PERSON:
                self.persons.add(figure)
                return figure
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
            outlet = choose(
                phrase,
                Circumstances(
                    frozenset(present), own, self._countries, self.vocabulary.language.partition("-")[0]
                ),
            )
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
        if known:
            return known
        figure = of_name(phrase.name, phrase.kind, key=identity(phrase, self.vocabulary))
        figure.sure = phrase.sure
        figure.gender = phrase.gender
        figure.national = phrase.national
        figure.countries |= phrase.countries if phrase.national else set()
        return self._new(figure)

    def _known(self, phrase: Phrase) -> Figure | None:
        """Return the figure of the article that a name can be a shorter or other form of."""
        folded = fold(phrase.name)
        if self.own and folded == fold(self.own.name):
            return self.own
        if folded in self._acronyms:
            long = self._acronyms[folded]
            return next((figure for figure in self._by_hint[long] if fold(figure.name) == long), None)
        if phrase.kind is SourceKind.PERSON:
            return self.persons.of_name(phrase, LIKELY_ONE) or self.persons.of_first_name(phrase)
        if not phrase.sure and (
            bearer := self.persons.of_name(phrase, SURNAME) or self.persons.of_first_name(phrase)
        ):
            return bearer
        if phrase.is_place or folded in self._places:
            return None
        if phrase.national and (body := _of_kind(self.figures, phrase, self.vocabulary)):
            return body
        hints = dict.fromkeys((folded, folded.partition(" ")[0], folded.rpartition(" ")[2]))
        bodies = [figure for hint in hints for figure in self._by_hint[hint] if figure.kind in _BODIES]
        return next((body for body in bodies if shortens(phrase.name, body.name, self.vocabulary)), None)


def _of_kind(figures: Sequence[Figure], phrase: Phrase, vocabulary: Vocabulary) -> Figure | None:
    """Return the one body of a kind that every country has among the figures, for a name that tells no other
    country."""
    found = [
        figure
        for figure in figures
        if phrase.national in (figure.national, vocabulary.national.kind_of(figure.outlet))
        and not (phrase.countries and figure.countries and phrase.countries != figure.countries)
    ]
    return found[0] if len(found) == 1 else None


def _hints(figure: Figure, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield under what a body is looked for: its whole name, first and last word, and first letters."""
    folded = fold(figure.name)
    yield from (
        folded,
        folded.partition(" ")[0],
        folded.rpartition(" ")[2],
        first_letters(figure.name, vocabulary),
    )


def _name_key(phrase: Phrase) -> NameKey:
    places = phrase.countries if len(phrase.outlets) > 1 else frozenset()
    return fold(phrase.name), frozenset(outlet.id for outlet in phrase.outlets), places, phrase.gender


def _outlets_by_last_word(named: Sequence[Phrase], articles: frozenset[str]) -> dict[str, Phrase]:
    """Return the outlets that are not in the table, by the last word of their names: "the Herald" of an
    article that speaks of the Port Herald is that one, save where it names another Herald in full."""
    long = [(name, one) for one in named if " " in (name := _bare(one.name, articles))]
    full = {name for name, one in long if one.outlets}
    local = ((name, one) for name, one in long if one.kind is SourceKind.OUTLET and not one.outlets)
    found = {name.rpartition(" ")[2]: one for name, one in local}
    return {last: one for last, one in found.items() if not any(name.endswith(f" {last}") for name in full)}


def _bare(name: str, articles: frozenset[str]) -> str:
    """Return a folded name without its article."""
    return " ".join(word for word in fold(name).split() if word not in articles)


def _kinds(named: Iterable[Phrase]) -> dict[str, tuple[SourceKind, bool]]:
    """Return the kind of every name: the one it has most often where something tells it, else a body's where
    it is ever read as one."""
    told: dict[str, Counter[SourceKind]] = defaultdict(Counter)
    guessed: dict[str, set[SourceKind]] = defaultdict(set)
    for phrase in named:
        if phrase.sure:
            told[fold(phrase.name)][phrase.kind] += 1
        else:
            guessed[fold(phrase.name)].add(phrase.kind)
    kinds = {
        name: (max(kinds, key=lambda one: one is not SourceKind.PERSON), False)
        for name, kinds in guessed.items()
    }
    return kinds | {name: (counts.most_common(1)[0][0], True) for name, counts in told.items()}


def _clearest_first(phrase: Phrase) -> tuple[bool, int, bool, bool, int]:
    """Names of the body come before those of the title, where capitals tell little."""
    in_title = bool(phrase.spans) and phrase.spans[0].part is Part.TITLE
    person = phrase.kind is SourceKind.PERSON
    return not phrase.outlets, len(phrase.outlets), in_title, not person, -len(phrase.name.split())
