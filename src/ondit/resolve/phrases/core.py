"""The core of a source phrase: what its last words name or describe."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.resolve.outlets.table import Match
from ondit.resolve.phrases.listed import national, read_outlet, whole_match
from ondit.resolve.phrases.names import given_gender, name_kind, tail_length, written
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.signs import read_signs
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word
from ondit.text.fold import fold_word
from ondit.text.tokens import is_one_by_one


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """The little words before a core: what they say of it, and the words they leave."""

    words: tuple[Word, ...]
    definite: bool = False
    indefinite: bool = False
    fresh: bool = False
    count: int = 0
    which: str = ""
    counted: bool = False
    owner: str = ""
    owned: int = 0
    countries: frozenset[str] = frozenset()
    belongs: Phrase | None = None

    @property
    def bare(self) -> bool:
        """Whether it points back and adds nothing: "the", "this", "the other", not "another"."""
        return self.definite and (bool(self.which) or not self.fresh)

    @property
    def anchored(self) -> bool:
        """Whether it says to whom the core belongs: "Oslo's", "Russia's"."""
        return bool(self.countries or self.belongs)


def opened(words: Sequence[Word], vocabulary: Vocabulary) -> Opening:
    """Return the core without articles, numbers and possessive pronouns, and what they say."""
    says = vocabulary.says
    place, flags, owner, count, which = 0, set(), "", 0, ""
    ordinal = vocabulary.groups.ordinals
    while place < len(words) - 1:
        folded = words[place].folded
        if words[place].capital and folded in says.other:
            break
        if folded in vocabulary.groups.definite_counts:
            flags.add("definite")
        count = vocabulary.reference.counts.get(folded, count)
        if folded in says.possessive:
            owner = folded
        elif folded in says.other:
            flags.add("fresh")
            which = folded
        elif folded in says.definite:
            flags.add("definite")
        elif folded in says.indefinite:
            flags.add("indefinite")
        elif folded.isdigit() or folded in says.count or folded in vocabulary.reference.counts:
            flags.add("counted")
        elif folded in ordinal and "definite" in flags:
            which = folded
        elif folded not in says.light:
            break
        place += 1
    core = words[place:]
    prefix = vocabulary.fold_prefix
    alone = says.bare_points_back and len(core) == 1 and not core[0].plural
    if alone or (prefix and core[0].folded.startswith(prefix) and _adds_nothing(core[1:], vocabulary)):
        flags.add("definite")
    cut = max((at for at, word in enumerate(core[:-1]) if word.possessive), default=-1) + 1
    of_country = vocabulary.is_country(core[:cut])
    return Opening(
        words=tuple(core[cut:]),
        countries=vocabulary.countries(core[:cut]),
        belongs=_owner(core[:cut], "definite" in flags, vocabulary) if cut and not of_country else None,
        owned=cut,
        count=count,
        which=which if "definite" in flags else "",
        counted="counted" in flags,
        definite="definite" in flags and not cut,
        indefinite="indefinite" in flags,
        fresh="fresh" in flags,
        owner=owner,
    )


def _adds_nothing(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether the words behind a noun say no more than what one says of any ("the *informed* source",
    "the *general* association")."""
    prefix, idle = vocabulary.fold_prefix, vocabulary.says.light | vocabulary.nouns.office_word
    return all(word.folded in idle or word.folded.removeprefix(prefix) in idle for word in words)


def _owner(words: Sequence[Word], definite: bool, vocabulary: Vocabulary) -> Phrase:
    """Read an owner; the article before it is its own ("*the channel's* source")."""
    owner = read_core(words, vocabulary)
    return replace(owner, definite=owner.definite or definite)


def read_core(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    """Return what a core says; it has at least one word."""
    opening = opened(words, vocabulary)
    core = opening.words
    tail = tail_length(core, vocabulary)
    match = whole_match(words, vocabulary)
    if not match and any(is_one_by_one(word.text[:1]) for word in words):
        return read_signs(words, vocabulary)
    if match:
        phrase = read_outlet(words, match, vocabulary)
    else:
        phrase = _named(core, tail, opening, vocabulary) if tail else _described(core, opening, vocabulary)
    if not match and (body := national(words, phrase, vocabulary)):
        return body
    if opening.anchored and phrase.name and not match and phrase.head in vocabulary.nouns.body:
        phrase = replace(phrase, name=written(words[-len(core) - opening.owned :]))
    elif opening.belongs and not match and _owned_name(words, core, vocabulary):
        name = written(words[-len(core) - opening.owned :])
        return replace(phrase, text=written(words), name=name, definite=True)
    return replace(
        phrase,
        text=written(words),
        countries=opening.countries | phrase.countries,
        belongs=phrase.belongs if match else opening.belongs or phrase.belongs,
        owner=opening.owner,
        definite=opening.definite or opening.anchored or _is_owned(phrase),
        introduces=opening.indefinite,
        fresh=opening.fresh,
        count=opening.count,
        which=opening.which or phrase.which,
        plural=phrase.plural or (opening.count > 1 and not phrase.name),
    )


def _is_owned(phrase: Phrase) -> bool:
    return phrase.belongs is not None and phrase.belongs.form is Form.SHORT


def _owned_name(words: Sequence[Word], core: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a plural owner is part of a body's name ("the *Dockers'* Union")."""
    owner = words[-len(core) - 1]
    whole = all(word.capital for word in core) and core[-1].folded in vocabulary.naming.body
    return whole and owner.capital and owner.text.endswith("s")


def _named(core: Sequence[Word], tail: int, opening: Opening, vocabulary: Vocabulary) -> Phrase:
    """Read a core that ends in a proper name."""
    before, name = core[: len(core) - tail], core[len(core) - tail :]
    if vocabulary.naming.capital_nouns and len(before) > 1 and before[-1].folded in vocabulary.naming.outlet:
        before, name = before[:-1], core[len(core) - tail - 1 :]  # "dem Sender *Radio* Foo"
    if office := _office_of(name, vocabulary):
        return office
    role = _role_in(name, vocabulary)
    if role == len(name) > 1 and name[-1].folded in vocabulary.naming.outlet and before == ():
        role = 0
    if _is_native(core, opening, vocabulary):
        return _native(core, opening, vocabulary)
    if role == len(name):
        return _described(core, opening, vocabulary)
    if role:
        return _person(name[role:], (*before, *name[:role]), vocabulary)
    noun = vocabulary.head(before)
    if vocabulary.says.head_first and any(word.plural and word.lemma == noun for word in before):
        return _described(core, opening, vocabulary)  # "жители Кардинска" are no person of this name
    if vocabulary.says.head_first and before and _is_of_body(noun, name, vocabulary):
        return _described(core, opening, vocabulary)
    if noun in vocabulary.groups.roles:
        return _person(name, before, vocabulary)
    if vocabulary.says.head_first and noun in vocabulary.nouns.body:
        name = core
    guess, sure = name_kind(name, vocabulary, definite=opening.definite and not before)
    beside = _kind_beside(noun, vocabulary)
    kind, sure = (beside, True) if beside else (guess, sure)
    if kind is SourceKind.PERSON and before and before[-1].pos == "NOUN":
        return replace(_person(name, before, vocabulary), nouns=frozenset({noun}))
    return Phrase(
        text=written(core),
        spans=(),
        form=Form.NAME,
        kind=kind,
        name=written(name),
        sure=sure,
        gender=given_gender(name, vocabulary) if kind is SourceKind.PERSON else None,
        head=noun,
        nouns=frozenset({noun, *(word.folded for word in name)}) & vocabulary.groups.bodies,
        countries=vocabulary.countries(core),
    )


def _is_of_body(noun: str, name: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a name behind a noun is no person's of this role, but whom somebody speaks for
    ("представитель *Пентагона*", "речник *Генштабу*")."""
    nouns = vocabulary.nouns
    if noun not in nouns.source | nouns.spokes | nouns.reporter | nouns.people:
        return False
    whole = any(match.start == 0 and match.end == len(name) for match in vocabulary.matches(name))
    return noun in nouns.source or whole or name[0].lemma in nouns.body


def _is_native(core: Sequence[Word], opening: Opening, vocabulary: Vocabulary) -> bool:
    """Tell whether a core is one person by his country ("the *Norwegian*"), not a country with an article."""
    word = core[0]
    return (
        len(core) == 1
        and opening.bare
        and not word.plural
        and not word.text.isupper()
        and word.folded not in vocabulary.naming.with_article
        and vocabulary.is_country(core)
    )


def _native(core: Sequence[Word], opening: Opening, vocabulary: Vocabulary) -> Phrase:
    described = _described(core, opening, vocabulary)
    return replace(
        described,
        form=Form.SHORT,
        kind=SourceKind.PERSON,
        countries=vocabulary.countries(core),
        content=frozenset(),
    )


def _kind_beside(noun: str, vocabulary: Vocabulary) -> SourceKind | None:
    """Return the kind that a common noun beside a name gives it ("newspaper Al-Foo", "carmaker Foo")."""
    if noun in vocabulary.nouns.outlet:
        return SourceKind.OUTLET
    if noun in vocabulary.nouns.body:
        return SourceKind.ORGANISATION
    return SourceKind.DOCUMENT if noun in vocabulary.nouns.document else None


def _office_of(name: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Read a post written as a name with its body behind it ("Secretary-General of the Red Crescent")."""
    for place in range(1, len(name) - 1):
        role, body = name[:place], name[place + 1 :]
        if body[0].folded in vocabulary.says.definite and len(body) > 1:
            body = body[1:]
        if name[place].folded in vocabulary.says.belongs and vocabulary.head(role) in vocabulary.nouns.office:
            if any(word.folded in vocabulary.groups.body_names for word in body):
                described = _described(role, Opening(words=tuple(role), definite=True), vocabulary)
                return replace(described, form=Form.OFFICE, belongs=read_core(body, vocabulary))
            return None
    return None


def _role_in(name: Sequence[Word], vocabulary: Vocabulary) -> int:
    """Return how many words at the beginning of a name are a role ("Foreign Minister | Anna Berg"), 0 for
    none, all for a role alone."""
    roles, inner = vocabulary.groups.roles, vocabulary.groups.in_role
    surnames = vocabulary.naming.surname_too
    cut = max(
        (place + 1 for place, word in enumerate(name) if word.lemma in roles and word.lemma not in surnames),
        default=0,
    )
    bodies = vocabulary.groups.body_names
    if any(word.folded in bodies for word in name[cut:]):
        return 0
    if any(word.folded in vocabulary.says.joins for word in name[:cut]) and name[0].folded in bodies:
        return 0
    while (
        cut
        and cut < len(name)
        and (
            name[cut].folded in inner
            or (cut + 1 < len(name) - 1 and vocabulary.is_country(name[cut : cut + 1]))
        )
    ):
        cut += 1
    return cut


def _person(name: Sequence[Word], role: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    """Read a person with the role before the name."""
    known = vocabulary.groups.roles
    nouns = frozenset({vocabulary.head(role), *(word.lemma for word in role)}) & known
    described = _described(role, Opening(words=tuple(role)), vocabulary) if role else None
    if len(name) == 1 and role and role[-1].lemma in vocabulary.nouns.regnal:
        name = (*role[-1:], *name)
    return Phrase(
        text=written((*role, *name)),
        spans=(),
        form=Form.NAME,
        kind=SourceKind.PERSON,
        name=written(name),
        head=vocabulary.head(role),
        nouns=nouns,
        gender=vocabulary.gender_of(role) or (given_gender(name, vocabulary) if len(name) > 1 else None),
        belongs=(described.belongs if described else None) or _body_before(role, vocabulary),
        content=described.content if described else frozenset(),
        countries=vocabulary.countries(role),
    )


def _body_before(role: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Return the body in short that stands before a post ("*ministry* spokesman Jo Hale")."""
    if len(role) < 2 or vocabulary.says.head_first or role[-2].capital:
        return None
    body, post = role[-2], role[-1]
    if (
        body.lemma not in vocabulary.nouns.body
        or post.lemma not in vocabulary.nouns.spokes | vocabulary.nouns.office
    ):
        return None
    return Phrase(
        text=body.text,
        spans=(),
        form=Form.SHORT,
        kind=SourceKind.ORGANISATION,
        head=body.lemma,
        nouns=frozenset({body.lemma}),
        definite=True,
    )


def _described(core: Sequence[Word], opening: Opening, vocabulary: Vocabulary) -> Phrase:
    """Read a core that ends in a common noun."""
    head = vocabulary.head(core)
    modifiers = (
        [word for word in core if word.lemma != head]
        if vocabulary.says.head_first
        else core[: -1 - head.count(" ")]
    )
    nobody = vocabulary.groups.no_content
    content = (word.lemma for word in core if not vocabulary.is_country([word]) and word.folded not in nobody)
    phrase = Phrase(
        text=written(core),
        spans=(),
        form=Form.DESCRIPTION,
        kind=SourceKind.UNNAMED,
        head=head,
        nouns=frozenset({head, head.rpartition(" ")[2]}),
        belongs=opening.belongs
        or _named_in(modifiers, vocabulary)
        or _compounded(core, vocabulary)
        or _owning_outlet(head, modifiers, vocabulary),
        countries=opening.countries | vocabulary.countries(modifiers),
        content=frozenset(content),
        hints=frozenset(word.folded for word in modifiers if word.text[:1].isupper()),
        gender=vocabulary.gender_of(core[-1:]),
        plural=any(word.plural for word in core if word.lemma == head) or core[-1].plural,
    )
    return _sorted(phrase, core, opening, vocabulary)


def _named_in(modifiers: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Return the body or outlet that stands before a common noun ("*Volvo* spokesman")."""
    match = next(iter(vocabulary.matches(modifiers)), None)
    if match and not any(word.capital for word in modifiers[match.end : match.end + 1]):
        return read_outlet(
            modifiers[match.start : match.end], Match(0, match.end - match.start, match.outlets), vocabulary
        )
    idle, small = vocabulary.groups.no_name, vocabulary.says.joins
    if not any(_tells_name(word, idle, vocabulary) for word in modifiers):
        return None
    name = [word for word in modifiers if word.capital or word.folded in small]
    phrase = Phrase(
        text=written(name),
        spans=(),
        form=Form.NAME,
        kind=name_kind(name, vocabulary, definite=True)[0],
        name=written(name),
        countries=vocabulary.countries(name),
    )
    return national(modifiers, phrase, vocabulary) or phrase


def _owning_outlet(head: str, modifiers: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Return the outlet in short that stands behind a source in a case of its own ("источник *агентства*",
    the agency's source), where the noun comes first and no article shows it."""
    nouns = vocabulary.nouns
    outlet = next((word for word in modifiers if word.lemma in nouns.outlet and not word.plural), None)
    if not vocabulary.says.head_first or head not in nouns.source or outlet is None:
        return None
    return Phrase(
        text=outlet.text,
        spans=(),
        form=Form.SHORT,
        kind=SourceKind.OUTLET,
        head=outlet.lemma,
        nouns=frozenset({outlet.lemma}),
        definite=True,
    )


def _compounded(core: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Return whom a role or document compounded with a name is of ("der *Kestor*-Chef", "ein
    *Reuters*-Bericht"), None for a country."""
    last = core[-1]
    name, hyphen, _ = last.text.rpartition("-")
    if not hyphen or not name or last.lemma not in vocabulary.persons | vocabulary.nouns.document:
        return None
    written_so = name[:1].upper() + name[1:]  # "sputnik-bericht", where a text has no capitals
    owner = msgspec.structs.replace(
        last, text=written_so, folded=fold_word(name), lemma=fold_word(name), capital=True, common=False
    )
    named = name[:1].isupper() or vocabulary.matches([owner])
    return read_core([owner], vocabulary) if named and not vocabulary.is_country([owner]) else None


def _tells_name(word: Word, idle: frozenset[str], vocabulary: Vocabulary) -> bool:
    return (
        word.capital and word.pos != "ADJ" and word.folded not in idle and not vocabulary.is_country([word])
    )


def _sorted(phrase: Phrase, core: Sequence[Word], opening: Opening, vocabulary: Vocabulary) -> Phrase:
    """Return the phrase with the kind and form that its noun gives it."""
    nouns, head, bare = vocabulary.nouns, phrase.head, opening.bare
    form = Form.SHORT if bare else Form.DESCRIPTION
    several = opening.bare and opening.counted  # "the two agencies" are two that were named
    if vocabulary.is_mass_relay(head, phrase.plural) and not phrase.belongs and not several:
        return replace(phrase, kind=SourceKind.GROUP, is_relay=True, plural=True)
    if head in nouns.outlet and not phrase.plural and not _is_public(phrase, vocabulary):
        if phrase.belongs and phrase.belongs.name and not opening.belongs:
            return replace(phrase.belongs, kind=SourceKind.OUTLET, nouns=phrase.nouns, belongs=None)
        return replace(phrase, kind=SourceKind.OUTLET, form=form)
    if head in nouns.document and head not in nouns.body:
        return replace(phrase, kind=SourceKind.DOCUMENT, form=form)
    if head in nouns.spokes or head in nouns.source or head in nouns.reporter:
        return replace(phrase, form=form)
    if head in nouns.body and head not in nouns.people:
        return _body(phrase, core, opening, vocabulary)
    if head in nouns.office and not phrase.plural and not opening.indefinite:
        anchored = bool(phrase.countries or phrase.belongs)
        return replace(phrase, kind=SourceKind.PERSON, form=Form.OFFICE if anchored else Form.SHORT)
    several = vocabulary.naming.caseless or vocabulary.says.head_first
    one_word = (len(core) == 1 or several) and not (opening.counted or opening.indefinite)
    if phrase.plural and head in nouns.crowd and one_word:
        return replace(phrase, kind=SourceKind.GROUP, form=form)
    if vocabulary.is_age(head):
        return replace(phrase, kind=SourceKind.PERSON, form=form, content=frozenset({head}))
    return replace(phrase, form=form)


def _is_public(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether a noun that is an outlet's and a body's is a body's here, by what stands beside it ("the
    *space* agency", not "the *state news* agency", nor "the *Foo* agency")."""
    nouns, head = vocabulary.nouns, phrase.head
    if not nouns.of_news or head not in nouns.outlet or head not in nouns.body:
        return False
    return bool(phrase.content - {head, *head.split()} - nouns.of_news - phrase.hints)


def _body(phrase: Phrase, core: Sequence[Word], opening: Opening, vocabulary: Vocabulary) -> Phrase:
    """Read a body: "Russia's defence ministry" is named by its country, "the company" points back, "the UN
    agency" is the UN."""
    phrase = replace(phrase, plural=phrase.plural and core[-1].folded not in vocabulary.nouns.body)
    kind = SourceKind.GROUP if phrase.plural else SourceKind.ORGANISATION
    generic, owner = phrase.head in vocabulary.nouns.generic_body, phrase.belongs
    generic = generic and (bool(owner) or not _is_public(phrase, vocabulary))  # not "the UN refugee agency"
    if generic and owner and owner.name and not opening.belongs:
        return replace(owner, nouns=phrase.nouns | owner.nouns, belongs=None)
    if not generic and not opening.indefinite and (phrase.countries or phrase.belongs):
        return replace(phrase, kind=kind, form=Form.NAME, name=written(core), belongs=None, plural=False)
    return replace(phrase, kind=kind, form=Form.SHORT if opening.bare else Form.DESCRIPTION)
