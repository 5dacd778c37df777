"""What the description of an unnamed source tells, and whether two descriptions can be one person."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

import msgspec

from ondit.languages import lexicon_of
from ondit.languages.given_names import Gender
from ondit.languages.lexicon import Lexicon
from ondit.text.fold import fold

STEM = 5
"""Letters in which two specific words must agree: enough for "Syria" and "Syrian", "Moscow", "Moscow's"."""


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """What the words of a description say.

    `stems` are the first letters of the words that tell something, `roles` what the source is by occupation
    (the first word of a class of the lexicon, else the noun itself), `countries` the codes of those that an
    official serves, `bodies` the folded names beside the noun, `sides` on which somebody stands who is more
    than a "source", `gender` that of one person, `another` whether
    it is said to be one more ("a second source"). Roles, bodies and sides are words of `language`.
    """

    language: str | None = None
    stems: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    gender: Gender | None = None
    another: bool = False

    def excludes(self, other: "Description") -> str:
        """Return why nobody can be both, in words, empty where somebody can.

        Two occupations without one in common; officials of two countries; people of two bodies by the same
        occupation; people of two sides; a woman and a man. What anybody can be besides (a neighbour, a
        witness, an employee) is no occupation, and a description that only says where somebody stands
        excludes nobody. Words of two languages are not compared: "an official" may be "un responsable".
        """
        one_language = self.language == other.language
        if one_language and self.roles and other.roles and not self.roles & other.roles:
            return f"{_listed(self.roles)} and {_listed(other.roles)}"
        if self.gender and other.gender and self.gender is not other.gender:
            return "a woman and a man"
        if one_language and self.sides and other.sides and not self.sides & other.sides:
            return f"of the {_listed(self.sides)} and of the {_listed(other.sides)}"
        if not (self.roles and other.roles):
            return ""
        if self.countries and other.countries and not self.countries & other.countries:
            return "of two countries"
        if one_language and self.bodies and other.bodies and not _share(self.bodies, other.bodies):
            return f"of {_listed(self.bodies)} and of {_listed(other.bodies)}"
        return ""


@lru_cache(maxsize=4096)
def describe(name: str, language: str | None) -> Description:
    """Return what a description tells; without a lexicon of its language every word of it is specific."""
    words = fold(name).split()
    lexicon = lexicon_of(language or "en")
    if lexicon is None or lexicon.description is None:
        return Description(language=language, stems=frozenset(word[:STEM] for word in words))
    known = lexicon.description
    silent = {*known.generic, *known.another}
    core = _core(words, lexicon)
    roles = _roles(core, lexicon)
    countries = frozenset(code for code, names in lexicon.countries.items() if _named(names, core))
    return Description(
        language=lexicon.language,
        stems=frozenset(word[:STEM] for word in words if word not in silent and not word.isdigit()),
        roles=roles,
        countries=countries,
        bodies=_bodies(name, lexicon) if not countries else frozenset(),
        sides=_sides(words, core, lexicon),
        gender=_gender(core, lexicon),
        another=not set(known.another).isdisjoint(name.casefold().split()),  # not "a second-hand source"
    )


def _core(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return the words up to the noun that says what the source is: "a banker | who lent to the airline"."""
    boundary = lexicon.source_words.boundary
    return [*words[:1], *takewhile(lambda word: word not in boundary, words[1:])]


def _roles(core: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the classes of roles named in the core, and an occupation of no class; who was something once
    ("a former pilot") can be anything by now."""
    known = lexicon.description
    if known is None or set(known.past) & set(core):
        return frozenset()
    found = {role[0] for role in known.role if set(role) & set(core)}
    if found or not known.loose:
        return frozenset(found)
    nouns = lexicon.source_nouns
    occupations = (nouns.people | nouns.office | nouns.reporter) - set(known.loose)
    last = core[-1] if core else ""
    noun = last if last in occupations else last.removesuffix(lexicon.source_words.plural_ending or " ")
    return frozenset({noun} & occupations)


def _bodies(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the names with a capital beside or behind the noun ("a *NASA* scientist", "a scientist at the
    *European Space Agency*"); the first word of a description has one anyway."""
    runs: list[list[str]] = [[]]
    for word in name.split()[1:]:
        if word[:1].isupper():
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return frozenset(fold(" ".join(run)) for run in runs if run)


def _sides(words: Sequence[str], core: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the sides named in a description of somebody who is of them ("a member of the *opposition*"); a
    "source" may only be near."""
    known = lexicon.description
    if known is None or not core or core[-1] in known.generic:
        return frozenset()
    return frozenset(side[0] for side in known.side if _named(side, words))


def _gender(core: Sequence[str], lexicon: Lexicon) -> Gender | None:
    """Return the gender of the noun at the end, where it says of one person that he is a man or a woman."""
    last = core[-1] if core else ""
    if last in lexicon.reference.female:
        return Gender.FEMALE
    return Gender.MALE if last in lexicon.reference.male else None


def _named(names: Iterable[str], core: Sequence[str]) -> bool:
    text = f" {' '.join(core)} "
    return any(f" {name} " in text for name in names)


def _share(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether some name of the one is part of some name of the other."""
    return any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in one for b in other)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
