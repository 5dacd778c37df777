"""The curve of linking: python bench/link.py [ARTICLES ...]      500, 2,000 and 5,000 unless stated

Prints, for every size of collection, CPU seconds for linking and storing without reading, articles a second,
the peak of memory, and CPU seconds for one more article. 20,000 take some minutes. Five articles tell a
story; three are read by the parser, and their readings serve all others with names and figures of their own.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from invented import articles
from ondit.match import Linker
from ondit.model.article import Article
from ondit.model.claim import Mention
from ondit.model.ids import content_id
from ondit.model.reading import Reading, Resolved
from ondit.model.span import Span
from ondit.pipeline import BATCH
from ondit.store import open_store
from ondit.text.fold import folded_words

_RECIPE = "bench"


def readings(count: int) -> Iterator[Reading]:
    """Yield invented articles as readings: every sentence a mention of the outlet's own voice."""
    for article in articles(count):
        yield Reading(article=article, resolved=Resolved(), mentions=tuple(_mentions(article)))


def _mentions(article: Article) -> Iterator[Mention]:
    start = 0
    for place, line in enumerate(article.text.split("\n\n")):
        span = Span(start, start + len(line))
        start += len(line) + 2
        words = [word for word in line.split() if len(word) > 3]
        yield Mention(
            id=content_id("men", article.id, str(place)),
            article_id=article.id,
            spans=(span,),
            text=line,
            sentence=place,
            language="en",
            terms=tuple(sorted({one for word in words for one in folded_words(word)})),
            names=tuple(sorted({word.lower().strip(",.") for word in words if word[0].isupper()})),
        )


def measure(count: int, path: Path) -> str:
    """Link and store `count` articles in batches, then one more; return a line of figures."""
    collection = list(readings(count + 1))
    random.Random(1).shuffle(collection)
    one_more = collection.pop()
    with open_store(path, create=True) as store:
        begin = time.process_time()
        linker = Linker()
        for place in range(0, count, BATCH):
            batch = collection[place : place + BATCH]
            linker.add(batch)
            store.add(batch, linker.changes(), recipe=_RECIPE)
        linker.settle()
        store.add((), linker.changes(), recipe=_RECIPE)
        linked = time.process_time()
        del linker
        linker = Linker(store.linking(), store.readings())
        linker.add([one_more])
        store.add([one_more], linker.changes(), recipe=_RECIPE)
        added = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{count:6} articles: linked and stored in {linked - begin:7.1f} s, {count / (linked - begin):4.0f} a second,"
        f" peak {peak} MB, one more in {added - linked:.2f} s"
    )


if __name__ == "__main__":
    sizes = sys.argv[1:] or ["500", "2000", "5000"]
    if len(sizes) == 1:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(int(sizes[0]), Path(folder) / "bench.db"), flush=True)
    else:
        for size in sizes:  # a process each: peaks of memory do not come down
            subprocess.run([sys.executable, __file__, size], check=True)
