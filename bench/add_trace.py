"""Seconds of CPU for reading, linking and storing a collection, and for tracing its claims.

python bench/add_trace.py [ARTICLES]        500 articles unless stated
"""

import sys
import tempfile
import time
from pathlib import Path

from invented import articles
from ondit.engines import Loop
from ondit.listings import list_claims
from ondit.match import Linker
from ondit.model.listing import Narrowing
from ondit.pipeline import Recipe, add_articles, read_articles, trace_stored
from ondit.store import open_store

TRACED = 20


def main(count: int) -> None:
    recipe = Recipe()
    collection = list(articles(count))
    words = sum(len(article.text.split()) for article in collection)
    list(read_articles(collection[:2], recipe, Loop()))  # loads the model
    start = time.process_time()
    readings = list(read_articles(collection, recipe, Loop()))
    read = time.process_time() - start
    start = time.process_time()
    linker = Linker()
    linker.add(readings)
    linker.linking()
    link = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db", create=True) as store:
        start = time.process_time()
        added = sum(1 for _ in add_articles(store, collection, recipe, Loop()))
        add = time.process_time() - start
        rows = list_claims(store, Narrowing(), limit=TRACED)
        start = time.process_time()
        for row in rows:
            trace_stored(row.claim.id, store, recipe)
        trace = (time.process_time() - start) / len(rows)
    print(f"{added} articles, {words} words")
    print(f"read   {read:7.2f} s   {words / read:7.0f} words/s")
    print(f"link   {link:7.2f} s   {count / link:7.0f} articles/s")
    print(f"add    {add:7.2f} s   {count / add:7.1f} articles/s (read + link + store)")
    print(f"trace  {trace:7.2f} s   a claim, mean of {len(rows)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
