"""Stories: the articles about one event, grouped by their words."""

from collections.abc import Iterable, Mapping, Sequence

from ondit.match.collection import Collection
from ondit.model.claim import Story
from ondit.text.clusters import AverageLink, Effort, Stray

STORY_BAR = 0.16  # average cosine of two articles' words; 1,309 articles on rumours: B-cubed .960
# (.15: .957, .17: .958, .18: .954)
STORY_STRAY = Stray(floor=0.10, margin=1.7, group=3)  # the same articles: .967, 11 joined, none wrongly
STORY_EFFORT = Effort(looks=500, candidates=10)  # 2,000 looks and 50 candidates find no better stories


class Stories:
    """The stories of a collection, known ones and those found since."""

    def __init__(self, collection: Collection, known: Sequence[Story] = ()) -> None:
        self._collection = collection
        self._known = known
        self._added: list[str] = []
        self._clusters = self._seeded()

    @property
    def key_of(self) -> Mapping[str, str]:
        """The key of the story of every article."""
        return self._clusters.key_of

    def add(self, article_ids: Sequence[str]) -> None:
        """Give more articles their stories; the order within them does not matter."""
        self._added.extend(article_ids)
        self._found(article_ids)

    def settle(self) -> tuple[str, ...]:
        """Find the stories of all that was added anew, together; return the ids of those that are no more."""
        before = {self.id_of(one) for one in self._added}
        self._clusters = self._seeded()
        self._found(self._added)
        return tuple(sorted(before - {self.id_of(one) for one in self._added}))

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the keys of stories that were founded or grew since the last time, and of those that are no
        more."""
        return self._clusters.changes()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all stories."""
        return tuple(self._clusters.clusters())

    def articles(self, key: str) -> tuple[str, ...]:
        """Return the articles of a story."""
        return self._clusters.members(key)

    def id_of(self, article_id: str) -> str:
        """Return the id of the story of an article."""
        return self.id_of_key(self._clusters.key_of[article_id])

    def id_of_key(self, key: str) -> str:
        """Return the id of a story."""
        return self._clusters.name(key, "sty")

    def made(self, key: str, claims: Iterable[str]) -> Story:
        """Return a story as a record; `claims` are the ids of its claims."""
        central = self._clusters.central(key, self._collection.article_vector)
        article = self._collection.readings[central].article
        return Story(
            id=self.id_of_key(key),
            title=article.title or article.text.strip().partition("\n")[0],
            articles=tuple(self._collection.in_time(self.articles(key))),
            claims=tuple(claims),
        )

    def _seeded(self) -> AverageLink:
        clusters = AverageLink(lambda articles, others: STORY_BAR, STORY_BAR, STORY_EFFORT)
        for story in self._known:
            clusters.seed(story.id, {one: self._collection.article_vector(one) for one in story.articles})
        return clusters

    def _found(self, article_ids: Sequence[str]) -> None:
        for one in article_ids:
            self._clusters.found(one, self._collection.article_vector(one))
        self._clusters.settle(article_ids)
        self._clusters.adopt(article_ids, STORY_STRAY)
