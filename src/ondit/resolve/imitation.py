"""Sources whose name or address looks like that of an outlet of the table and is not its."""

from collections.abc import Callable

from msgspec.structs import replace

from ondit.model.article import Article
from ondit.model.source import Source, SourceKind
from ondit.resolve.outlets.hosts import BARE_HOST, host_of
from ondit.resolve.outlets.lookalikes import host_likeness, original_of_name
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.publisher import stated_names

_NEVER = {SourceKind.DOCUMENT, SourceKind.GROUP}
"""Kinds of sources that no outlet is taken for."""


def imitations(article: Article, vocabulary: Vocabulary, own_id: str | None) -> Callable[[Source], Source]:
    """Return what marks a source of the article that imitates an outlet of the table, with the reason, and
    leaves every other as it is; `own_id` is the id of the article's own outlet."""
    table, legal = vocabulary.table, vocabulary.naming.legal
    own_host = host_of(article.url) if article.url else ""
    stated = frozenset(one.id for name in stated_names(article) for one in table.by_name(name))

    def marked(source: Source) -> Source:
        if source.outlet_id or source.kind in _NEVER:
            return source
        host, known = (own_host, stated) if source.id == own_id else (_as_host(source.name), frozenset())
        original = host_likeness(table).original(host, known) if host else None
        shown = host
        if original is None:
            original, shown = original_of_name(source.name, table, legal), source.name
        if original is None:
            return source
        reason = f"“{shown}” looks like {original.name} and is not known as its"
        return replace(source, imitates=original.name, reasons=(*source.reasons, reason))

    return marked


def _as_host(name: str) -> str:
    """Return a source's name as a host where it is one ("foo.example"), else nothing."""
    return host_of(name) if BARE_HOST.fullmatch(name) else ""
