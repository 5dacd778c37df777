"""Stories: the articles about one event, grouped by their words."""

from collections.abc import Iterable, Sequence

from ondit.match.collection import Collection
from ondit.match.known import Asked
from ondit.model.claim import Group, Story
from ondit.text.clusters import AverageLink, Effort, Level, Stray

STORY_BAR = 0.16  # average cosine of two articles' words; 1,309 articles on rumours: B-cubed .960
# (.15: .957, .17: .958, .18: .954)
STORY_STRAY = Stray(floor=0.10, margin=1.7, group=3)  # the same articles: .967, 11 joined, none wrongly
STORY_EFFORT = Effort(looks=500, candidates=10)  # 2,000 looks and 50 candidates find no better stories


class Stories:
    """The stories of a collection, known ones and those found since. `open` are the ids of known ones that
    may still be joined to each other, or be found anew."""

    def __init__(self, collection: Collection, open: Iterable[str] = ()) -> None:
        self._collection = collection
        self._open = set(open)
        self._known: Asked[str, str | None] = Asked(collection.known.story_of)
        self._clusters = AverageLink(
            Level(STORY_BAR),
            STORY_BAR,
            STORY_EFFORT,
            collection.known.stories,
            self._open,
        )

    def key_of(self, article_id: str) -> str:
        """Return the key of the story of an article; the article's own id while it has none."""
        return self._clusters.key_of.get(article_id) or self._known[article_id] or article_id

    def add(self, article_ids: Sequence[str], *, anew: bool = False) -> None:
        """Give more articles their stories; the order within them does not matter.

        With `anew` the stories that are open, and those founded here, are found anew with them: as if all
        their articles had come at once.
        """
        if anew:
            founded = {key for key in self._clusters.touched if self.id_of_key(key) != key}
            article_ids = [*article_ids, *self._clusters.dissolve(founded | self._open)]
        vectors = {one: self._collection.article_vector(one) for one in article_ids}
        for one, vector in vectors.items():
            self._clusters.found(one, vector)
        self._clusters.look_up(vectors)
        self._clusters.settle(article_ids)
        self._clusters.adopt(article_ids, STORY_STRAY)

    @property
    def touched(self) -> tuple[str, ...]:
        """The keys of the stories that were founded or grew."""
        return self._clusters.touched

    def gone(self) -> tuple[str, ...]:
        """Return the ids of known stories that are no more."""
        left = {self.id_of_key(key) for key in self.touched}
        return tuple(one for one in self._clusters.gone() if one not in left)

    def articles(self, key: str) -> tuple[str, ...]:
        """Return the articles of a story."""
        return self._clusters.members(key)

    def moved(self, key: str) -> list[str]:
        """Return the articles of a story that were known in another one."""
        own = self.id_of_key(key)
        return [one for one in self.articles(key) if self._known[one] not in (None, own)]

    def id_of_key(self, key: str) -> str:
        """Return the id of a story."""
        return self._clusters.name(key, "sty")

    def group(self, key: str) -> Group:
        """Return a story as it is to be kept."""
        return self._clusters.group(key, "sty")

    def made(self, key: str, claims: Iterable[str] = ()) -> Story:
        """Return a story as a record; `claims` are the ids of its claims."""
        cards = sorted(
            (self._collection.cards[one] for one in self.articles(key)), key=lambda one: one.moment
        )
        shared = self._clusters.sum(key)
        return Story(
            id=self.id_of_key(key),
            title=max(
                {card.title for card in cards},
                key=lambda title: (self._collection.shown_by(title, shared), title),
            ),
            articles=tuple(card.article_id for card in cards),
            claims=tuple(claims),
        )
