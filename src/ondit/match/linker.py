"""Link the claims of a collection: claims, stories, copies, main claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ondit.match.collection import Collection
from ondit.match.copies import CopyIndex
from ondit.match.identity import CLAIM_BAR, Identity, Joining
from ondit.match.mains import lede_claims, main_stance, story_claim
from ondit.match.order import reading_time
from ondit.model.claim import Claim, Copy, Linking, MainClaim, Mention, Story
from ondit.model.reading import Reading
from ondit.text.clusters import AverageLink, Effort, Stray

STORY_BAR = 0.16  # average cosine of two articles' words; 1,309 articles on rumours: B-cubed .960
# (.15: .957, .17: .958, .18: .954)
STORY_STRAY = Stray(floor=0.10, margin=1.7, group=3)  # the same articles: .967, 11 joined, none wrongly
STORY_EFFORT = Effort(looks=500, candidates=10)  # 2,000 looks and 50 candidates find no better stories
CLAIM_EFFORT = Effort(looks=100, candidates=8)  # 500 and 20 take twice the time for 5% fewer claims
_LEAST_TO_FOUND = 3  # terms a mention needs to found a claim; shorter ones may only join


class Linker:
    """Links articles as they come. Build it from what is known, add articles, ask for the linking.

    Known claims and stories keep their ids and members; what is added joins them or founds new ones. The
    linking of a batch does not depend on the order of the batch.
    """

    def __init__(self, known: Linking | None = None, readings: Iterable[Reading] = ()) -> None:
        known = known or Linking()
        self._collection = Collection()
        self._copy_index = CopyIndex()
        self._identity = Identity(self._collection)
        self._claims = AverageLink(self._identity.bar, CLAIM_BAR, CLAIM_EFFORT)
        self._copies: defaultdict[str, tuple[Copy, ...]] = defaultdict(tuple)
        self._take(readings)
        for copy in known.copies:
            self._copies[copy.later] += (copy,)
        self._known_stories = known.stories
        self._added: list[str] = []
        self._stories = self._seeded_stories()
        for claim in known.claims:
            members = {one.id: self._collection.mention_vector(one.id) for one in claim.mentions}
            self._claims.seed(claim.id, members)
        self._identity.story_of = self._stories.key_of

    def add(self, readings: Sequence[Reading]) -> None:
        """Link more articles. One that is known already is left as it is."""
        new = sorted((one for one in readings if one.id not in self._collection.readings), key=reading_time)
        self._take(new)
        self._copies.update(self._copy_index.copies([one.id for one in new]))
        self._found_stories([one.id for one in new])
        self._added.extend(one.id for one in new)
        self._link_mentions([mention for reading in new for mention in reading.mentions])

    def settle(self) -> None:
        """Find the stories of all that was added anew, together: as if it had come in one batch.

        What came in a first batch was put together without the second, and without knowing which words are
        rare in both.
        """
        self._stories = self._seeded_stories()
        self._found_stories(self._added)
        self._identity.story_of = self._stories.key_of

    def linking(self) -> Linking:
        """Return all that is linked so far, in an order that depends on nothing but the content."""
        claims = tuple(sorted(self._made_claims(), key=lambda claim: claim.id))
        claim_of = {mention.id: claim.id for claim in claims for mention in claim.mentions}
        return Linking(
            claims=claims,
            stories=tuple(sorted(self._made_stories(claims), key=lambda story: story.id)),
            copies=tuple(copy for _, copies in sorted(self._copies.items()) for copy in copies),
            mains=tuple(sorted(self._made_mains(claim_of), key=lambda main: main.article_id)),
        )

    def explain(self, one: Mention, other: Mention) -> Joining:
        """Tell why two mentions of the collection are one claim or two."""
        return self._identity.explain(one.id, other.id)

    def _take(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            self._collection.add(reading)
            self._copy_index.add(reading)

    def _seeded_stories(self) -> AverageLink:
        stories = AverageLink(lambda articles, others: STORY_BAR, STORY_BAR, STORY_EFFORT)
        for story in self._known_stories:
            stories.seed(story.id, {one: self._collection.article_vector(one) for one in story.articles})
        return stories

    def _found_stories(self, article_ids: Sequence[str]) -> None:
        for one in article_ids:
            self._stories.found(one, self._collection.article_vector(one))
        self._stories.settle(article_ids)
        self._stories.adopt(article_ids, STORY_STRAY)

    def _link_mentions(self, mentions: Sequence[Mention]) -> None:
        """Give every mention its claim.

        Short ones found none but may join. One without any term of its own ("denied the claims"), and one
        that only refers back ("the deployment was confirmed by"), speak of the claim before them. The same
        words attributed twice ("A said, citing B") go together.
        """
        vectors = {one.id: self._collection.mention_vector(one.id) for one in mentions}
        firsts: dict[tuple[object, ...], str] = {}
        for mention in mentions:
            firsts.setdefault((mention.article_id, mention.spans), mention.id)
        founders = [
            one.id
            for one in mentions
            if len(one.terms) >= _LEAST_TO_FOUND and firsts[one.article_id, one.spans] == one.id
        ]
        for mention_id in founders:
            self._claims.found(mention_id, vectors[mention_id])
        self._claims.settle(founders)
        before: dict[str, str] = {}
        for mention in mentions:
            first = firsts[mention.article_id, mention.spans]
            key = self._claims.key_of.get(first)
            if key is None and mention.terms:
                key = self._claims.join(first, vectors[first]) or self._said_again(mention)
                if key is None and self._collection.refers_back(mention):
                    key = before.get(mention.article_id)
                if key and first not in self._claims.key_of:
                    self._claims.put(first, vectors[first], key)
            elif key is None and mention.article_id in before:
                self._claims.put(first, vectors[first], before[mention.article_id])
            if first != mention.id and first in self._claims.key_of:
                self._claims.put(mention.id, vectors[mention.id], self._claims.key_of[first])
            if key:
                before[mention.article_id] = key

    def _said_again(self, mention: Mention) -> str | None:
        """Return the claim that a short mention says again in a few of its words, in the same article.

        "The firm denied that anyone was hurt" is too short to be compared; beside "40 men were hurt" it is
        the same act, and says nothing that is not said there.
        """
        own = set(mention.terms)
        for other in self._collection.readings[mention.article_id].mentions:
            key = self._claims.key_of.get(other.id)
            same_act = mention.predicate and other.predicate == mention.predicate
            if key and same_act and mention.predicate in own and own <= set(other.terms):
                return key
        return None

    def _made_claims(self) -> Iterator[Claim]:
        for key, members in self._claims.clusters().items():
            mentions = self._collection.in_order(members)
            stories = Counter(self._story_id(one.article_id) for one in mentions)
            central = self._collection.mentions[self._claims.central(key, self._collection.mention_vector)]
            if len(central.terms) < _LEAST_TO_FOUND:
                central = max(mentions, key=lambda one: (len(one.terms), one.id))
            yield Claim(
                id=self._claims.name(key, "clm"),
                text=central.text,
                mentions=tuple(mentions),
                story=min(stories, key=lambda story: (-stories[story], story)),
            )

    def _made_stories(self, claims: Sequence[Claim]) -> Iterator[Story]:
        held: defaultdict[str | None, list[str]] = defaultdict(list)
        for claim in claims:
            held[claim.story].append(claim.id)
        for key, members in self._stories.clusters().items():
            story_id = self._stories.name(key, "sty")
            central = self._stories.central(key, self._collection.article_vector)
            article = self._collection.readings[central].article
            yield Story(
                id=story_id,
                title=article.title or article.text.strip().partition("\n")[0],
                articles=tuple(self._collection.in_time(members)),
                claims=tuple(held[story_id]),
            )

    def _made_mains(self, claim_of: Mapping[str, str]) -> Iterator[MainClaim]:
        """Yield the main claim of every article: its story's, or, where that has none, its own."""
        readings = self._collection.readings
        for members in self._stories.clusters().values():
            ledes = [lede_claims(readings[one].mentions, claim_of) for one in sorted(members)]
            claim_id = story_claim(ledes)
            for article_id in members if claim_id else ():
                reading = readings[article_id]
                yield MainClaim(
                    article_id=article_id,
                    claim_id=claim_id or "",
                    stance=main_stance(reading, self._collection.words(article_id)),
                    story_id=self._story_id(article_id),
                )

    def _story_id(self, article_id: str) -> str:
        return self._stories.name(self._stories.key_of[article_id], "sty")
