"""Mentions of claims, claims, stories, copies; and what is kept so that more can be linked to them."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from ondit.model.attribution import Polarity
from ondit.model.span import Span


class Voice(StrEnum):
    """How an article carries a claim."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DENIED = "denied"


class Quantity(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A quantity in a text. `value` is absolute (1.5 billion = 1500000000); `upper` is the other end of a
    range.

    `unit` is without scale, lower case: the noun counted ("workers"), a currency code, a measure; empty
    when none.
    """

    value: float
    upper: float | None = None
    unit: str = ""
    modifier: str = ""
    span: Span


class Mention(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A claim mention: the content of one attribution, or a sentence in the outlet's own voice, kept word
    for word.

    `attribution_id` is None for the outlet's own voice. `sentence` counts body sentences from 0 and is -1 in
    the title. `terms` are the content words as lemmas, sorted, without repetition; `names` the proper names,
    folded. `polarity` is that of the mention as it stands: negative when its attribution denies it or its
    own sentence does. `predicate` is the lemma of its main event, `agents` who does it, `patients` to whom
    it is done (folded names, else lemmas), `places` the names of where; all empty where no parser read it.
    `language` is the primary subtag of the article's language, `beside` are the words of its sentences
    outside it, kept where no parser read them. `relayed` tells that who says it is an outlet or unnamed.
    `context` are folded names that the mention leaves out and its article fills in: whom the article is
    about, and the person or body that speaks.
    """

    id: str
    article_id: str
    spans: tuple[Span, ...]
    text: str
    attribution_id: str | None = None
    sentence: int
    language: str = ""
    beside: str = ""
    relayed: bool = False
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    predicate: str = ""
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    voice: Voice = Voice.ASSERTED


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """What several mentions, in one or many articles, say alike. `text` is the most central mention, word
    for word.

    `negated` marks a claim that is itself a negative statement ("no survivors were found"): a negative
    mention supports it.
    """

    id: str
    text: str
    mentions: tuple[Mention, ...]
    story: str | None = None
    negated: bool = False

    @property
    def carriers(self) -> tuple[str, ...]:
        """The ids of the articles that carry the claim, in the order of its mentions, each once."""
        return tuple(dict.fromkeys(mention.article_id for mention in self.mentions))

    @property
    def supporters(self) -> frozenset[str]:
        """The ids of the articles with a mention that puts the claim forward."""
        return frozenset(
            one.article_id for one in self.mentions if self.negated or one.polarity is Polarity.POSITIVE
        )

    @property
    def deniers(self) -> frozenset[str]:
        """The ids of the articles with a mention that denies the claim."""
        return frozenset(
            one.article_id for one in self.mentions if not self.negated and one.polarity is Polarity.NEGATIVE
        )


class Story(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One event: the articles about it and the claims they make. `title` is that title which has most of
    what the titles and ledes of all have in common."""

    id: str
    title: str
    articles: tuple[str, ...]
    claims: tuple[str, ...]


class MainStance(StrEnum):
    """What an article as a whole holds of its main claim."""

    FOR = "for"
    AGAINST = "against"
    OBSERVING = "observing"


class Passage(msgspec.Struct, frozen=True, gc=False):
    """One passage that two articles share."""

    later: Span
    earlier: Span


class Copy(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """Text reuse: `later` and `earlier` are article ids; `share` is the share (0 to 1) of the later text
    that is shared.

    `credited` is True when the later article credits the earlier one or the outlet that both credit.
    `ordered` is False where the two times do not settle which came first: the direction is then by
    completeness and credit, and unsure.
    """

    later: str
    earlier: str
    credited: bool
    passages: tuple[Passage, ...]
    share: float = 0.0
    ordered: bool = True


class MainClaim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The claim that title and lede of an article make, the article's stance to it, and its story."""

    article_id: str
    claim_id: str
    stance: MainStance
    story_id: str


class Linking(msgspec.Struct, frozen=True, kw_only=True):
    """What the articles of a collection have in common: the result of the match room."""

    claims: tuple[Claim, ...] = ()
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    mains: tuple[MainClaim, ...] = ()


Moment = tuple[datetime, datetime, bool, int, str]
"""The sort key of publication: see `match.order.reading_time`."""


class Frequency(msgspec.Struct, frozen=True, gc=False):
    """In how many articles a term stands: anywhere, in title or lede, in a mention."""

    articles: int = 0
    ledes: int = 0
    mentions: int = 0


class Card(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What is needed of an article to tell of its story. `ledes` are the ids of the mentions in title and
    lede, each with the weight it has there; `stance` is the article's to its main claim."""

    article_id: str
    moment: Moment
    title: str
    stance: MainStance
    ledes: tuple[tuple[str, float], ...] = ()


class Group(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A claim or a story as a cluster: its members in the order in which they came, and the sum of their
    vectors.

    `number` is given by whoever keeps it, 0 until then. `articles` are those that the members stand in, where
    members are mentions. `fresh` are terms of `vector` under which it is not filed yet.
    """

    key: str
    number: int = 0
    members: tuple[str, ...]
    articles: tuple[str, ...] = ()
    vector: dict[str, float]
    fresh: tuple[str, ...] = ()


class Filing(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be kept of articles just linked.

    `frequencies` are to be added to those kept, by term. `shingles` are, by article, the hashes under which
    it is found when another text shares its words.
    """

    cards: tuple[Card, ...] = ()
    frequencies: Mapping[str, Frequency] = {}
    stories: tuple[Group, ...] = ()
    claims: tuple[Group, ...] = ()
    shingles: Mapping[str, tuple[int, ...]] = {}


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a linking: all that is new or other than before, and what is to be kept of it.

    `gone` are ids of claims and stories that are no more. `copied` are ids of articles whose copies, as the
    later article, were looked for anew: those in `linking` are all they have. The stories in `linking` are
    without their claims: those are the claims that name them. `grown` are ids of large claims that were known
    before: in `linking` they have only the mentions that are new to them.
    """

    linking: Linking
    grown: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    filing: Filing = Filing()
