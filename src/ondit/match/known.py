"""What is known of articles that were linked before: asked for thing by thing, never as a whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from ondit.errors import NotFoundError
from ondit.model.claim import Card, Frequency, Mention
from ondit.model.reading import Reading
from ondit.text.clusters import Kept, NoneKept

K = TypeVar("K")
V = TypeVar("V")


class Known(Protocol):
    """What linking asks about articles linked before. Who keeps it is told by `Linker.changes`."""

    @property
    def stories(self) -> Kept:
        """The stories, as clusters of articles."""
        ...

    @property
    def claims(self) -> Kept:
        """The claims, as clusters of mentions."""
        ...

    def documents(self) -> int:
        """Return how many articles were linked."""
        ...

    def frequencies(self, terms: Sequence[str]) -> Sequence[Frequency]:
        """Return in how many of them each of these terms stands."""
        ...

    def card(self, article_id: str) -> Card | None:
        """Return the card of an article, None when it was not linked."""
        ...

    def reading(self, article_id: str) -> Reading:
        """Return the reading of an article. Raises `NotFoundError` when there is none."""
        ...

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Return the mentions of an article, none when it was not linked."""
        ...

    def story_of(self, article_id: str) -> str | None:
        """Return the id of the story of an article."""
        ...

    def claims_of(self, article_id: str) -> Mapping[str, str]:
        """Return the ids of the claims of an article by the ids of its mentions."""
        ...

    def sharing(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[str]]:
        """Return the ids of the articles found under these shingles, of each the first `most`; nothing for
        shingles that none is found under."""
        ...

    def sources(self, article_ids: Sequence[str]) -> Sequence[str]:
        """Return the ids of the articles that any of these is a copy of."""
        ...


class NothingKnown:
    """No article was linked before."""

    stories: Kept = NoneKept()
    claims: Kept = NoneKept()

    def documents(self) -> int:
        """Return 0."""
        return 0

    def frequencies(self, terms: Sequence[str]) -> Sequence[Frequency]:
        """Return for each the frequency of what stands nowhere."""
        return [Frequency()] * len(terms)

    def card(self, article_id: str) -> Card | None:
        """Return None."""
        return None

    def reading(self, article_id: str) -> Reading:
        """Raise `NotFoundError`."""
        raise NotFoundError(f"article {article_id} was never linked")

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Return nothing."""
        return ()

    def story_of(self, article_id: str) -> str | None:
        """Return None."""
        return None

    def claims_of(self, article_id: str) -> Mapping[str, str]:
        """Return nothing."""
        return {}

    def sharing(self, shingles: Sequence[int], most: int) -> Mapping[int, Sequence[str]]:
        """Return nothing."""
        return {}

    def sources(self, article_ids: Sequence[str]) -> Sequence[str]:
        """Return nothing."""
        return ()


class Asked(dict[K, V]):
    """Things by key; one that is not there yet is asked for when it is first looked up."""

    def __init__(self, ask: Callable[[K], V]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: K) -> V:
        self[key] = value = self._ask(key)
        return value
