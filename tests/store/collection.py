"""A small collection: every article says two things, and articles of one story say them alike."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import apsw

from ondit.model.article import Article
from ondit.model.attribution import Attribution, Manner
from ondit.model.claim import Changes, Claim, Copy, Linking, MainClaim, MainStance, Mention, Passage, Story
from ondit.model.reading import Reading, Resolved
from ondit.model.source import Source, SourceKind
from ondit.model.span import Span
from ondit.store.database import APPLICATION_ID
from ondit.store.records import pack

TEXT = "The harbour will close in May, the mayor said. Two ferries move to Port Anselm."
SENTENCES = (Span(0, 30), Span(47, 79))


def article(article_id: str, **fields: Any) -> Article:
    return Article(id=article_id, **{"text": TEXT, "title": "Harbour to close", **fields})


def reading(article_id: str, **fields: Any) -> Reading:
    mentions = tuple(
        Mention(
            id=f"men_{article_id}_{place}",
            article_id=article_id,
            spans=(span,),
            text=span.cut(TEXT),
            sentence=place,
        )
        for place, span in enumerate(SENTENCES)
    )
    attribution = Attribution(
        id=f"att_{article_id}",
        article_id=article_id,
        source=(Span(32, 41),),
        cue=(Span(42, 46),),
        content=SENTENCES[:1],
        manner=Manner.INDIRECT,
        made_by="test/1",
        source_id="src_mayor",
    )
    mayor = Source(id="src_mayor", name="the mayor", kind=SourceKind.PERSON, mentions=(Span(32, 41),))
    resolved = Resolved(attributions=(attribution,), sources=(mayor,))
    return Reading(article=article(article_id, **fields), resolved=resolved, mentions=mentions)


def linking_of(readings: Iterable[Reading]) -> Linking:
    """One story, two claims, each later article a copy of the first."""
    readings = list(readings)
    ids = tuple(one.id for one in readings)
    claims = tuple(
        Claim(
            id=f"clm_{place}",
            text=span.cut(TEXT),
            mentions=tuple(one.mentions[place] for one in readings),
            story="sto_harbour",
        )
        for place, span in enumerate(SENTENCES)
    )
    return Linking(
        claims=claims,
        stories=(Story(id="sto_harbour", title="Harbour to close", articles=ids, claims=("clm_0", "clm_1")),),
        copies=tuple(
            Copy(later=later, earlier=ids[0], credited=False, passages=(Passage(SENTENCES[0], SENTENCES[0]),))
            for later in sorted(ids[1:])
        ),
        mains=tuple(
            MainClaim(article_id=one, claim_id="clm_0", stance=MainStance.FOR, story_id="sto_harbour")
            for one in sorted(ids)
        ),
    )


def changes_to(readings: Iterable[Reading]) -> Changes:
    """What makes the linking of a store that of these readings, whatever of them was there."""
    readings = list(readings)
    return Changes(linking=linking_of(readings), copied=tuple(one.id for one in readings))


def make_older(path: Path, version: int, *articles: Article) -> None:
    """Make a store of an older schema, with these articles and nothing read out of them."""
    connection = apsw.Connection(str(path))
    steps = sorted((files("ondit.store") / "migrations").iterdir(), key=lambda step: step.name)
    for step in steps[:version]:
        connection.execute(step.read_text(encoding="utf-8"))
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", version)
    for one in articles:
        connection.execute(
            "INSERT INTO article (id, digest, language, outlet, record) VALUES (?, x'', '', '', ?)",
            (one.id, pack(one)),
        )
    connection.close()
