"""Of which kind a body is that every country has, and who speaks for one: "police", "la polizia", "police
chief Jo Hale"."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ondit.model.article import Article
from ondit.model.source import Source, SourceKind
from ondit.resolve.outlets.lookup import Lookup
from ondit.resolve.outlets.national import kinds_table
from ondit.resolve.outlets.table import Match
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.text.fold import fold
from ondit.text.tokens import BARE_WORD, is_one_by_one

_SPEAKING = {SourceKind.PERSON, SourceKind.UNNAMED}
"""Kinds of sources that can speak for a body."""


def national_kinds(article: Article, sources: Iterable[Source], vocabulary: Vocabulary) -> tuple[Source, ...]:
    """Return the sources, each with the kind of the national body that it is or speaks for.

    A body is of a kind where its name is nothing but that of the kind, with a country, a town or another name
    beside it ("the Velland army"). A person speaks for one that his own body is, or that stands beside his
    name with his office ("coastguard captain Jo Hale"); so does an unnamed holder of an office. Who held it
    once does not. What was taken for a description and is nothing but such a name is that body.
    """
    kinds = _Kinds(vocabulary)
    found = {one.id: _with_kind(one, kinds) for one in sources}
    return tuple(_officer(one, article, kinds, found) for one in found.values())


def _with_kind(source: Source, kinds: "_Kinds") -> Source:
    national = kinds.of(source)
    described = source.kind is SourceKind.UNNAMED and not source.plural
    is_body = national and described and not kinds.names_somebody(source.name)
    return replace(source, national=national, kind=SourceKind.ORGANISATION if is_body else source.kind)


def _officer(source: Source, article: Article, kinds: "_Kinds", found: Mapping[str, Source]) -> Source:
    if source.national or source.kind not in _SPEAKING or source.plural:
        return source
    body = found.get(source.speaks_for or "")
    if body:
        return replace(source, national=body.national)
    beside = (kinds.beside(article.cut(span)) for span in source.mentions)
    return replace(source, national=next(filter(None, beside), ()))


class _Kinds:
    """The kinds of national bodies in the words of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._lookup = Lookup(kinds_table(), vocabulary.naming)
        says, nouns = vocabulary.says, vocabulary.nouns
        self._idle = says.definite | says.joins | says.belongs | nouns.body | nouns.generic_body
        self._offices = nouns.office | nouns.spokes | vocabulary.leading
        self._somebody = self._offices | nouns.source | nouns.people | nouns.reporter

    def of(self, source: Source) -> tuple[str, ...]:
        """Return the kind that a source is of; of one in the outlets table its row tells."""
        outlet = self._vocabulary.table.by_id.get(source.outlet_id or "")
        kind = self._vocabulary.national.kind_of(outlet)
        if outlet:
            return (kind, outlet.country) if kind else ()
        return self.whole(source.name)

    def whole(self, name: str) -> tuple[str, ...]:
        """Return the kind that a whole name is of, with what stands beside it; nothing where that tells
        something else."""
        words = BARE_WORD.findall(name)
        match = self._only(words)
        if match is None:
            return ()
        beside: set[str] = set()
        for word in (*words[: match.start], *words[match.end :]):
            countries = self._vocabulary.countries_in(word)
            if countries:
                beside |= countries
            elif fold(word) in self._idle or len(word) == 1:
                continue
            elif word[:1].isupper():
                beside.add(fold(word))
            else:
                return ()
        return (match.outlets[0].id, *sorted(beside))

    def names_somebody(self, name: str) -> bool:
        """Tell whether a name holds a noun for a person: "army spokesman", in one word "政府高官"."""
        words = [fold(word) for word in BARE_WORD.findall(name)]
        if any(is_one_by_one(sign) for sign in name):
            return any(noun in "".join(words) for noun in self._somebody)
        return any({word, self._lookup.stem(word)} & self._somebody for word in words)

    def beside(self, mention: str) -> tuple[str, ...]:
        """Return the kind that stands beside an office in the words for a person, or that the office heads
        ("health minister")."""
        words = BARE_WORD.findall(mention)
        forms = {form for word in map(fold, words) for form in (word, self._lookup.stem(word))}
        headed = [self._headed(word) for word in words]
        match = self._only(words)
        if match is None or not forms & self._offices:
            match = self._only(headed) if headed != words else None
        if match is None or forms & self._vocabulary.past:
            return ()
        return (match.outlets[0].id,)

    def _headed(self, post: str) -> str:
        """Return the word for the body that a post heads, any other word as it is."""
        for end, body in self._vocabulary.nouns.heads.items():
            if fold(post).endswith(end):
                return post[: len(post) - len(end)] + body
        return post

    def _only(self, words: Sequence[str]) -> Match | None:
        found = self._lookup.names_in(words)
        return found[0] if len(found) == 1 and len(found[0].outlets) == 1 else None
