"""The curve of linking: python bench/link.py [ARTICLES ...]      500, 2,000 and 20,000 unless stated

Prints, for every size of collection, CPU seconds for linking and storing without reading, articles a second,
the peak of memory, and CPU seconds for one more article. 20,000 take some minutes. Five articles tell a
story of ten sentences, each in its own words; made-up words, because reading is not what is measured.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from ondit.match import Linker
from ondit.model.article import Article
from ondit.model.claim import Mention
from ondit.model.ids import content_id
from ondit.model.reading import Reading, Resolved
from ondit.model.span import Span
from ondit.pipeline import BATCH
from ondit.store import open_store

_RECIPE = "bench"
TOLD_BY, SENTENCES, WORDS, TERMS = 5, 10, 18, 12
VOCABULARY = ["".join(random.Random(number).choices("aeioulnrst", k=7)) for number in range(20_000)]


def readings(count: int) -> Iterator[Reading]:
    """Yield invented articles as readings: ten sentences, each a mention in the outlet's own voice."""
    chance = random.Random(1)
    spread = (1 / (rank + 10) for rank in range(len(VOCABULARY)))  # as words are spread over texts (Zipf)
    weights = list(accumulate(spread))
    for number in range(count):
        if number % TOLD_BY == 0:
            told = [
                [
                    *chance.choices(VOCABULARY, cum_weights=weights, k=WORDS),
                    f"Name{number}",
                    f"Place{number % 997}",
                ]
                for _ in range(SENTENCES)
            ]
        lines = [_retold(line, chance, weights) for line in told]
        article = Article(
            id=f"article-{number}",
            text="\n\n".join(lines),
            title=lines[0],
            outlet=f"Outlet {number % 75}",
            published=f"2025-{1 + number % 12:02}-{1 + number % 28:02}",
            language="en",
        )
        yield reading_of(article)


def reading_of(article: Article) -> Reading:
    """Return an invented article as a reading: a mention in the outlet's own voice for every paragraph."""
    return Reading(article=article, resolved=Resolved(), mentions=tuple(_mentions(article)))


def _retold(line: Sequence[str], chance: random.Random, weights: Sequence[float]) -> str:
    """Return a sentence in which an outlet has put other words for one in three."""
    others = chance.choices(VOCABULARY, cum_weights=weights, k=len(line))
    return " ".join(
        other if chance.random() < 1 / 3 and not word[0].isupper() else word
        for word, other in zip(line, others, strict=True)
    )


def _mentions(article: Article) -> Iterator[Mention]:
    start = 0
    for place, line in enumerate(article.text.split("\n\n")):
        span = Span(start, start + len(line))
        start += len(line) + 2
        words = line.split()
        yield Mention(
            id=content_id("men", article.id, str(place)),
            article_id=article.id,
            spans=(span,),
            text=line,
            sentence=place,
            language="en",
            terms=tuple(sorted({word.lower() for word in words[:TERMS]} | {words[-2].lower()})),
            names=tuple(word.lower() for word in words if word[0].isupper()),
        )


def measure(count: int, path: Path) -> str:
    """Link and store `count` articles in batches, then one more; return a line of figures."""
    collection = list(readings(count + 1))
    random.Random(1).shuffle(collection)
    one_more = collection.pop()
    with open_store(path, create=True) as store:
        begin = time.process_time()
        linker = Linker(store.known)
        linking = 0.0
        for place in range(0, count, BATCH):
            batch = collection[place : place + BATCH]
            started = time.process_time()
            linker.add(batch)
            changes = linker.changes()
            linking += time.process_time() - started
            store.add(batch, changes, recipe=_RECIPE)
        linked = time.process_time()
    with open_store(path) as store:
        begin_one = time.process_time()
        linker = Linker(store.known)
        linker.add([one_more])
        store.add([one_more], linker.changes(), recipe=_RECIPE)
        added = time.process_time() - begin_one
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    seconds = linked - begin
    size = path.stat().st_size / 1e6
    return (
        f"{count:6} articles: linked in {linking:6.1f} s, {count / linking:4.0f} a second; and stored in"
        f" {seconds:6.1f} s, {count / seconds:4.0f} a second; peak {peak} MB; store {size:.0f} MB;"
        f" one more in {added:.3f} s"
    )


if __name__ == "__main__":
    sizes = sys.argv[1:] or ["500", "2000", "20000"]
    if len(sizes) == 1:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(int(sizes[0]), Path(folder) / "bench.db"), flush=True)
    else:
        for size in sizes:  # a process each: peaks of memory do not come down
            subprocess.run([sys.executable, __file__, size], check=True)
