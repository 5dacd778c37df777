"""Claims: the mentions that say alike, grouped by words and slots."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from ondit.match.collection import Collection
from ondit.match.identity import LEAST_LIKE, LEAST_TO_FOUND, Identity
from ondit.match.known import Asked
from ondit.match.meaning.concepts import acts_and_things
from ondit.match.meaning.traits import said
from ondit.match.referring import refers_back
from ondit.model.claim import Claim, Group, Mention
from ondit.model.span import share_text
from ondit.text.clusters import CENTRAL_OF, AverageLink, Effort, Filed, Integers, Kept
from ondit.text.weights import Vector

CLAIM_EFFORT = Effort(
    looks=100, candidates=5
)  # 8 candidates, or 200 and 16, do no better on the tuning stories


class _Placed:
    """The claims that are kept, with their mentions placed in their articles."""

    def __init__(self, kept: Kept, article_of: dict[str, str]) -> None:
        self._kept, self._article_of = kept, article_of

    def group(self, key: str) -> Group | None:
        """Return the claim with this key."""
        return self._place(self._kept.group(key))

    def numbered(self, numbers: Sequence[int]) -> list[Group]:
        """Return the claims with these numbers."""
        return [group for one in self._kept.numbered(numbers) if (group := self._place(one))]

    def counts(self, terms: Sequence[str], most: int) -> Integers:
        """Return how many claims are filed under each of these terms."""
        return self._kept.counts(terms, most)

    def filed(self, terms: Sequence[str], most: int) -> Filed:
        """Return the claims filed under these terms."""
        return self._kept.filed(terms, most)

    def _place(self, group: Group | None) -> Group | None:
        if group:
            self._article_of.update(zip(group.members, group.articles, strict=True))
        return group


class Claims:
    """The claims of a collection, known ones and those found since. `open` are the ids of known ones that may
    still be joined to each other."""

    def __init__(
        self, collection: Collection, identity: Identity, open: AbstractSet[str] = frozenset()
    ) -> None:
        self._collection = collection
        self._known: Asked[str, Mapping[str, str]] = Asked(collection.known.claims_of)
        self._vectors: Asked[str, Vector] = Asked(collection.mention_vector)
        kept = _Placed(collection.known.claims, collection.article_of)
        self._clusters = AverageLink(identity, LEAST_LIKE, CLAIM_EFFORT, kept, open)

    def add(self, mentions: Sequence[Mention]) -> None:
        """Give every mention its claim.

        Short ones found none but may join. One without any term of its own ("denied the claims"), and one
        that only refers back ("the deployment was confirmed by"), speak of the claim before them. The same
        words attributed twice ("A said, citing B") go together.
        """
        clusters = self._clusters
        vectors = {one.id: self._vectors[one.id] for one in mentions}
        firsts: dict[tuple[object, ...], str] = {}
        for mention in mentions:
            firsts.setdefault((mention.article_id, mention.spans), mention.id)
        back = _referring(mentions)
        founders = [
            one.id
            for one in mentions
            if len(one.terms) >= LEAST_TO_FOUND
            and firsts[one.article_id, one.spans] == one.id
            and one.id not in back
        ]
        for mention_id in founders:
            clusters.found(mention_id, vectors[mention_id])
        clusters.look_up({one: vectors[one] for one in firsts.values() if vectors[one]})
        clusters.settle(founders)
        before: dict[str, str] = {}
        for mention in mentions:
            first = firsts[mention.article_id, mention.spans]
            key = clusters.key_of.get(first)
            if key is None and mention.terms:
                key = before.get(mention.article_id) if mention.id in back else None
                key = key or clusters.join(first, vectors[first])
                told = self._collection.readings[mention.article_id].mentions
                key = key or _said_again(mention, told, clusters.key_of)
                if key and first not in clusters.key_of:
                    clusters.put(first, vectors[first], key)
            elif key is None and mention.article_id in before:
                clusters.put(first, vectors[first], before[mention.article_id])
            if first != mention.id and first in clusters.key_of:
                clusters.put(mention.id, vectors[mention.id], clusters.key_of[first])
            if key:
                before[mention.article_id] = key

    @property
    def touched(self) -> tuple[str, ...]:
        """The keys of the claims that were founded or grew."""
        return self._clusters.touched

    @property
    def grown(self) -> tuple[str, ...]:
        """The keys of the claims that took in a known one."""
        return self._clusters.grown

    def gone(self) -> tuple[str, ...]:
        """Return the ids of known claims that are no more."""
        return self._clusters.gone()

    def articles(self, key: str) -> list[str]:
        """Return the article of each mention of a claim, the mentions in the order in which they came."""
        return [self._collection.article_of[one] for one in self._clusters.members(key)]

    def key_of(self, mention_id: str, article_id: str) -> str | None:
        """Return the key of the claim of a mention of an article, None where it has none."""
        return self._clusters.key_of.get(mention_id) or self._known[article_id].get(mention_id)

    def of(self, article_id: str) -> set[str]:
        """Return the keys of the claims of an article."""
        mentions = self._collection.readings.get(article_id)
        ids = [one.id for one in mentions.mentions] if mentions else list(self._known[article_id])
        return {key for one in ids if (key := self.key_of(one, article_id))}

    def group(self, key: str) -> Group:
        """Return a claim as it is to be kept."""
        return replace(self._clusters.group(key, "clm"), articles=tuple(self.articles(key)))

    def id_of(self, key: str) -> str:
        """Return the id of a claim."""
        return self._clusters.name(key, "clm")

    def is_large(self, key: str) -> bool:
        """Tell whether so much of a claim is known that new mentions hardly change its wording: they are
        added to it, and it is not made anew."""
        return self._clusters.kept_size(key) > CENTRAL_OF

    def made(self, key: str, story: str, *, whole: bool = True) -> Claim:
        """Return a claim as a record, in the order of publication; `story` is the id of its story. Not whole
        it has only the mentions that were not known."""
        members = self._clusters.members(key)[0 if whole else self._clusters.kept_size(key) :]
        mentions = self._collection.in_order(members)
        central = self._collection.mentions[self._clusters.central(key, self._vectors.__getitem__)]
        if len(central.terms) < LEAST_TO_FOUND or refers_back(central):
            telling = [one for one in mentions if not refers_back(one)] or [central]
            central = max(telling, key=lambda one: (len(one.terms), one.id))
        return Claim(id=self.id_of(key), text=central.text, mentions=tuple(mentions), story=story)


def _said_again(mention: Mention, told: Sequence[Mention], key_of: Mapping[str, str]) -> str | None:
    """Return the claim that a short mention says again in a few of its words; `told` are the mentions of its
    article.

    "The firm denied that anyone was hurt" is too short to be compared; beside "40 men were hurt" it is the
    same act, and says nothing that is not said there. Nor does "no takeover talks" beside "in talks to buy".
    A part of another mention says nothing again, and names alone say nothing.
    """
    named = {word for name in mention.names for word in name.split()}
    if named.issuperset(mention.terms):
        return None
    own = [said((term,), mention.language) for term in mention.terms]
    acts = acts_and_things(mention)[0]
    for other in told:
        key = key_of.get(other.id)
        if not key or share_text(mention.spans, other.spans):
            continue
        words = said(other.terms, other.language)
        same_act = mention.predicate in mention.terms and other.predicate == mention.predicate
        same_act = same_act or not acts.isdisjoint(acts_and_things(other)[0])
        if (same_act or len(own) > 1) and not any(words.isdisjoint(term) for term in own):
            return key
    return None


def _referring(mentions: Sequence[Mention]) -> set[str]:
    """Return the ids of the mentions that only refer to one before them in their article."""
    found: set[str] = set()
    begun: set[str] = set()
    for one in mentions:
        if one.article_id in begun and refers_back(one):
            found.add(one.id)
        begun.add(one.article_id)
    return found
