"""CPU time of full-text search: python bench/search.py [ARTICLES] prints the 50th and 95th percentile.


Made-up articles of 450 words, whose words are as unequally common as those of real texts (Zipf), a fifth of
them in a script without spaces. Queries have one to three words, rare ones and common ones.
"""

import random
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from ondit.model.article import Article
from ondit.store import database, open_store
from ondit.store.kept import words

WORDS, QUERIES, MOST = 450, 400, 50
VOCABULARY = ["".join(random.Random(number).choices("aeioulnrstkm", k=7)) for number in range(60_000)]
HAN = [chr(0x4E00 + number) for number in range(3_000)]
ZIPF = list(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))
ZIPF_HAN = ZIPF[: len(HAN)]


def text_of(number: int) -> str:
    chance = random.Random(number)
    if number % 5 == 4:
        return "".join(chance.choices(HAN, cum_weights=ZIPF_HAN, k=2 * WORDS))
    return " ".join(chance.choices(VOCABULARY, cum_weights=ZIPF, k=WORDS))


def query(number: int) -> str:
    """Return words of some article, one to three of them, as a person would ask for them."""
    chance = random.Random(-number)
    text = text_of(chance.randrange(1_000))
    if " " not in text:
        start = chance.randrange(len(text) - 4)
        return text[start : start + chance.randint(2, 4)]
    return " ".join(chance.sample(text.split(), chance.randint(1, 3)))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.db", create=True) as store:
        start = time.process_time()
        with database.transaction(store.connection, "IMMEDIATE"):
            for number in range(count):
                article = Article(id=f"a{number}", text=text_of(number))
                store.connection.execute(
                    "INSERT INTO article (id, digest, language, outlet, record) VALUES (?, x'', '', '', x'')",
                    (article.id,),
                )
                words.file_article(store.connection, store.connection.last_insert_rowid(), article)
        print(f"{count} articles filed, {count / (time.process_time() - start):.0f} a CPU-second")
        took = []
        for number in range(QUERIES):
            asked = query(number)
            start = time.process_time()
            store.words.articles(asked, most=MOST)
            took.append((time.process_time() - start) * 1_000)
        took.sort()
        print(
            f"{QUERIES} queries for {MOST} articles each: p50 {took[QUERIES // 2]:.1f} ms, "
            f"p95 {took[QUERIES * 95 // 100]:.1f} ms"
        )


if __name__ == "__main__":
    main()
