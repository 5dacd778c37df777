"""Measure the store on made-up readings: python bench/store.py [ARTICLES ...] prints one line a collection.

An article has 450 words, 20 attributions and 30 mentions; ten make a story, whose claims are the mentions at
the same place in each.
"""

import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from ondit.model.article import Article
from ondit.model.attribution import Attribution, Manner
from ondit.model.claim import Changes, Claim, Linking, Mention, Story
from ondit.model.ids import content_id
from ondit.model.reading import Reading, Resolved
from ondit.model.source import Source, SourceKind
from ondit.model.span import Span
from ondit.store import open_store

WORDS, ATTRIBUTIONS, MENTIONS, A_STORY = 450, 20, 30, 10
VOCABULARY = ["".join(random.Random(number).choices("aeioulnrst", k=6)) for number in range(5_000)]


def make_reading(number: int) -> Reading:
    article_id = f"article-{number}"
    text = " ".join(random.Random(number).choices(VOCABULARY, k=WORDS))
    spans = [Span(80 * place, 80 * place + 70) for place in range(MENTIONS)]
    return Reading(
        article=Article(id=article_id, text=text, outlet=f"Outlet {number % 40}", published="2024-09-17"),
        resolved=Resolved(
            attributions=tuple(
                Attribution(
                    id=content_id("att", article_id, str(span.start)),
                    article_id=article_id,
                    source=(Span(span.start, span.start + 8),),
                    cue=(Span(span.start + 9, span.start + 13),),
                    content=(Span(span.start + 14, span.end),),
                    manner=Manner.INDIRECT,
                    made_by="bench/1",
                    source_id=content_id("src", article_id, str(span.start)),
                )
                for span in spans[:ATTRIBUTIONS]
            ),
            sources=tuple(
                Source(
                    id=content_id("src", article_id, str(span.start)),
                    name=text[span.start : span.start + 8],
                    kind=SourceKind.PERSON,
                )
                for span in spans[:ATTRIBUTIONS]
            ),
        ),
        mentions=tuple(
            Mention(
                id=content_id("men", article_id, str(span.start)),
                article_id=article_id,
                spans=(span,),
                text=span.cut(text),
                sentence=place,
                terms=tuple(sorted(span.cut(text).split())),
            )
            for place, span in enumerate(spans)
        ),
    )


def link(readings: Sequence[Reading]) -> Linking:
    members: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    articles: dict[int, list[str]] = defaultdict(list)
    for number, reading in enumerate(readings):
        articles[number // A_STORY].append(reading.id)
        for place, mention in enumerate(reading.mentions):
            members[number // A_STORY, place].append(mention)
    return Linking(
        claims=tuple(
            Claim(
                id=f"claim-{story}-{place}", text=same[0].text, mentions=tuple(same), story=f"story-{story}"
            )
            for (story, place), same in members.items()
        ),
        stories=tuple(
            Story(
                id=f"story-{story}",
                title=ids[0],
                articles=tuple(ids),
                claims=tuple(f"claim-{story}-{place}" for place in range(MENTIONS)),
            )
            for story, ids in articles.items()
        ),
    )


def measure(count: int, path: Path) -> str:
    readings = [make_reading(number) for number in range(count + 1)]
    before, after = link(readings[:-1]), link(readings)
    with open_store(path, create=True) as store:
        begin = time.process_time()
        store.add(readings[:-1], Changes(linking=before), recipe="bench")
        added = time.process_time()
        list(store.readings())
        loaded = time.process_time()
        store.linking()
        linked = time.process_time()
        store.add(readings[-1:], Changes(linking=after), recipe="bench")
        one_more = time.process_time()
    kilobytes = path.stat().st_size / count / 1_000
    return (
        f"{count} articles: {count / (added - begin):.0f} added and {count / (loaded - added):.0f} loaded a"
        f" CPU-second, linking loaded in {linked - loaded:.2f} s,"
        f" one more article in {one_more - linked:.3f} s, {kilobytes:.1f} kB an article"
    )


if __name__ == "__main__":
    for count in map(int, sys.argv[1:] or ["500", "2000"]):
        with tempfile.TemporaryDirectory() as folder:
            print(measure(count, Path(folder) / "bench.db"))
