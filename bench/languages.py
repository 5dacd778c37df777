"""Words per CPU-second of reading, language by language, in one run and one thread.

    python bench/languages.py [LANGUAGE ...]        without a language: all that have gold, and English

The texts are the marked sentences of `eval/gold`, both parts, without their marks: articles of ten sentences,
read again and again. Nothing is printed of them, so the part held aside stays aside. Words are those between
blanks; where a script has none, its characters are counted, halved (two make a word, as a rule of thumb).
Every language is read whole: sentences, attributions, sources, and the mentions that claims are made of.
"""

import os
import sys
import time
from collections.abc import Sequence

os.environ.setdefault("OMP_NUM_THREADS", "1")

import re

from eval.marks.gold_set import GOLD, GoldPart, gold_languages, read_gold
from ondit.model.article import Article
from ondit.pipeline import Recipe, read_article

LEAST_WORDS = 8_000
"""Words below which the articles are read again, so that seconds are measured and not moments."""

SENTENCES = 10
"""Sentences of an article: the length of a short news item."""

FLOOR = 1_000
"""Words per CPU-second below which a language is too slow: the plan of the work asks for as much."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""One sign of a script without blanks between words. Matches "報", not "보" or "r"."""


def words_in(text: str) -> float:
    """Return the number of words of a text; two signs of a script without blanks are one."""
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text)) / 2


def articles_of(language: str) -> list[Article]:
    """Return articles of one language, each of some marked sentences."""
    folder = GOLD.parent / language
    texts = [item.article.text for part in GoldPart for item in read_gold(part, folder)]
    rows = [texts[at : at + SENTENCES] for at in range(0, len(texts), SENTENCES)]
    return [
        Article(id=f"{language}{at}", text="\n\n".join(row), language=language) for at, row in enumerate(rows)
    ]


def speed_of(language: str) -> tuple[int, float]:
    """Return how many words were read, and words per CPU-second; the first article is read once before."""
    articles, recipe = articles_of(language), Recipe()
    read_article(articles[0], recipe)
    once = sum(words_in(article.text) for article in articles)
    times = max(1, round(LEAST_WORDS / once))
    start = time.process_time()
    for _ in range(times):
        for article in articles:
            read_article(article, recipe)
    return round(once * times), once * times / (time.process_time() - start)


def main(languages: Sequence[str]) -> int:
    """Print a row for each language; 1 when one is below the floor."""
    slow = []
    print(f"{'language':10}{'words':>8}{'words per CPU-second':>22}")
    for language in languages:
        words, speed = speed_of(language)
        print(f"{language:10}{words:>8}{speed:>22.0f}")
        slow += [language] if speed < FLOOR else []
    print(f"below {FLOOR}: {', '.join(slow)}" if slow else f"none is below {FLOOR}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [GOLD.name, *gold_languages()]))
