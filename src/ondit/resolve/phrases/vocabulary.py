"""The words of one language and the outlets table, asked together."""

from collections.abc import Sequence

from ondit.languages.given_names import Gender, given_names
from ondit.languages.lexicon import Lexicon
from ondit.resolve.outlets.lookup import Lookup
from ondit.resolve.outlets.names import Match
from ondit.resolve.outlets.national import National
from ondit.resolve.outlets.places import Cities
from ondit.resolve.outlets.table import OutletTable
from ondit.resolve.phrases.words import Word
from ondit.text.countries import countries_in
from ondit.text.fold import fold, fold_word, folded_words
from ondit.text.tokens import BARE_WORD

_LONGEST_COUNTRY = (
    3  # words of the longest name of a country that is told by its words ("United Arab Emirates")
)


class Groups:
    """Groups of a language's words that are asked for again and again, put together once."""

    def __init__(self, vocabulary: "Vocabulary") -> None:
        says, nouns, naming = vocabulary.says, vocabulary.nouns, vocabulary.naming
        reference = vocabulary.reference
        self.roles = vocabulary.persons | nouns.title
        self.bodies = vocabulary.outlet_nouns | nouns.body
        self.described = self.bodies | vocabulary.persons
        self.beside_outlet = self.bodies | naming.outlet
        self.in_role = says.joins | nouns.office_word
        self.in_name = says.joins | naming.particle
        self.no_name = nouns.office_word | naming.not_name | self.roles
        self.no_content = says.light | naming.not_name
        self.body_names = naming.body - nouns.office_word
        self.body_marks = naming.body | naming.legal
        self.body_joins = says.joins - naming.particle
        self.turns = reference.first | reference.last
        self.ordinals = self.turns - says.light
        self.definite_counts = frozenset(reference.counts) - says.count
        self.whole = says.definite | reference.whole
        self.articles = says.definite | says.indefinite
        self.owning = says.possessive & (says.it | says.they)
        self.opening = says.indefinite | says.other | says.count
        self.closing = says.boundary | says.joins
        self.leading_on = says.places | says.belongs
        self.apposed = self.articles | (says.possessive - says.it - says.they)
        self.own_staff = vocabulary.outlet_nouns | nouns.reporter
        self.posts = nouns.office | nouns.people | nouns.office_word
        self.trade = self.own_staff | naming.outlet
        self.idle = vocabulary.introducing | says.leading | says.boundary


class Vocabulary:
    """What the words of a phrase mean in one language."""

    def __init__(self, lexicon: Lexicon, table: OutletTable) -> None:
        self.says = lexicon.source_words
        self.nouns = lexicon.source_nouns
        self.naming = lexicon.name_words
        self.past = frozenset(lexicon.description.past if lexicon.description else ())
        self.leading = frozenset(lexicon.description.leading if lexicon.description else ())
        self.credit = lexicon.credit_words
        self.reference = lexicon.reference
        self.given = given_names()
        self.ages = tuple(age.replace("-", " ") for age in lexicon.quantity.ages)
        self.table = table
        self.lookup = Lookup(table, lexicon.name_words)
        self.national = National(table, lexicon.name_words)
        self.language = lexicon.language
        self.fold_prefix = lexicon.source_words.definite_prefix
        self.cities = Cities(lexicon.language, self.lookup.stem)
        self._demonyms = {fold(stem): code for code, stems in lexicon.demonyms.items() for stem in stems}
        self.public = self.nouns.public_body | self.naming.placed
        self.country_of = {name: code for code, names in lexicon.countries.items() for name in names}
        self.persons = (
            self.nouns.people
            | self.nouns.office
            | self.nouns.spokes
            | self.nouns.reporter
            | self.nouns.source
        )
        self._countries_from: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, code in self.country_of.items():
            parts = tuple(name.split())
            self._countries_from.setdefault(parts[0], []).append((parts, code))
        self.persons -= lexicon.reference.nobody
        self.outlet_nouns = frozenset(self.nouns.outlet)
        self.known = (
            self.persons
            | self.outlet_nouns
            | self.nouns.body
            | self.nouns.relay
            | self.nouns.document
            | self.nouns.title
        )
        self._pairs = self.persons | self.nouns.body | self.outlet_nouns | self.nouns.document
        self.introducing = self.says.definite | self.says.indefinite | self.says.other
        self.groups = Groups(self)

    def matches(self, words: Sequence[Word]) -> tuple[Match, ...]:
        """Return the outlets named in the words; positions count words. Where names have capitals, words
        without any name none."""
        if not any(_may_begin_name(word.text[:1]) for word in words):
            return ()
        return tuple(one for one in self.lookup.find(words) if self._is_name(words[one.start : one.end]))

    def _is_name(self, words: Sequence[Word]) -> bool:
        """Tell whether words that read like an outlet are written as its name: "People" at the head of a
        sentence are people."""
        told = words[0].capital or (self.naming.apostrophe and words[0].possessive)
        return self.naming.caseless or len(words) > 1 or told or not words[0].common

    def countries(self, words: Sequence[Word]) -> frozenset[str]:
        """Return the ISO codes of the countries that the words name ("Syrian", "US-based", "Sri Lanka")."""
        return frozenset(code for place in range(len(words)) if (code := self._country_at(words, place)))

    def countries_in(self, text: str) -> frozenset[str]:
        """Return the ISO codes of the countries that a text names, itself or by a city."""
        words = BARE_WORD.findall(text)
        cities = set(self.cities.countries(words))
        if not self.country_of:
            told = {self._by_demonym(word) for word in words} - {""}
            return frozenset(countries_in(text, self.language) | told | cities)
        folded = folded_words(text)
        named = {
            code
            for place, word in enumerate(folded)
            for name, code in self._countries_from.get(word, ())
            if tuple(folded[place : place + len(name)]) == name
        }
        return frozenset(named | cities)

    def _by_demonym(self, word: str) -> str:
        folded = fold_word(word)
        stems = (folded[:length] for length in range(len(folded), 2, -1))
        return next((self._demonyms[stem] for stem in stems if stem in self._demonyms), "")

    def is_country(self, words: Sequence[Word]) -> bool:
        """Tell whether all the words together are nothing but names of countries."""
        return bool(words) and all(
            self._country_at(words, place) or (place and self._country_at(words, place - 1))
            for place in range(len(words))
        )

    def _country_at(self, words: Sequence[Word], place: int) -> str:
        first = words[place]
        if not self.country_of:
            told = countries_in(first.text, self.language)
            return self._by_demonym(first.text) or next(iter(sorted(told)), "")
        if not first.text[:1].isupper() or (first.folded in self.says.own_voice and not first.text.isupper()):
            return ""
        for length in range(_LONGEST_COUNTRY, 0, -1):
            name = " ".join(word.folded for word in words[place : place + length])
            if name in self.country_of:
                return self.country_of[name]
        return self.country_of.get(first.text.partition("-")[0].lower(), "")

    def head(self, words: Sequence[Word]) -> str:
        """Return the noun at the end of the words, as two words where the lexicon has them so ("press
        office"); "" for no words."""
        if self.says.head_first:
            return next(
                (word.lemma for word in words if word.lemma in self.known), words[-1].lemma if words else ""
            )
        pair = " ".join(word.lemma for word in words[-2:])
        if len(words) > 1 and pair in self._pairs:
            return pair
        return words[-1].lemma if words else ""

    def is_age(self, noun: str) -> bool:
        """Tell whether a noun is a person by his age ("52-year-old")."""
        return noun[:1].isdigit() and noun.endswith(self.ages)

    def gender_of(self, words: Sequence[Word]) -> Gender | None:
        """Return the gender that nouns, forms of address or pronouns among the words tell, the last first."""
        reference = self.reference
        for word in reversed(words):
            forms = {word.folded, word.lemma}
            if forms & (reference.female | reference.she):
                return Gender.FEMALE
            if forms & (reference.male | reference.he):
                return Gender.MALE
        return None

    def is_mass_relay(self, noun: str, plural: bool) -> bool:
        """Tell whether a noun names nobody in particular: "media" in any number, "reports" only in the
        plural."""
        return noun in self.nouns.relay and (plural or noun not in self.outlet_nouns | self.nouns.document)


def _may_begin_name(letter: str) -> bool:
    """Tell whether a letter is no small one: a capital, a figure, or of a script without capitals."""
    return not letter.islower()
