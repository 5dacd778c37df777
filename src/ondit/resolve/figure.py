"""A figure: somebody the article speaks of, while the article is still being read."""

from dataclasses import dataclass, field

from ondit.languages.given_names import Gender
from ondit.model.article import Article
from ondit.model.ids import content_id
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span, in_order
from ondit.resolve.outlets.table import Outlet
from ondit.resolve.phrases.phrase import Phrase
from ondit.text.fold import fold

NAMED = "name"
"""What the key of a figure begins with whose name the table does not hold."""


@dataclass(eq=False)
class Figure:
    """Somebody the article speaks of. Grows with every mention; becomes a `Source` at the end.

    `key` are the words its id is made of; `private` is True when the id must not meet that of another
    article. `nouns` are the common nouns the article has used of it, `weight` is how often it names it in
    full. `sure` is False while nothing but the number of its words tells the kind of a name; `gender` is told
    by a given name, a noun or a pronoun. `count` is how many persons a description means, where it says so;
    `is_place` tells that the text goes somewhere by this name ("*in* Foo"), `told_us` that it spoke to the
    article's own outlet, `fresh` marks one introduced beside another ("a second official"), `national`
    is the kind of body that every country has, `called` are the names by which the article calls an outlet.
    """

    name: str
    kind: SourceKind
    key: tuple[str, ...]
    private: bool = False
    outlet: Outlet | None = None
    sure: bool = True
    gender: Gender | None = None
    nouns: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    plural: bool = False
    count: int = 0
    fresh: bool = False
    told_us: bool = False
    is_place: bool = False
    is_relay: bool = False
    national: str = ""
    weight: int = 0
    speaks_for: "Figure | None" = None
    via: "Figure | None" = None
    mentions: dict[Span, None] = field(default_factory=dict)
    reasons: dict[str, None] = field(default_factory=dict)
    called: dict[str, None] = field(default_factory=dict)

    @property
    def is_described(self) -> bool:
        """Whether it has no name."""
        return self.key[0] == "described"

    def learn(self, phrase: Phrase) -> None:
        """Learn what a phrase that means this figure says of it."""
        self.nouns |= phrase.nouns
        self.content |= phrase.content
        self.countries |= phrase.countries
        self.gender = self.gender or phrase.gender

    def take(self, phrase: Phrase) -> None:
        """Learn from a source phrase, and keep where it stands."""
        self.learn(phrase)
        self.mentions.update(dict.fromkeys(phrase.spans))

    def id(self, article: Article) -> str:
        """Return the id of the source that this figure is."""
        first = self.kind.value if self.key[0] == NAMED else self.key[0]
        return content_id("src", first, *self.key[1:], *((article.id,) if self.private else ()))

    def source(self, article: Article) -> Source:
        """Return the record of this figure."""
        return Source(
            id=self.id(article),
            name=self.name,
            kind=self.kind,
            mentions=in_order(self.mentions),
            reasons=tuple(self.reasons),
            outlet_id=self.outlet.id if self.outlet else None,
            outlet_kind=self.outlet.kind if self.outlet else None,
            owner=self.outlet.owner if self.outlet else None,
            speaks_for=self.speaks_for.id(article)
            if self.speaks_for and self.speaks_for is not self
            else None,
            via=self.via.id(article) if self.via and self.via is not self else None,
            is_relay=self.is_relay,
            plural=self.plural,
            called=tuple(self.called) if self.outlet else (),
            guessed=not (self.sure or self.outlet or self.speaks_for),
        )


def of_outlet(outlet: Outlet) -> Figure:
    """Return the figure of an outlet of the table."""
    official = outlet.kind.value == "official body"
    return Figure(
        name=outlet.name,
        kind=SourceKind.ORGANISATION if official else SourceKind.OUTLET,
        key=("listed", outlet.id),
        outlet=outlet,
        countries={outlet.country} - {""},
    )


def of_name(name: str, kind: SourceKind, *, key: str = "", private: bool = False) -> Figure:
    """Return the figure of a name that the table does not hold; `key` is what its id is made of, the folded
    name when not given. The kind, which the article may tell only later, becomes part of the id."""
    return Figure(name=name, kind=kind, key=(NAMED, key or fold(name)), private=private)


def of_description(phrase: Phrase, kind: SourceKind | None = None) -> Figure:
    """Return the figure of a description, word for word; its id is private to the article and to the place
    where it first stands."""
    first = phrase.spans[0] if phrase.spans else Span(0, 0, Part.BODY)
    return Figure(
        name=phrase.text,
        kind=kind or phrase.kind,
        key=("described", fold(phrase.text), first.part.value, str(first.start)),
        private=True,
        plural=phrase.plural,
        is_relay=phrase.is_relay,
        gender=phrase.gender,
        count=phrase.count,
        fresh=phrase.fresh,
    )


def of_post(phrase: Phrase) -> Figure:
    """Return the figure of a post that names nobody ("the mayor of Oslo"): its holder, whoever that is. A
    post without a country or a named body is that of this article alone."""
    body = fold(phrase.belongs.name or phrase.belongs.text) if phrase.belongs else ""
    key = " ".join([*sorted(phrase.countries), body, *sorted(phrase.content)])
    anchored = phrase.countries or (phrase.belongs and phrase.belongs.name)
    return Figure(name=phrase.text, kind=SourceKind.PERSON, key=("post", key), private=not anchored)


def may_be(one: Gender | None, other: Gender | None) -> bool:
    """Tell whether two genders told can be those of one person; nothing told can be either."""
    return one is None or other is None or one is other
