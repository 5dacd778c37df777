"""Claims: the mentions that say alike, grouped by words and slots."""

from collections.abc import Iterable, Sequence

from ondit.match.collection import Collection
from ondit.match.identity import LEAST_LIKE, LEAST_TO_FOUND, Identity
from ondit.model.claim import Claim, Mention
from ondit.model.ids import content_id
from ondit.text.clusters import AverageLink, Effort

CLAIM_EFFORT = Effort(looks=100, candidates=8)  # 200 and 16 do no better on the tuning stories


class Claims:
    """The claims of a collection, known ones and those found since."""

    def __init__(self, collection: Collection, identity: Identity, known: Sequence[Claim] = ()) -> None:
        self._collection = collection
        self._clusters = AverageLink(identity.bar, LEAST_LIKE, CLAIM_EFFORT)
        for claim in known:
            members = {one.id: collection.mention_vector(one.id) for one in claim.mentions}
            self._clusters.seed(claim.id, members)

    def add(self, mentions: Sequence[Mention]) -> None:
        """Give every mention its claim.

        Short ones found none but may join. One without any term of its own ("denied the claims"), and one
        that only refers back ("the deployment was confirmed by"), speak of the claim before them. The same
        words attributed twice ("A said, citing B") go together.
        """
        clusters = self._clusters
        vectors = {one.id: self._collection.mention_vector(one.id) for one in mentions}
        firsts: dict[tuple[object, ...], str] = {}
        for mention in mentions:
            firsts.setdefault((mention.article_id, mention.spans), mention.id)
        founders = [
            one.id
            for one in mentions
            if len(one.terms) >= LEAST_TO_FOUND and firsts[one.article_id, one.spans] == one.id
        ]
        for mention_id in founders:
            clusters.found(mention_id, vectors[mention_id])
        clusters.settle(founders)
        before: dict[str, str] = {}
        for mention in mentions:
            first = firsts[mention.article_id, mention.spans]
            key = clusters.key_of.get(first)
            if key is None and mention.terms:
                if self._collection.refers_back(mention):
                    key = before.get(mention.article_id)
                key = key or clusters.join(first, vectors[first]) or self._said_again(mention)
                if key and first not in clusters.key_of:
                    clusters.put(first, vectors[first], key)
            elif key is None and mention.article_id in before:
                clusters.put(first, vectors[first], before[mention.article_id])
            if first != mention.id and first in clusters.key_of:
                clusters.put(mention.id, vectors[mention.id], clusters.key_of[first])
            if key:
                before[mention.article_id] = key

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the keys of claims that were founded or grew since the last time, and the ids of those that
        are no more."""
        touched, gone = self._clusters.changes()
        return touched, tuple(content_id("clm", key) for key in gone)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all claims."""
        return tuple(self._clusters.clusters())

    def mentions(self, key: str) -> list[Mention]:
        """Return the mentions of a claim."""
        return [self._collection.mentions[one] for one in self._clusters.members(key)]

    def key_of(self, mention: Mention) -> str | None:
        """Return the key of the claim of a mention, None where it has none."""
        return self._clusters.key_of.get(mention.id)

    def ids_of(self, mentions: Iterable[Mention]) -> dict[str, str]:
        """Return the ids of the claims of these mentions, by the mentions' ids."""
        return {one.id: self.id_of(key) for one in mentions if (key := self.key_of(one))}

    def id_of(self, key: str) -> str:
        """Return the id of a claim."""
        return self._clusters.name(key, "clm")

    def made(self, key: str, story: str) -> Claim:
        """Return a claim as a record, in the order of publication; `story` is the id of its story."""
        mentions = self._collection.in_order(self._clusters.members(key))
        central = self._collection.mentions[self._clusters.central(key, self._collection.mention_vector)]
        if len(central.terms) < LEAST_TO_FOUND:
            central = max(mentions, key=lambda one: (len(one.terms), one.id))
        return Claim(id=self.id_of(key), text=central.text, mentions=tuple(mentions), story=story)

    def _said_again(self, mention: Mention) -> str | None:
        """Return the claim that a short mention says again in a few of its words, in the same article.

        "The firm denied that anyone was hurt" is too short to be compared; beside "40 men were hurt" it is
        the same act, and says nothing that is not said there.
        """
        own = set(mention.terms)
        for other in self._collection.readings[mention.article_id].mentions:
            key = self._clusters.key_of.get(other.id)
            same_act = mention.predicate and other.predicate == mention.predicate
            if key and same_act and mention.predicate in own and own <= set(other.terms):
                return key
        return None
