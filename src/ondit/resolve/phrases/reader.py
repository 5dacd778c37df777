"""From the words of a source phrase to a `Phrase`.

The steps are few and can be read off: the phrase is cut into its core ("a senior official"), what the core
belongs to ("of the ministry") and appositions (", Anna Berg"); `core` reads the first, the others tell more.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from ondit.model.source import SourceKind
from ondit.resolve.phrases.core import read_core
from ondit.resolve.phrases.names import written
from ondit.resolve.phrases.phrase import Form, Phrase
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word

_VERBAL, _NOUNS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "PRON"})
_OWN = 3  # words of "our own correspondent"
_MOST_APPOSITIONS = 2  # "Anna Berg, 43, a spokeswoman": what stands further away says less of the source


def read_phrase(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Return the phrase that the words make; None when there is no word, or nothing but a number ("over
    9,000")."""
    while len(words) > 1 and words[0].folded in vocabulary.says.leading and not words[0].capital:
        words = words[1:]
    if not words or (_is_number(words[-1]) and not any(word.capital for word in words)):
        return None
    phrase = _pronoun(words, vocabulary) or _free(words, vocabulary) or _compound(words, vocabulary)
    spans = tuple(word.span for word in words)
    return replace(phrase, spans=spans)


def coordinated(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[tuple[Word, ...], ...]:
    """Return the sources that a phrase names side by side ("Anna Berg and Ken Ito"), else the phrase alone.

    Only two proper names that each stand on their own are parted: "the Ministry of Trade and Industry" is
    one.
    """
    names_of = vocabulary.naming.body
    for place in range(1, len(words) - 1):
        left, right = words[:place], words[place + 1 :]
        if words[place].folded not in vocabulary.says.conjunctions:
            continue
        article = right[0].folded in vocabulary.says.definite and len(right) > 1
        first = right[1] if article else right[0]
        if _is_role(left, vocabulary) and _is_role(right, vocabulary):
            return (tuple(left), *coordinated(right, vocabulary))
        ends = {match.end for match in vocabulary.matches(left)}
        if not (left[-1].capital or place in ends):
            continue
        outlets = place in ends and bool(vocabulary.matches(right))
        persons = len(left) > 1 and len(right) > 1 and not any(word.folded in names_of for word in words)
        if (first.capital or outlets) and (outlets or persons or article):
            return (tuple(left), *coordinated(right, vocabulary))
    return (tuple(words),)


def _is_number(word: Word) -> bool:
    return not any(character.isalpha() for character in word.text)


def _is_role(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether words are one person by role with an article of his own ("the captain")."""
    last = words[-1]
    opens = words[0].folded in vocabulary.groups.articles
    return opens and len(words) > 1 and last.lemma in vocabulary.persons and not last.plural


def _pronoun(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    says, word = vocabulary.says, words[0]
    pronoun = word.folded.partition(" ")[0]
    form, kind = Form.PRONOUN, SourceKind.PERSON
    noun = vocabulary.head(words)
    own_nouns = vocabulary.groups.own_staff
    if count := _counted(words, vocabulary):
        return Phrase(
            text=written(words),
            spans=(),
            form=form,
            kind=SourceKind.GROUP,
            head=noun,
            plural=True,
            count=count,
        )
    if len(words) == 2 and word.folded in says.definite and words[1].folded in vocabulary.groups.turns:
        return Phrase(
            text=written(words),
            spans=(),
            form=form,
            kind=SourceKind.UNNAMED,
            head=noun,
            which=words[1].folded,
        )
    if 2 <= len(words) <= _OWN and word.folded in says.own_outlet and noun in own_nouns:
        form, kind = Form.OWN, SourceKind.OUTLET
    elif len(words) > 1 or (len(word.text) > 1 and word.text.isupper()):
        return None
    elif pronoun in says.own_voice:
        form, kind = Form.OWN, SourceKind.OUTLET
    elif pronoun in says.they:
        kind = SourceKind.GROUP
    elif pronoun in says.it:
        kind = SourceKind.ORGANISATION
    elif pronoun in says.relative:
        kind = SourceKind.UNNAMED
    elif pronoun not in says.person:
        return None
    return Phrase(
        text=written(words),
        spans=(),
        form=form,
        kind=kind,
        head=noun if len(words) > 1 else pronoun,
        gender=vocabulary.gender_of(words[:1]) if kind is SourceKind.PERSON else None,
        plural=kind is SourceKind.GROUP,
    )


def _counted(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """Return how many persons a phrase means that says nothing else ("the two", "all three"), or 0."""
    reference = vocabulary.reference
    opening = vocabulary.groups.whole
    bare = [word for word in words if word.folded not in opening]
    points_back = len(bare) < len(words) or bare[0].folded not in vocabulary.says.count
    return reference.counts.get(bare[0].folded, 0) if len(bare) == 1 and points_back else 0


def _free(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Read "what the Gazette announced": the outlet in it is the source."""
    if words[0].folded not in vocabulary.says.free:
        return None
    match = next(iter(vocabulary.matches(words)), None)
    return read_core(words[match.start : match.end], vocabulary) if match else None


def _compound(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    if vocabulary.naming.caseless:
        while len(words) > 1 and words[-1].text[:1].isdigit():  # "직원 2명"
            words = words[:-1]
        if special := _titled(words, vocabulary) or _officer(words, vocabulary):
            return special
    core, rest = _parted(words, vocabulary)
    phrase = read_core(core, vocabulary)
    pieces = _pieces(rest)
    if pieces and not pieces[0][0].apart:
        phrase = _completed(phrase, pieces.pop(0), vocabulary)
    for piece in pieces[:_MOST_APPOSITIONS]:
        phrase = _apposed(phrase, piece, vocabulary)
    return phrase


def _titled(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Read a name with a form of address behind it ("주민 배순자 씨"), or with its body and post ("임도현
    외교부 대변인"); None when the words are no such phrase."""
    head, first = words[-1].lemma, words[0].lemma
    names = _names_behind(words, vocabulary)
    if vocabulary.says.head_first and names and first in vocabulary.nouns.spokes | vocabulary.nouns.office:
        head, name = first, words[-names:]
    elif len(words) > 1 and head in vocabulary.nouns.title:
        name = words[-2:-1]
    elif len(words) > 2 and head in vocabulary.nouns.spokes and words[0].capital:
        if not all(word.lemma in vocabulary.nouns.body for word in words[1:-1]):
            return None
        name = words[:1]
    else:
        return None
    return Phrase(
        text=written(words),
        spans=(),
        form=Form.NAME,
        kind=SourceKind.PERSON,
        name=written(name),
        head=head,
        nouns=frozenset({head}),
    )


def _names_behind(words: Sequence[Word], vocabulary: Vocabulary) -> int:
    """Return how many words at the end are a name behind a body or title ("المتحدث باسم الحكومة | رامي
    عواد"), 0 when they are none."""
    length = next((at for at in range(len(words)) if not words[-1 - at].capital), len(words))
    prefix = vocabulary.fold_prefix
    if not 1 < length < len(words) or (prefix and words[-length].folded.startswith(prefix)):
        return 0
    before = words[-length - 1]
    return length if before.lemma in vocabulary.nouns.body | vocabulary.nouns.title else 0


def _officer(words: Sequence[Word], vocabulary: Vocabulary) -> Phrase | None:
    """Read a role, the body of the table that it is of, and the name behind it, in a script where no capital
    shows where the name begins; None when the words are no such phrase."""
    nouns, head = vocabulary.nouns, vocabulary.head(words)
    match = next((one for one in vocabulary.matches(words) if one.start > 0), None)
    if match is None or head not in nouns.spokes | nouns.office | nouns.people:
        return None
    body = read_core(words[match.start : match.end], vocabulary)
    name = words[match.end :]
    named = bool(name) and all(word.capital for word in name)
    return Phrase(
        text=written(words),
        spans=(),
        form=Form.NAME if named else Form.DESCRIPTION,
        kind=SourceKind.PERSON if named else SourceKind.UNNAMED,
        name=written(name) if named else "",
        head=head,
        nouns=frozenset({head}),
        belongs=body,
        content=frozenset({head}),
    )


def _parted(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return the core and the rest."""
    inside: set[int] | None = None
    for place in range(1, len(words)):
        word = words[place]
        ends = _is_boundary(words, place, vocabulary) and not word.capital
        if not (word.apart or (ends and not _joins(words, place, vocabulary))):
            continue
        if inside is None:
            found = vocabulary.matches(words)
            inside = {place for match in found for place in range(match.start + 1, match.end)}
        if place not in inside:
            return words[:place], words[place:]
    return words, ()


def _is_boundary(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word ends a core: a preposition, a relative pronoun, or a verb behind a noun ("records
    *compiled* by")."""
    word, before = words[place], words[place - 1]
    verb = word.pos in _VERBAL and before.pos in _NOUNS and place < len(words) - 1
    return verb or (word.folded in vocabulary.says.boundary and before.folded not in vocabulary.introducing)


def _joins(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a small word stands inside a proper name ("Ministry of Defence")."""
    if words[place].folded not in vocabulary.says.joins or not words[place - 1].text[:1].isupper():
        return False
    following = words[place + 1 : place + 3]
    if following and following[0].folded in vocabulary.says.definite:
        following = following[1:]
    bodies = vocabulary.groups.body_names
    posts = vocabulary.groups.posts
    before = [word.folded for word in words[:place] if word.text[:1].isupper()]
    post = words[place - 1].capital and words[place - 1].folded in posts
    name = any(word in bodies for word in before) or post
    return name and bool(following) and following[0].capital


def _pieces(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    pieces: list[list[Word]] = []
    for word in words:
        if word.apart or not pieces:
            pieces.append([])
        pieces[-1].append(word)
    return [tuple(piece) for piece in pieces]


def _completed(phrase: Phrase, piece: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    """Add what the core belongs to: "for Volvo", "cited by RIA"; and the countries it names."""
    says = vocabulary.says
    countries = phrase.countries | vocabulary.countries(piece)
    content = phrase.content | {word.lemma for word in piece if word.folded not in says.boundary}
    phrase = replace(phrase, content=frozenset(content), countries=countries)
    if phrase.form is Form.SHORT:
        phrase = replace(phrase, form=Form.DESCRIPTION)
    if phrase.kind is SourceKind.GROUP and not phrase.is_relay and piece[0].folded not in says.belongs:
        phrase = replace(phrase, kind=SourceKind.UNNAMED)
    skip = 2 if piece[0].folded in says.cited and len(piece) > 2 else 1
    leads = says.issued if phrase.kind is SourceKind.DOCUMENT else says.belongs
    if len(piece) <= skip or not (skip == 2 or piece[0].folded in leads):
        return phrase
    body = _compound(piece[skip:], vocabulary)
    known = body.form in {Form.NAME, Form.SHORT, Form.OFFICE}
    if not known or (body.name and vocabulary.is_country(piece[skip:])):
        return _anchored(phrase, vocabulary)
    return _anchored(replace(phrase, belongs=phrase.belongs or body), vocabulary)


def _anchored(phrase: Phrase, vocabulary: Vocabulary) -> Phrase:
    """A post or a body that now has a place or an owner is named by it ("the mayor of Oslo")."""
    if phrase.form is not Form.DESCRIPTION or phrase.plural or not (phrase.countries or phrase.belongs):
        return phrase
    if phrase.head in vocabulary.nouns.office and phrase.definite:
        return replace(phrase, form=Form.OFFICE, kind=SourceKind.PERSON)
    return phrase


def _apposed(phrase: Phrase, piece: Sequence[Word], vocabulary: Vocabulary) -> Phrase:
    """Add an apposition: a role behind a name, a name behind a description, an age behind a person."""
    if piece[0].folded.isdigit() and len(piece) == 1:
        aged = phrase.name and not phrase.outlets
        return replace(phrase, kind=SourceKind.PERSON, sure=True) if aged else phrase
    if piece[0].folded in vocabulary.says.boundary and not piece[0].capital:
        return phrase
    if piece[0].folded in vocabulary.groups.owning:
        return phrase
    beside = _compound(piece, vocabulary)
    nouns = phrase.nouns | beside.nouns
    described = phrase.introduces or phrase.name[:1].islower()  # "the museum's insurer, Foo"
    kind_first = described and bool(phrase.head) and beside.form is Form.NAME
    if phrase.form is Form.NAME and not kind_first:
        told = _kind_of(beside.head, vocabulary) if beside.form is not Form.NAME else None
        told = None if phrase.outlets else told
        return replace(
            phrase,
            kind=told or phrase.kind,
            sure=phrase.sure or told is not None,
            gender=phrase.gender or beside.gender,
            nouns=nouns,
            belongs=phrase.belongs or beside.belongs,
            head=beside.head,
        )
    if beside.form is Form.NAME:
        told = None if beside.outlets else _kind_of(phrase.head, vocabulary)
        return replace(
            beside,
            kind=told or beside.kind,
            sure=beside.sure or told is not None,
            gender=phrase.gender or beside.gender,
            nouns=nouns,
            belongs=phrase.belongs or beside.belongs,
            countries=phrase.countries,
            head=phrase.head,
            definite=phrase.definite,
            content=phrase.content,
        )
    return phrase


def _kind_of(noun: str, vocabulary: Vocabulary) -> SourceKind | None:
    """Return the kind of a name that stands beside a noun, None when the noun does not tell."""
    if noun in vocabulary.reference.either:
        return None
    if noun in vocabulary.groups.roles:
        return SourceKind.PERSON
    if noun in vocabulary.nouns.outlet:
        return SourceKind.OUTLET
    return SourceKind.ORGANISATION if noun in vocabulary.nouns.body else None
