"""What a Python program calls: `ondit.read`, `ondit.trace`, `ondit.open_store`.

Semantic versioning covers these names and the records they give back.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from msgspec.structs import replace

from ondit import store as rooms_store
from ondit.deciding import decide, draft, list_decisions
from ondit.engines import Loop
from ondit.errors import DecisionError, InputError
from ondit.listings import export_rows, list_claims
from ondit.model.article import Article, Skipped, article_id
from ondit.model.attribution import Attribution
from ondit.model.claim import Claim
from ondit.model.decision import Decision, DecisionKind, Edit, ListedDecision
from ondit.model.listing import Narrowing
from ondit.model.provenance import Trace
from ondit.model.reading import Reading
from ondit.pipeline import (
    Recipe,
    add_articles,
    read_article,
    read_articles,
    read_inputs,
    trace_readings,
    trace_stored,
)
from ondit.present import export_lines


def read(text: str, **meta: Any) -> list[Attribution]:
    """Return the attributions of a text, in text order.

    `meta` are fields of `Article`: title, outlet, url, published, language ... The language is English unless
    stated.

    Raises `InputError` when a field is unknown or of another type.
    """
    stated = {
        "id": article_id(text, meta.get("title", ""), meta.get("url")),
        "language": "en",
        **meta,
        "text": text,
    }
    try:
        article = msgspec.convert(stated, Article)
        unknown = sorted(set(meta) - set(Article.__struct_fields__))
        if unknown:
            raise InputError(f"read: an article has no {', '.join(unknown)}")
    except msgspec.ValidationError as error:
        raise InputError(f"read: {error}") from error
    return list(read_article(article, Recipe(trained=True), mentions=False).resolved.attributions)


def trace(claim: str, articles: Iterable[Article]) -> Trace | None:
    """Return the trace of the claim that a sentence asks for, or None when no claim is like it."""
    results = read_articles(articles, Recipe(), Loop())
    return trace_readings(claim, [one for one in results if isinstance(one, Reading)], Recipe())


def open_store(path: str | PathLike[str]) -> "Store":
    """Return the store in this file, made when it is not there. Use it in a `with` block.

    Raises `StoreError` when the file is not a store or cannot be opened.
    """
    return Store(rooms_store.open_store(Path(fspath(path)), create=True))


class Store:
    """A collection of articles in one file: what `open_store` gives."""

    def __init__(self, kept: rooms_store.Store) -> None:
        self._kept = kept

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()

    def add(self, articles: Iterable[Article | str | PathLike[str]]) -> list[Skipped]:
        """Add articles, or the articles of files and folders; return what could not be added, and why.

        What is added is on the disk when this returns. Adding twice changes nothing.
        """
        found = (one for article in articles for one in _articles(article))
        return [one for one in add_articles(self._kept, found, Recipe(), Loop()) if isinstance(one, Skipped)]

    def articles(self, narrowing: Narrowing | None = None) -> list[Article]:
        """Return the articles, in the order in which they were added."""
        return list(self._kept.articles(narrowing))

    def claims(self, query: str = "", narrowing: Narrowing | None = None) -> list[Claim]:
        """Return the claims that hold all words of a query, most telling first."""
        return [row.claim for row in list_claims(self._kept, narrowing or Narrowing(), query=query)]

    def trace(
        self, claim: str, narrowing: Narrowing | None = None, *, bindings: bool = False
    ) -> Trace | None:
        """Return the trace of a claim, by its id or a sentence, or None when no claim is like the sentence.

        With `bindings`, unnamed sources bear the names that analysts bound them to.

        Raises `NotFoundError` when there is no claim with this id.
        """
        return trace_stored(claim, self._kept, Recipe(), narrowing, bindings=bindings)

    def decide(self, kind: str, *ids: str, reason: str, who: str, edit: Edit | None = None) -> Decision:
        """Write down what an analyst decides, and return it. Later runs obey it.

        `kind` is one of `DecisionKind`; docs/decide.md says which ids it takes.

        Raises `NotFoundError` when an id is not in the store, `DecisionError` when the decision says nothing
        or contradicts one in force.
        """
        if kind not in list(DecisionKind):
            raise DecisionError(f"nothing is called '{kind}'; decide one of {', '.join(DecisionKind)}")
        drafted = replace(draft(DecisionKind(kind), ids, reason=reason, who=who), edit=edit)
        return decide(self._kept, drafted, datetime.now(UTC).isoformat(timespec="seconds"))

    def decisions(self) -> list[ListedDecision]:
        """Return the log of decisions, oldest first, with what became of each."""
        return list_decisions(self._kept)

    def export(self, narrowing: Narrowing | None = None, *, bindings: bool = False) -> Iterator[str]:
        """Yield all that the store holds as JSON Lines in our own schemas, one line a string.

        Whom unnamed sources were bound to is left out unless `bindings` asks for it.
        """
        return export_lines(export_rows(self._kept, narrowing or Narrowing(), bindings=bindings))


def _articles(article: Article | str | PathLike[str]) -> Iterable[Article | Skipped]:
    return [article] if isinstance(article, Article) else read_inputs([fspath(article)])
