"""Decisions: the forms, what is posted from them, and the log."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import quote

from msgspec.structs import replace
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ondit.decide import undone
from ondit.deciding import decide, draft, find_words
from ondit.errors import DecisionError, InputError, NotFoundError, OnditError
from ondit.model.attribution import Attribution, Certainty, Distance, Polarity
from ondit.model.decision import Decision, DecisionKind, Edit, Words
from ondit.model.listing import Narrowing, Rows
from ondit.model.reading import Reading
from ondit.model.span import Span
from ondit.pipeline import shown_reading
from ondit.present.page.deciding import (
    OF_CLAIM,
    DecisionForm,
    attribution_form,
    claim_form,
    log_rows,
    undo_form,
)
from ondit.present.page.spots import read_spot
from ondit.store import Store
from ondit.web.asked import Asked
from ondit.web.listing import listing_of
from ondit.web.pages.claim import traced_claim, waiting
from ondit.web.problems import refusal_of
from ondit.web.rendering import render
from ondit.web.serving import Serving

_MOST_BESIDE = 200  # claims of one story to choose from; any other is given by its id

V = TypeVar("V", Certainty, Polarity, Distance)


def log(asked: Asked, serving: Serving) -> Response:
    """Answer with the log of decisions, the last one first."""
    with serving.store() as store:
        every = store.decisions.read()
        window = asked.window
        start = max(len(every) - window.offset - window.limit, 0)
        shown = every[start : max(len(every) - window.offset, 0)]
        rows = log_rows(shown, undone(every), _claims_of(store, shown))
    listing = listing_of(asked, Rows(rows=tuple(rows), total=len(every), window=window), "decisions")
    return HTMLResponse(
        render(
            "decisions.html", here="/decisions", may_write=asked.may_write, decisions=rows, listing=listing
        )
    )


def form(asked: Asked, serving: Serving) -> Response:
    """Answer with the form for one decision: its kind, and what it is about, stand in the query."""
    found = _form(asked, serving, asked.query)
    return waiting(asked) if found is None else _shown(asked, serving, found)


def post(asked: Asked, serving: Serving) -> Response:
    """Write the decision of a form into the log and lead back; a form that cannot stand is shown again."""
    try:
        with serving.deciding() as store:
            decision, near = _decision(asked, serving, store)
            decide(store, decision, datetime.now(UTC).isoformat(timespec="seconds"), near=near)
    except OnditError as error:
        stated = {name: asked.text(name) for name in ("kind", "one", "other", "article", "claim")}
        found = _form(asked, serving, stated)
        if found is None:
            raise
        return _shown(asked, serving, found, refusal_of(error).status, str(error))
    return RedirectResponse(_back(asked.text("back")), status_code=HTTPStatus.SEE_OTHER)


def last_who(store: Store) -> str:
    """Return who took the last decision, empty when nobody has yet: most stores have one analyst."""
    every = store.decisions.read()
    return every[-1].who if every else ""


def _shown(
    asked: Asked,
    serving: Serving,
    found: DecisionForm,
    status: HTTPStatus = HTTPStatus.OK,
    fault: str = "",
) -> Response:
    with serving.store() as store:
        who = asked.text("who") or last_who(store)
    page = render(
        "decide.html",
        here="/decisions",
        may_write=asked.may_write,
        form=found,
        fault=fault,
        who=who,
        reason=asked.text("reason"),
    )
    return HTMLResponse(page, status_code=status)


def _form(asked: Asked, serving: Serving, stated: Mapping[str, str]) -> DecisionForm | None:
    """Return the form for what is stated; None while the claim's trace is being made.

    Raises `InputError` when no such thing can be decided, `NotFoundError` when it is not in the store.
    """
    kind = _kind(stated.get("kind", ""))
    if kind in OF_CLAIM:
        given = traced_claim(stated.get("claim", ""), serving)
        if given is None:
            return None
        story = given.traced.trace.graph.claim.story
        with serving.store() as store:
            beside = store.listed.claims_of([story], Narrowing())[:_MOST_BESIDE] if story else []
        return claim_form(kind, given.traced.trace, beside, (stated.get("one", ""), stated.get("other", "")))
    with serving.store() as store:
        one = stated.get("one", "")
        if kind is DecisionKind.UNDO:
            known = next((each for each in store.decisions.read() if each.id == one), None)
            found = undo_form(known) if known else None
        else:
            reading = shown_reading(stated.get("article", ""), store, serving.settings.recipe)
            found = attribution_form(kind, reading, one) if reading else None
    if found is None:
        raise NotFoundError(
            f"the store holds nothing with the id {one}; it may have been removed or rejected"
        )
    return found


def _decision(asked: Asked, serving: Serving, store: Store) -> tuple[Decision, Collection[str]]:
    """Return the decision that a form states, and the articles that its ids are to be looked for in."""
    kind = _kind(asked.text("kind"))
    ids = [
        asked.text("one"),
        asked.text("other_id").strip() or asked.text("other"),
        asked.text("name").strip(),
    ]
    decision = draft(kind, [one for one in ids if one], reason=asked.text("reason"), who=asked.text("who"))
    article = asked.text("article")
    if kind is DecisionKind.EDIT:
        reading = shown_reading(article, store, serving.settings.recipe)
        attribution = reading.attribution(decision.one) if reading else None
        if reading is None or attribution is None:
            raise NotFoundError(f"article {article} has no attribution {decision.one}")
        decision = replace(decision, edit=_edit(asked, reading, attribution))
    if kind in OF_CLAIM and (given := traced_claim(asked.text("claim"), serving)):
        return decision, [one.id for one in given.traced.articles]
    return decision, [article] if article else []


def _edit(asked: Asked, reading: Reading, now: Attribution) -> Edit:
    """Return what a form changes of an attribution. Raises `DecisionError` when that is nothing."""
    source_id = asked.text("source_id")
    edit = Edit(
        certainty=_changed(asked.text("certainty"), now.certainty),
        polarity=_changed(asked.text("polarity"), now.polarity),
        distance=_changed(asked.text("distance"), now.distance),
        source_id=source_id if source_id and source_id != now.source_id else None,
        source=_words(asked, reading, "source", now.source),
        cue=_words(asked, reading, "cue", now.cue),
        content=_words(asked, reading, "content", now.content),
    )
    if edit == Edit():
        raise DecisionError("edit: nothing is other than it was")
    return edit


def _changed(stated: str, now: V) -> V | None:
    if not stated or stated == now:
        return None
    try:
        return type(now)(stated)
    except ValueError as error:
        raise InputError(f"'{stated[:40]}' is none of {', '.join(type(now))}") from error


def _words(asked: Asked, reading: Reading, part: str, now: tuple[Span, ...]) -> tuple[Words, ...] | None:
    """Return the words of a part of an attribution where a form gives others: as places that were selected,
    or as somebody typed them."""
    article = reading.article
    if f"{part}_at" in asked.form:
        spans = [read_spot(one) for one in asked.text(f"{part}_at").split()]
        try:
            words = tuple(Words.of(span, article) for span in spans if span is not None)
        except ValueError as error:
            raise InputError(f"{part}: {error}") from error
    elif part in asked.form:
        words = find_words(article, asked.text(part), now)
    else:
        return None
    return words if tuple(one.span for one in words) != now else None


def _claims_of(store: Store, decisions: Collection[Decision]) -> dict[str, tuple[str, str]]:
    """Return the claims that decisions are about, id and words, by the ids that they name."""
    found = {}
    for name in {name for one in decisions for name in (one.one, one.other) if name}:
        if claims := store.claims.holding([name]):
            found[name] = claims[0], store.shelf.texts(claims[:1]).get(claims[0], "")
    return found


def _kind(stated: str) -> DecisionKind:
    try:
        return DecisionKind(stated)
    except ValueError as error:
        raise InputError(f"kind: '{stated[:40]}' is none of {', '.join(DecisionKind)}") from error


def _back(stated: str) -> str:
    """Return where a form leads back to: a path of ours, whatever it says."""
    path, hash_, anchor = stated.partition("#")
    parts = [part for part in path.split("/") if part and part not in (".", "..")]
    known = {"claims", "articles", "stories", "decisions"}
    if not parts or parts[0] not in known:
        return "/decisions"
    inside = "".join("/" + quote(part, safe="%") for part in parts)
    return inside + (f"#{anchor}" if hash_ and anchor.isalnum() else "")
