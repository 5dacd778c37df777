"""Link the claims of a collection: claims, stories, copies, main claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from ondit.languages import lexicon_of
from ondit.languages.lexicon import ClaimWords
from ondit.match.clusters import AverageLink, Effort
from ondit.match.copies import CopyIndex
from ondit.match.mains import lede_claims, main_stance, story_claim
from ondit.match.order import reading_time
from ondit.match.slots import compare
from ondit.match.vectors import article_counts, mention_counts
from ondit.model.claim import Claim, Copy, Linking, MainClaim, Mention, Story
from ondit.model.reading import Reading
from ondit.model.span import text_order
from ondit.text.weights import TermWeights, Vector

STORY_BAR = (
    0.18  # average cosine of two articles' words; 1,309 rumour articles: B-cubed .95 (.15 and .21: .94)
)
CLAIM_BAR = 0.30  # average cosine of two mentions' terms, articles of one story
FOREIGN_BAR = 0.50  # the same, articles of two stories
NAMES_DIFFER = 0.20  # added where less than half of the names agree
STORY_EFFORT = Effort(looks=500, candidates=20)  # 10,000 looks and 50 candidates find no better stories
CLAIM_EFFORT = Effort(looks=200, candidates=8)  # 500 and 20 take twice the time for 2% fewer claims
_REPRESENTATIVES = 3  # mentions of a claim whose slots are compared: the first, which found it
_LEAST_TO_FOUND = 3  # terms a mention needs to found a claim; shorter ones may only join
_NO_WORDS = ClaimWords()


class Linker:
    """Links articles as they come. Build it from what is known, add articles, ask for the linking.

    Known claims and stories keep their ids and members; what is added joins them or founds new ones. The
    linking of a batch does not depend on the order of the batch.
    """

    def __init__(self, known: Linking | None = None, readings: Iterable[Reading] = ()) -> None:
        known = known or Linking()
        self._readings: dict[str, Reading] = {}
        self._mentions: dict[str, Mention] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._story_of: dict[str, str] = {}
        self._article_weights, self._mention_weights = TermWeights(), TermWeights()
        self._stories = AverageLink(lambda articles, others: STORY_BAR, floor=STORY_BAR, effort=STORY_EFFORT)
        self._claims = AverageLink(self._bar, floor=CLAIM_BAR, effort=CLAIM_EFFORT)
        self._copy_index = CopyIndex()
        self._copies: dict[str, tuple[Copy, ...]] = {copy.later: () for copy in known.copies}
        self._take(readings)
        for copy in known.copies:
            self._copies[copy.later] = (*self._copies[copy.later], copy)
        for story in known.stories:
            self._stories.seed(story.id, {one: self._article_vector(one) for one in story.articles})
        for claim in known.claims:
            self._claims.seed(claim.id, {one.id: self._mention_vector(one) for one in claim.mentions})
        self._story_of = {one: story.id for story in known.stories for one in story.articles}

    def add(self, readings: Sequence[Reading]) -> None:
        """Link more articles. One that is known already is left as it is."""
        new = sorted((one for one in readings if one.id not in self._readings), key=reading_time)
        touched = self._take(new)
        for article_id in touched:
            self._copies[article_id] = self._copy_index.copies([article_id])
        for one in new:
            self._stories.found(one.id, self._article_vector(one.id))
        self._stories.settle(one.id for one in new)
        self._story_of = {one: key for key, members in self._stories.clusters().items() for one in members}
        self._link_mentions([mention for reading in new for mention in reading.mentions])

    def _link_mentions(self, mentions: Sequence[Mention]) -> None:
        """Give every mention its claim.

        Short ones found none but may join. One without any term of its own ("denied the claims") speaks of
        the claim mentioned before it.
        """
        founders = [one for one in mentions if self._founds(one)]
        for mention in founders:
            self._claims.found(mention.id, self._mention_vector(mention))
        self._claims.settle(mention.id for mention in founders)
        before: dict[str, str] = {}
        for mention in mentions:
            key: str | None = None
            if mention.terms and not self._founds(mention):
                key = self._claims.join(mention.id, self._mention_vector(mention))
            elif not mention.terms and mention.article_id in before:
                key = self._claims.put(mention.id, self._mention_vector(mention), before[mention.article_id])
            else:
                key = self._claims.key(mention.id)
            if key and mention.terms:
                before[mention.article_id] = key

    def linking(self) -> Linking:
        """Return all that is linked so far, in an order that depends on nothing but the content."""
        claims = self._made_claims()
        claim_of = {mention.id: claim.id for claim in claims for mention in claim.mentions}
        mains = tuple(self._made_mains(claim_of))
        return Linking(
            claims=claims,
            stories=self._made_stories(claims),
            copies=tuple(copy for _, copies in sorted(self._copies.items()) for copy in copies),
            mains=mains,
        )

    def _made_claims(self) -> tuple[Claim, ...]:
        claims = []
        for key, members in self._claims.clusters().items():
            mentions = sorted((self._mentions[one] for one in members), key=self._mention_order)
            votes = Counter(self._story_id(one.article_id) for one in mentions)
            central = self._claims.central(key, {one.id: self._mention_vector(one) for one in mentions})
            claim = Claim(
                id=self._claims.name(key, "clm"),
                text=self._mentions[central].text,
                mentions=tuple(mentions),
                story=min(votes, key=lambda story: (-votes[story], story)),
            )
            claims.append(claim)
        return tuple(sorted(claims, key=lambda claim: claim.id))

    def _made_stories(self, claims: Sequence[Claim]) -> tuple[Story, ...]:
        held: defaultdict[str | None, list[str]] = defaultdict(list)
        for claim in claims:
            held[claim.story].append(claim.id)
        stories = []
        for key, members in self._stories.clusters().items():
            story_id = self._stories.name(key, "sty")
            central = self._stories.central(key, {one: self._article_vector(one) for one in members})
            article = self._readings[central].article
            title = article.title or article.text.strip().partition("\n")[0]
            articles = tuple(sorted(members, key=lambda one: reading_time(self._readings[one])))
            stories.append(Story(id=story_id, title=title, articles=articles, claims=tuple(held[story_id])))
        return tuple(sorted(stories, key=lambda story: story.id))

    def _made_mains(self, claim_of: Mapping[str, str]) -> Iterator[MainClaim]:
        """Yield the main claim of every article that makes one: its story's, where it carries that at all."""
        for members in self._stories.clusters().values():
            ledes = {one: lede_claims(self._readings[one].mentions, claim_of) for one in members}
            shared = story_claim(ledes.values())
            for article_id, lede in sorted(ledes.items()):
                reading = self._readings[article_id]
                claim_id = shared or (lede[0].claim_id if lede else None)
                if claim_id is None:
                    continue
                main = [one for one in reading.mentions if claim_of.get(one.id) == claim_id]
                stance = main_stance(reading, main, self._words(reading))
                yield MainClaim(
                    article_id=article_id,
                    claim_id=claim_id,
                    stance=stance,
                    story_id=self._story_id(article_id),
                )

    def _story_id(self, article_id: str) -> str:
        return self._stories.name(self._story_of[article_id], "sty")

    def _mention_order(self, mention: Mention) -> tuple[object, ...]:
        return reading_time(self._readings[mention.article_id]), text_order(mention.spans[0]), mention.id

    def _take(self, readings: Iterable[Reading]) -> list[str]:
        """Index articles; return the ids of those whose copies may be others now."""
        touched: dict[str, None] = {}
        for reading in readings:
            self._readings[reading.id] = reading
            words = self._words(reading)
            self._article_weights.add(article_counts(reading.article, words))
            self._mention_weights.add(
                term for mention in reading.mentions for term in mention_counts(mention)
            )
            self._mentions.update((mention.id, mention) for mention in reading.mentions)
            self._names[reading.id] = tuple(sorted({name for one in reading.mentions for name in one.names}))
            touched.update(dict.fromkeys(self._copy_index.add(reading)))
        return list(touched)

    def _words(self, reading: Reading) -> ClaimWords:
        lexicon = lexicon_of(reading.article.language or "")
        return lexicon.claim if lexicon else _NO_WORDS

    def _article_vector(self, article_id: str) -> Vector:
        reading = self._readings[article_id]
        return self._article_weights.vector(article_counts(reading.article, self._words(reading)))

    def _mention_vector(self, mention: Mention) -> Vector:
        return self._mention_weights.vector(mention_counts(mention))

    def _founds(self, mention: Mention) -> bool:
        return len(mention.terms) >= _LEAST_TO_FOUND

    def _bar(self, items: Sequence[str], others: Sequence[str]) -> float:
        """Return the average cosine that two sets of mentions need to be one claim."""
        pairs = [
            self._pair_bar(self._mentions[one], self._mentions[other])
            for one in items[:_REPRESENTATIVES]
            for other in others[:_REPRESENTATIVES]
        ]
        if sum(bar == inf for bar in pairs) * 2 >= len(pairs):
            return inf
        finite = [bar for bar in pairs if bar < inf]
        return sum(finite) / len(finite)

    def _pair_bar(self, one: Mention, other: Mention) -> float:
        names, others = self._names[one.article_id], self._names[other.article_id]
        slots = compare(one, other, around_one=names, around_other=others)
        if slots.part:
            return inf
        same_story = self._story_of.get(one.article_id) == self._story_of.get(other.article_id)
        bar = CLAIM_BAR if same_story else FOREIGN_BAR
        if slots.names_shared is not None and slots.names_shared < 0.5:
            bar += NAMES_DIFFER
        return bar
