"""Decisions of analysts: recorded, listed, brought in from elsewhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from ondit.decide import check, undone
from ondit.engines import Engine
from ondit.errors import DecisionError, NotFoundError
from ondit.model.article import Article, Skipped
from ondit.model.claim import Claim
from ondit.model.decision import Decision, DecisionKind, Edit, ListedDecision, Words
from ondit.model.reading import Reading
from ondit.model.source import NAMELESS, SourceKind
from ondit.model.span import Part, Span, nearest
from ondit.pipeline import Recipe, add_articles, decided_linking
from ondit.store import Store

_OF_CLAIMS = (DecisionKind.SAME_CLAIM, DecisionKind.DIFFERENT_CLAIM)
_OF_ATTRIBUTIONS = (DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.EDIT)
_PAIR_OF_SOURCES = (2, "two ids of sources or articles")
_PAIR_OF_CLAIMS = (2, "two ids of claims, mentions or attributions")
_ATTRIBUTION = (1, "the id of an attribution")
_SOURCE = (1, "the id of a source or an article")
_TAKES = {
    DecisionKind.SAME_SOURCE: _PAIR_OF_SOURCES,
    DecisionKind.DIFFERENT_SOURCE: _PAIR_OF_SOURCES,
    DecisionKind.SAME_CLAIM: _PAIR_OF_CLAIMS,
    DecisionKind.DIFFERENT_CLAIM: _PAIR_OF_CLAIMS,
    DecisionKind.ACCEPT: _ATTRIBUTION,
    DecisionKind.REJECT: _ATTRIBUTION,
    DecisionKind.EDIT: _ATTRIBUTION,
    DecisionKind.ORIGIN: _SOURCE,
    DecisionKind.BIND: (2, "the id of an unnamed source and a person's name"),
    DecisionKind.UNDO: (1, "the id of a decision"),
}
"""How many words a decision takes, and which."""


def draft(kind: DecisionKind, ids: Sequence[str], *, reason: str, who: str) -> Decision:
    """Return a decision as a person states it, without its time.

    Raises `DecisionError` when there are too few ids or too many, or when nobody says why or who.
    """
    count, words = _TAKES[kind]
    if len(ids) != count:
        raise DecisionError(f"{kind} takes {words}; {len(ids)} were given")
    if not reason.strip() or not who.strip():
        raise DecisionError(
            f"{kind}: say why with --reason, and who with --who, so that others can follow it"
        )
    one, other = (*ids, "")[:2]
    if kind is DecisionKind.BIND:
        return Decision(kind=kind, one=one, name=other, reason=reason, who=who, when="")
    return Decision(kind=kind, one=one, other=other, reason=reason, who=who, when="")


def decide(store: Store, decision: Decision, when: str) -> Decision:
    """Write a decision, taken at that time (ISO 8601), into the store's log and return it as written: what it
    says of claims by the ids of mentions, which stay when claims change.

    Raises `NotFoundError` when an id is not in the store, `DecisionError` when the decision cannot stand
    beside those in force, `StoreLockedError` when another process writes.
    """
    store.lock()
    log = store.decisions.read()
    decision = replace(_found(store, decision), when=when)
    check(decision, log)
    store.decisions.append(decision)
    return decision


def find_words(article: Article, said: str, near: Sequence[Span]) -> tuple[Words, ...]:
    """Return the words of an article that a person typed, pieces apart by "…", each where it stands nearest
    to the spans of `near`; white space does not matter.

    Raises `DecisionError` when a piece stands nowhere in the article.
    """
    found = []
    for piece in filter(None, (piece.strip() for piece in said.split("…"))):
        pattern = re.compile(r"\s+".join(map(re.escape, piece.split())))
        spans = [
            Span(match.start(), match.end(), part)
            for part in Part
            for match in pattern.finditer(article.part(part))
        ]
        if not spans:
            raise DecisionError(
                f"edit: article {article.id} says '{piece}' nowhere; copy the words from its text"
            )
        found.append(Words.of(nearest(spans, near), article))
    return tuple(found)


def list_decisions(store: Store, *, bindings: bool = True) -> list[ListedDecision]:
    """Return the log, oldest first, with what became of each decision; without `bindings`, nothing of whom
    unnamed sources were bound to."""
    log = store.decisions.read()
    taken = undone(log)
    bound = {one.id for one in log if one.kind is DecisionKind.BIND}
    if not bindings:
        log = tuple(one for one in log if one.id not in bound and one.one not in bound)
    wanted = {name for one in log if one.kind is not DecisionKind.UNDO for name in one.names}
    missing = wanted - {name for reading in store.readings() if wanted for name in _ids_in(reading)}
    return [
        ListedDecision(decision=one, undone_by=taken.get(one.id), missing=tuple(sorted(one.names & missing)))
        for one in log
    ]


def bring_back(
    store: Store, found: Iterable[Article | Decision | Skipped], recipe: Recipe, engine: Engine
) -> Iterator[Reading | Decision | Skipped]:
    """Read and link the articles of an export, then write its decisions into the log; yield what is new to
    the store, and what is skipped."""
    decisions: list[Decision | Skipped] = []

    def articles() -> Iterator[Article | Skipped]:
        for one in found:
            if isinstance(one, Decision):
                decisions.append(one)
            else:
                yield one

    yield from add_articles(store, articles(), recipe, engine)
    yield from bring_decisions(store, decisions)


def bring_decisions(store: Store, decisions: Iterable[Decision | Skipped]) -> Iterator[Decision | Skipped]:
    """Write decisions made elsewhere into the store's log, and yield those that are new to it.

    One that contradicts what is in force here is skipped with the reason. Ids that the store does not hold
    (yet) are kept: `list_decisions` tells them.
    """
    store.lock()
    for decision in decisions:
        log = store.decisions.read()
        if isinstance(decision, Skipped) or any(decision.id == one.id for one in log):
            if isinstance(decision, Skipped):
                yield decision
            continue
        try:
            check(decision, log)
        except DecisionError as error:
            yield Skipped(item=decision.id, stage="decide", reason=str(error))
            continue
        store.decisions.append(decision)
        yield decision


def _found(store: Store, decision: Decision) -> Decision:
    """Return the decision with the ids that the log keeps. Raises `NotFoundError` when one is not there."""
    if decision.kind is DecisionKind.UNDO:
        return decision
    if decision.kind in _OF_CLAIMS:
        claims = decided_linking(store).claims
        return replace(decision, one=_mention(decision.one, claims), other=_mention(decision.other, claims))
    if decision.kind in _OF_ATTRIBUTIONS:
        reading = _holder(store, decision.one, _attributions, _ATTRIBUTION[1])
        source = decision.edit.source_id if decision.edit else None
        if source and not reading.source(source):
            raise NotFoundError(f"article {reading.id} names no source {source}; 'ondit show' lists them")
        _check_words(decision, reading.article)
        return decision
    names = (decision.one, decision.other) if decision.other else (decision.one,)
    meant = [_holder(store, name, _sources, _SOURCE[1]).source(name) for name in names]
    nameless = [source is not None and source.kind in NAMELESS for source in meant]
    if decision.kind is DecisionKind.BIND and not nameless[0]:
        raise DecisionError(
            f"bind: {decision.one} is no unnamed source; use same-source for one that has a name"
        )
    persons = [source for source in meant if source is not None and source.kind is SourceKind.PERSON]
    if decision.kind is DecisionKind.SAME_SOURCE and any(nameless) and persons:
        raise DecisionError(
            f"same-source would name an unnamed source; use bind with the name '{persons[0].name}', which"
            " exports leave out"
        )
    return decision


def _check_words(decision: Decision, article: Article) -> None:
    """Raise `DecisionError` when an edit points at words that do not stand there, or leaves no content."""
    edit = decision.edit or Edit()
    for words in edit.words:
        if not words.stand_in(article):
            raise DecisionError(
                f"edit: article {article.id} does not say '{words.text}' at {words.start} of its {words.part}"
            )
    if edit.content == ():
        raise DecisionError("edit: an attribution without content is none; reject it instead")


def _mention(name: str, claims: Iterable[Claim]) -> str:
    """Return the id of the mention that an id means: its own, its attribution's, or its claim's central one.

    Raises `NotFoundError` when it means none.
    """
    for claim in claims:
        for mention in claim.mentions:
            if name in (mention.id, mention.attribution_id):
                return mention.id
        if name == claim.id:
            return next((one.id for one in claim.mentions if one.text == claim.text), claim.mentions[0].id)
    raise NotFoundError(
        f"no claim, mention or attribution {name} here; 'ondit claims --format jsonl' lists them"
    )


def _holder(store: Store, name: str, ids_of: Callable[[Reading], set[str]], wanted: str) -> Reading:
    for reading in store.readings():
        if name in ids_of(reading):
            return reading
    raise NotFoundError(
        f"{store.path} holds nothing with the id {name}; give {wanted}; 'ondit trace --ids' and"
        " 'ondit show ARTICLE --ids' show them"
    )


def _attributions(reading: Reading) -> set[str]:
    return {one.id for one in reading.resolved.attributions}


def _sources(reading: Reading) -> set[str]:
    return {reading.id, *(source.id for source in reading.resolved.sources)}


def _ids_in(reading: Reading) -> set[str]:
    return _attributions(reading) | _sources(reading) | {mention.id for mention in reading.mentions}
