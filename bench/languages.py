"""Words per CPU-second of `ondit read`, language by language.

    python bench/languages.py [LANGUAGE ...]

Each language reads the sentences of its gold, forty to an article, again and again. One thread; the time is
that of annotating, attributing and resolving, without what is loaded once. Where a script has no spaces, two
signs count as a word.
"""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parent.parent))

from eval.marks.gold_set import GOLD, GoldPart, gold_languages, read_gold
from ondit.model.article import Article
from ondit.pipeline import Recipe, read_article
from ondit.text.tokens import BARE_WORD, is_one_by_one

LEAST_WORDS = 6_000
"""Words that are read at least, so that a second is measured and not a moment."""

AN_ARTICLE = 40
"""Sentences of an article."""

LEAST_SPEED = 1_000
"""Words per CPU-second that every language shall reach."""


def texts_of(language: str) -> list[str]:
    items = [item.article.text for part in GoldPart for item in read_gold(part, GOLD.parent / language)]
    return ["\n\n".join(items[at : at + AN_ARTICLE]) for at in range(0, len(items), AN_ARTICLE)]


def words_in(text: str) -> float:
    return sum(0.5 if is_one_by_one(word[0]) else 1 for word in BARE_WORD.findall(text))


def read(text: str, language: str) -> None:
    read_article(Article(id="bench", text=text, language=language), Recipe(trained=True), mentions=False)


def speed(language: str) -> float:
    """Return the words of a language that are read in a CPU-second."""
    texts = texts_of(language)
    read(texts[0], language)
    words, start = 0.0, time.process_time()
    while words < LEAST_WORDS:
        for text in texts:
            read(text, language)
            words += words_in(text)
    return words / (time.process_time() - start)


if __name__ == "__main__":
    speeds = {one: speed(one) for one in sys.argv[1:] or ["en", *gold_languages()]}
    for language, found in speeds.items():
        print(f"{language}  {found:7.0f} words per CPU-second")
    slow = [language for language, found in speeds.items() if found < LEAST_SPEED]
    if slow:
        sys.exit(f"Slower than {LEAST_SPEED} words per CPU-second: {', '.join(slow)}")
