"""The one corridor: joins rooms, store and engine.

articles -> readings -> linking -> provenance graph -> trace
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from itertools import chain, islice
from typing import BinaryIO, TypeVar

import msgspec

from ondit.annotate import annotate
from ondit.assess import assess
from ondit.attribute import attribute
from ondit.decide import (
    changes_claims,
    in_force,
    obey_in_graph,
    obey_in_linking,
    obey_in_reading,
    verdicts_of,
    without_names,
)
from ondit.engines import Engine, Limits, Lost, Processes
from ondit.errors import NotFoundError
from ondit.ingest import Fetcher, Item, distinct, find_items, is_foreign, items_of_url, read_item
from ondit.match import Linker, claims_near, explain_claim, find_mentions, mention_weights, select_claim
from ondit.model.article import Article, Skipped
from ondit.model.claim import Claim, Copy, Linking, Mention
from ondit.model.decision import Decision
from ondit.model.ids import content_id
from ondit.model.listing import Narrowing
from ondit.model.provenance import Trace
from ondit.model.reading import Reading
from ondit.resolve import Outlet, resolve
from ondit.store import Store, erase
from ondit.text.weights import TermWeights
from ondit.trace import trace_claim

R = TypeVar("R")

BATCH = 500
"""Articles that are read before they are linked and stored together: linking sees more at once, and one
transaction costs about as much as reading three articles."""


PARSING = Limits(cpu=5, wall=30.0, memory=1024**3)
"""What parsing one page may cost; one that is over it may be tried twice. Real pages take 0.05 s and 100 MB;
what takes a hundred times more is made to, or broken so that it might as well be."""

_Parsed = tuple[str, Article | Skipped]
"""The name of an item, and what it holds."""

_PARSERS = ("ondit.ingest", "trafilatura")  # what a worker that parses pages needs; dates load when they must
_ASKED_IN = "en"  # questions are read as English


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What may vary in reading an article. `model` is a path or package name of the language's model,
    `outlets` are rows of the user's own for the outlets table.

    `trained` lets installed weights choose attributions. They find more and cut contents better, so `ondit
    read` uses them; they also bring in side remarks that become false origins of a claim, so what is linked
    and traced is read by the rules (docs/decisions/0005).
    """

    model: str | None = None
    trained: bool = False
    outlets: tuple[Outlet, ...] = ()

    @property
    def digest(self) -> str:
        """The id of everything that goes into a reading: this version of Ondit and these settings."""
        rows = (msgspec.json.encode(outlet).decode() for outlet in self.outlets)
        return content_id("rec", version("ondit"), self.model or "", str(self.trained), *rows)


def read_article(article: Article, recipe: Recipe, *, mentions: bool = True) -> Reading:
    """Return what one article alone tells: attributions, sources, credits, mentions of claims.

    Without `mentions` it cannot be linked, but is read a fifth faster.
    """
    annotated = annotate(article, model=recipe.model)
    resolved = resolve(annotated, attribute(annotated, trained=recipe.trained), added=recipe.outlets)
    return Reading(
        article=article,
        resolved=resolved,
        mentions=find_mentions(annotated, resolved) if mentions else (),
        parsed=annotated.parsed,
        made_by=annotated.made_by,
    )


def read_inputs(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    fast: bool = False,
) -> Iterator[Article | Skipped]:
    """Yield the articles of files, folders, web addresses and stdin ("-"), lazily, in the order given.

    JSON Lines, JSON, HTML, web archives and plain text are told apart by ending and content. What stands on
    the web is fetched with `fetcher`, or one of its own, and so are the pages that a feed or sitemap lists.
    `fast` takes the quicker, coarser extraction for pages.
    """
    with fetcher or Fetcher() as fetching:
        yield from read_items(find_items(inputs, stdin, partial(items_of_url, fetcher=fetching)), fast=fast)


def read_items(items: Iterable[Item | Skipped], *, fast: bool = False) -> Iterator[Article | Skipped]:
    """Yield the articles of items in order, each article once; what cannot be read becomes one `Skipped`.

    Pages are parsed in a process of their own, within limits: from the first page on, so that texts alone
    need no second process.
    """
    return distinct(_parsed(items, partial(_parse, fast=fast)))


def _parsed(items: Iterable[Item | Skipped], parse: Callable[[Item | Skipped], _Parsed]) -> Iterator[_Parsed]:
    coming = iter(items)
    for item in coming:
        if isinstance(item, Item) and is_foreign(item):
            yield from _parsed_apart(chain((item,), coming), parse)
        else:
            yield parse(item)


def _parsed_apart(
    items: Iterable[Item | Skipped], parse: Callable[[Item | Skipped], _Parsed]
) -> Iterator[_Parsed]:
    for result in Processes(1, limits=PARSING, preloaded=_PARSERS).map(parse, items):
        if isinstance(result, Lost):
            record = result.record
            name = record.name if isinstance(record, Item) else record.item
            yield name, Skipped(item=name, stage="ingest", reason=result.reason, input=record.input)
        else:
            yield result


def _parse(item: Item | Skipped, fast: bool) -> _Parsed:
    return (item.item, item) if isinstance(item, Skipped) else (item.name, read_item(item, fast=fast))


def read_articles(
    articles: Iterable[Article | Skipped], recipe: Recipe, engine: Engine, *, mentions: bool = True
) -> Iterator[Reading | Skipped]:
    """Yield the reading of every article, in order; what was skipped before passes through."""
    for result in engine.map(partial(_read, recipe=recipe, mentions=mentions), articles):
        if isinstance(result, Lost):
            yield Skipped(item=_name(result.record), stage="read", reason=result.reason)
        else:
            yield result


def add_articles(
    store: Store, articles: Iterable[Article | Skipped], recipe: Recipe, engine: Engine
) -> Iterator[Reading | Skipped]:
    """Read what the store does not hold yet, link it with what it holds, store it; yield what is stored.

    What another recipe read is read anew first. Nothing is yielded before it is on the disk, so whatever was
    yielded survives a crash.
    """
    store.lock()
    made_by = recipe.digest
    linker = _linker(store, made_by)
    unread = store.unread(chain(store.outdated(recipe=made_by), articles), recipe=made_by)
    batches = 0
    for batch in _batches(read_articles(unread, recipe, engine)):
        batches += 1
        readings = [result for result in batch if isinstance(result, Reading)]
        linker.add(readings)
        store.add(readings, linker.changes(), recipe=made_by)
        yield from batch
    if batches > 1:
        linker.settle()
        store.add((), linker.changes(), recipe=made_by)


def _linker(store: Store, recipe: str) -> Linker:
    """Return the linker of a store in which all that this recipe has read is linked, and nothing else."""
    gaps = chain(store.outdated(recipe=recipe), store.readings(recipe=recipe, unlinked=True))
    if next(gaps, None) is not None:  # claims go with the readings that they were found in
        store.unlink()
    linker = Linker(store.known)
    for batch in _batches(store.readings(recipe=recipe, unlinked=True)):
        linker.add(batch)
        store.add((), linker.changes(), recipe=recipe)
    return linker


def _batches(results: Iterable[R]) -> Iterator[list[R]]:
    waiting = iter(results)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def remove_articles(store: Store, ids: Sequence[str], recipe: Recipe) -> int:
    """Erase articles from a store, with all that was kept of them, and link the others anew; return how many
    there were."""
    erased = erase(store, ids)
    if erased:
        _linker(store, recipe.digest)
    return erased


def decided_linking(
    store: Store, narrowing: Narrowing | None = None, *, claims: Iterable[str] | None = None
) -> Linking:
    """Return what links the articles of a store, as analysts decided it.

    With `claims`, only those with these ids and what lies about them are needed: more is looked at only where
    a decision may have changed which they are.
    """
    decisions = in_force(store.decisions.read())
    near = None if changes_claims(decisions) else claims
    return obey_in_linking(store.linking(narrowing, claims=near), decisions)


def decided_readings(store: Store, ids: Iterable[str] | None = None) -> Iterator[Reading]:
    """Yield the readings of a store, all or these, with the attributions that analysts rejected or edited
    as they decided."""
    decisions = in_force(store.decisions.read())
    return (obey_in_reading(reading, decisions) for reading in store.readings(ids))


def trace_readings(
    question: str, readings: Sequence[Reading], recipe: Recipe, *, why: bool = False
) -> Trace | None:
    """Return the trace of the claim that a sentence or id asks for among articles just read, or None.

    With `why` it tells what joins the claim's mentions and what keeps others apart.
    """
    linker = Linker()
    linker.add(readings)
    linking = linker.linking()
    claim = find_claim(question, linking.claims, recipe)
    if claim is None:
        return None
    answer = trace(claim, readings, linking.copies)
    carriers = set(claim.carriers)
    story_of = {one: story.id for story in linking.stories for one in story.articles}
    return _explained(answer, (one for one in readings if one.id in carriers), story_of) if why else answer


def shown_reading(article_id: str, store: Store, recipe: Recipe) -> Reading | None:
    """Return the reading of a stored article by this recipe, made anew where another one made it, with its
    attributions as decided; None when the store does not hold the article."""
    reading = next(store.readings([article_id]), None)
    if reading is None:
        return None
    if not next(store.readings([article_id], recipe=recipe.digest), None):
        reading = read_article(reading.article, recipe, mentions=False)
    return obey_in_reading(reading, in_force(store.decisions.read()))


def trace_stored(
    question: str,
    store: Store,
    recipe: Recipe,
    narrowing: Narrowing | None = None,
    *,
    bindings: bool = False,
) -> Trace | None:
    """Return the trace of the claim that a sentence or id asks for in a store, or None.

    It obeys the decisions of analysts. With `bindings`, unnamed sources bear the names they were bound to.
    """
    asked = () if _is_id(question) else _asked(question, recipe)
    near = {*claims_near(asked, store.known), *store.known.claims_beside(_ASKED_IN)} if asked else {question}
    linking = decided_linking(store, narrowing, claims=near)
    claim = _selected(question, asked, linking.claims, mention_weights(store.known))
    if claim is None:
        return None
    decisions = in_force(store.decisions.read())
    readings = decided_readings(store, claim.carriers)
    return trace(
        claim, readings, linking.copies, decisions=decisions if bindings else without_names(decisions)
    )


def explain_stored(answer: Trace, store: Store) -> Trace:
    """Return a trace of a store with why its claim's mentions are one claim and their neighbours are not."""
    readings = decided_readings(store, answer.graph.claim.carriers)
    carriers = answer.graph.claim.carriers
    story_of = {one: story for one in carriers if (story := store.known.story_of(one))}
    return _explained(answer, readings, story_of)


def _explained(answer: Trace, readings: Iterable[Reading], story_of: Mapping[str, str]) -> Trace:
    return msgspec.structs.replace(answer, pairings=explain_claim(answer.graph.claim, readings, story_of))


def trace(
    claim: Claim, readings: Iterable[Reading], copies: Sequence[Copy], *, decisions: Sequence[Decision] = ()
) -> Trace:
    """Return who says so: the claim's provenance graph and what is found in it.

    Of the `decisions` in force, those of sources are obeyed; claim and readings obey the others already.
    """
    by_id = {reading.id: reading for reading in readings}
    graph = trace_claim(claim, by_id, copies)
    return assess(obey_in_graph(graph, decisions), by_id, verdicts_of(decisions, graph))


def find_claim(question: str, claims: Sequence[Claim], recipe: Recipe) -> Claim | None:
    """Return the claim that a person asks for, by its id or by a sentence; None when no claim is like it.

    Raises `NotFoundError` when an id is asked for that is not there.
    """
    return _selected(question, () if _is_id(question) else _asked(question, recipe), claims, None)


def _selected(
    question: str, asked: Sequence[Mention], claims: Sequence[Claim], weights: TermWeights | None
) -> Claim | None:
    if not _is_id(question):
        return select_claim(asked, claims, weights)
    for claim in claims:
        if claim.id == question:
            return claim
    raise NotFoundError(f"no claim {question} here; 'ondit claims' lists those that the store holds")


def _is_id(question: str) -> bool:
    return question.startswith("clm_")


def _asked(question: str, recipe: Recipe) -> tuple[Mention, ...]:
    return read_article(Article(id="question", text=question, language=_ASKED_IN), recipe).mentions


def _read(article: Article | Skipped, recipe: Recipe, mentions: bool) -> Reading | Skipped:
    return article if isinstance(article, Skipped) else read_article(article, recipe, mentions=mentions)


def _name(item: Article | Skipped) -> str:
    return item.item if isinstance(item, Skipped) else item.id
