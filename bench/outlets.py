"""How quick the outlets table is: `python bench/outlets.py` prints what loading it takes, and what looking
names up costs beside reading the sentences they stand in.

CPU time of one thread. The table is loaded five times, nothing kept in between; the best counts. A mention is
a sentence that names an outlet; looking it up is finding the name among its words, with the signs around it.
"""

import os
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")

from ondit.annotate import annotate
from ondit.model.article import Article
from ondit.pipeline import Recipe, read_article
from ondit.resolve.outlets.mentions import find_mentions
from ondit.resolve.outlets.names import name_key
from ondit.resolve.outlets.table import outlet_table
from ondit.resolve.phrases.words import WordReader
from ondit.resolve.scene import lexicon_for, vocabulary_of

LOADS, MENTIONS, READ, TOGETHER = 5, 10_000, 1_000, 20
"""Reading 10,000 sentences takes minutes: a tenth of them is read, and the time is taken tenfold."""


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def load() -> None:
    outlet_table.cache_clear()
    name_key.cache_clear()
    outlet_table()


def articles(names: list[str], count: int) -> list[Article]:
    """Return articles of twenty sentences, each of which names another outlet."""
    told = (
        f"The ferry was late again, {name} reported on Monday." for name in names * (count // len(names) + 1)
    )
    sentences = [sentence for sentence, _ in zip(told, range(count), strict=False)]
    groups = (sentences[start : start + TOGETHER] for start in range(0, count, TOGETHER))
    return [Article(id=f"b{at}", text=" ".join(some), language="en") for at, some in enumerate(groups)]


def looked_up(reader: WordReader) -> None:
    find_mentions(reader, vocabulary_of("en"), ())


def main() -> None:
    loading = min(seconds(load) for _ in range(LOADS))
    table = outlet_table()
    names = [one.name for one in table.outlets]
    print(f"{len(table.outlets)} outlets, {len(table.names)} names: loaded in {loading * 1000:.0f} ms")
    some = articles(names, READ)
    read_article(some[0], Recipe())
    readers = [WordReader(annotate(one), lexicon_for("en")) for one in some]
    for reader in readers:
        reader.sentences_in_words  # noqa: B018  (the words are cut once, whoever asks first)
    times = MENTIONS // READ
    looking = times * seconds(lambda: [looked_up(reader) for reader in readers])
    reading = times * seconds(lambda: [read_article(one, Recipe()) for one in some])
    print(
        f"{MENTIONS} mentions looked up in {looking:.2f} s, read in {reading:.1f} s: "
        f"{looking / reading:.3f} of it"
    )


if __name__ == "__main__":
    main()
