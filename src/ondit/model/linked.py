"""What is kept of linked articles, so that more can be linked to them without looking at them all."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from ondit.model.claim import Linking, MainStance

Moment = tuple[datetime, datetime, bool, int, str]
"""The sort key of publication: see `match.order.reading_time`."""


class Frequency(msgspec.Struct, frozen=True):
    """In how many articles a term stands: anywhere, in title or lede, in a mention."""

    articles: int = 0
    ledes: int = 0
    mentions: int = 0


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed of an article to tell of its story. `ledes` are the ids of the mentions in title and
    lede, each with the weight it has there; `stance` is the article's to its main claim."""

    article_id: str
    moment: Moment
    title: str
    stance: MainStance
    ledes: tuple[tuple[str, float], ...] = ()


class Group(msgspec.Struct, frozen=True, kw_only=True):
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


class Block(msgspec.Struct, frozen=True):
    """The groups filed under one term, by number, in the order of filing, each with what the term weighed in
    the average of its members when it was filed."""

    numbers: list[int]
    averages: list[float]


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
    without their claims: those are the claims that name them.
    """

    linking: Linking
    gone: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    filing: Filing = Filing()
