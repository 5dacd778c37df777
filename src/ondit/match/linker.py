"""Link the claims of a collection: claims, stories, copies, main claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ondit.match.claims import Claims
from ondit.match.collection import Collection
from ondit.match.copies import CopyIndex
from ondit.match.identity import Identity, Joining
from ondit.match.mains import lede_claims, main_stance, story_claim
from ondit.match.order import reading_time
from ondit.match.stories import Stories
from ondit.model.claim import Changes, Copy, Linking, MainClaim, Mention
from ondit.model.ids import content_id
from ondit.model.reading import Reading


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
        self._copies: defaultdict[str, tuple[Copy, ...]] = defaultdict(tuple)
        self._copied: set[str] = set()
        self._gone_stories: set[str] = set()
        self._take(readings)
        for copy in known.copies:
            self._copies[copy.later] += (copy,)
        self._stories = Stories(self._collection, known.stories)
        self._claims = Claims(self._collection, self._identity, known.claims)
        self._identity.story_of = self._stories.key_of

    def add(self, readings: Sequence[Reading]) -> None:
        """Link more articles. One that is known already is left as it is."""
        new = sorted((one for one in readings if one.id not in self._collection.readings), key=reading_time)
        self._take(new)
        copies = self._copy_index.copies([one.id for one in new])
        self._copies.update(copies)
        self._copied.update(copies)
        self._stories.add([one.id for one in new])
        self._claims.add([mention for reading in new for mention in reading.mentions])

    def settle(self) -> None:
        """Find the stories of all that was added anew, together: as if it had come in one batch.

        What came in a first batch was put together without the second, and without knowing which words are
        rare in both.
        """
        self._gone_stories.update(self._stories.settle())
        self._identity.story_of = self._stories.key_of

    def linking(self) -> Linking:
        """Return all that is linked so far, in an order that depends on nothing but the content."""
        return self._made(self._claims.keys(), self._stories.keys(), self._copies)

    def changes(self) -> Changes:
        """Return what is new or other since this was last asked."""
        claims, gone_claims = self._claims.changes()
        stories, gone_stories = self._stories.changes()
        self._gone_stories.update(content_id("sty", key) for key in gone_stories)
        touched = {*claims, *(key for story in stories for key in self._carried(story))}
        shared = {self._stories.key_of[m.article_id] for key in touched for m in self._claims.mentions(key)}
        changes = Changes(
            linking=self._made(touched, {*stories, *shared}, self._copied),
            gone=(*gone_claims, *sorted(self._gone_stories)),
            copied=tuple(sorted(self._copied)),
        )
        self._copied, self._gone_stories = set(), set()
        return changes

    def explain(self, one: Mention, other: Mention) -> Joining:
        """Tell why two mentions of the collection are one claim or two."""
        return self._identity.explain(one.id, other.id)

    def _take(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            self._collection.add(reading)
            self._copy_index.add(reading)

    def _made(self, claims: Iterable[str], stories: Iterable[str], copied: Iterable[str]) -> Linking:
        """Return these claims and stories, with the main claims of the stories' articles, and the copies of
        which these articles are the later one."""
        keys = sorted(stories)
        story_of = {key: self._story(key) for key in {*claims, *(c for s in keys for c in self._carried(s))}}
        made = sorted((self._claims.made(key, story_of[key]) for key in claims), key=lambda one: one.id)
        return Linking(
            claims=tuple(made),
            stories=tuple(
                sorted(
                    (self._stories.made(key, self._claims_of(key, story_of)) for key in keys),
                    key=lambda one: one.id,
                )
            ),
            copies=tuple(copy for one in sorted(copied) for copy in self._copies.get(one, ())),
            mains=tuple(
                sorted((m for key in keys for m in self._mains(key)), key=lambda main: main.article_id)
            ),
        )

    def _story(self, claim: str) -> str:
        """Return the id of the story that most of a claim's mentions lie in."""
        counts = Counter(self._stories.key_of[one.article_id] for one in self._claims.mentions(claim))
        most = max(counts.values())
        return min(self._stories.id_of_key(key) for key, count in counts.items() if count == most)

    def _carried(self, story: str) -> set[str]:
        """Return the keys of the claims that the articles of a story carry."""
        return {
            key
            for article in self._stories.articles(story)
            for mention in self._collection.readings[article].mentions
            if (key := self._claims.key_of(mention))
        }

    def _claims_of(self, story: str, story_of: Mapping[str, str]) -> list[str]:
        """Return the ids of the claims of a story, `story_of` gives the story of each."""
        story_id = self._stories.id_of_key(story)
        return sorted(self._claims.id_of(key) for key in self._carried(story) if story_of[key] == story_id)

    def _mains(self, story: str) -> Iterator[MainClaim]:
        """Yield the main claim of every article of a story: the story's, none where it has none."""
        readings = [self._collection.readings[one] for one in sorted(self._stories.articles(story))]
        claim_id = story_claim(
            [lede_claims(one.mentions, self._claims.ids_of(one.mentions)) for one in readings]
        )
        for reading in readings if claim_id else ():
            yield MainClaim(
                article_id=reading.id,
                claim_id=claim_id or "",
                stance=main_stance(reading, self._collection.words(reading.id)),
                story_id=self._stories.id_of(reading.id),
            )
