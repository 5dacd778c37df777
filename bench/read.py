"""Words per CPU-second of `ondit read` beside the bare parse, and how time grows on hostile text.

    python bench/read.py [FILE] [--growth]        FILE: plain text, or JSON Lines with a field "text"

Without FILE it reads the demo story where there is one, else a text of its own. One thread; the bare parse
has the same components and gets the same paragraphs in one batch. `--growth` takes minutes.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from ondit.annotate.parser import load_parser
from ondit.model.article import Article
from ondit.pipeline import Recipe, read_article

LEAST_WORDS = 20_000
"""Words below which the texts are read again and again, so that a second is measured and not a moment."""

OWN = (
    "The harbour master said on Monday that the north pier had burned down. “Nobody was hurt,” she told the "
    "Harbour Gazette, adding that the fire began in a store.\n\nAccording to two officials, the store had no "
    "licence. The owner denied that he had been warned. The gazette, citing a letter, reported that the town "
    "was told in March.\n\nA spokesman declined to comment."
)

HOSTILE: dict[str, Callable[[int], str]] = {
    "one unspaced run": lambda length: "storm" * (length // 5),
    "quotation marks": lambda length: '"' * length,
    "quotation marks, spaced": lambda length: '" ' * (length // 2),
    "runs of 99 marks": lambda length: ('"' * 99 + " ") * (length // 100),
    "one paragraph": lambda length: "The mayor said that the talks had failed. " * (length // 42),
    "no full stop": lambda length: "she said that " * (length // 14),
}


def texts_of(path: Path) -> list[str]:
    if path.suffix != ".jsonl":
        return [path.read_text(encoding="utf-8")]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [text for line in lines if line.strip() and (text := json.loads(line).get("text"))]


def demo_texts() -> list[str]:
    folder = files("ondit.demo")
    stories = [Path(str(one)) for one in folder.iterdir() if one.name.endswith(".jsonl")]
    return [text for story in stories for text in texts_of(story)] or [OWN]


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def read(text: str) -> None:
    read_article(Article(id="bench", text=text, language="en"), Recipe(trained=True), mentions=False)


def read_with_mentions(text: str) -> None:
    read_article(Article(id="bench", text=text, language="en"), Recipe())


def speed(texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    texts = texts * max(1, LEAST_WORDS // max(words, 1))
    words = sum(len(text.split()) for text in texts)
    parser = load_parser("en")
    if parser is None:
        sys.exit("No English model is installed: pip install 'ondit[en]'")
    read(texts[0])
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    bare = seconds(lambda: list(parser.pipe.pipe(paragraphs)))
    whole = seconds(lambda: [read(text) for text in texts])
    print(f"{words} words, model {parser.made_by}")
    print(f"bare parse {words / bare:8.0f} words per CPU-second")
    linked = seconds(lambda: [read_with_mentions(text) for text in texts])
    print(f"whole read {words / whole:8.0f} words per CPU-second, {bare / whole:.2f} of the bare parse")
    print(f"and claims {words / linked:8.0f} words per CPU-second, {bare / linked:.2f}: mentions too")


def growth() -> None:
    print("hostile text: CPU-seconds for 100 kB and 1 MB, and their ratio (15 at most)")
    for name, text in HOSTILE.items():
        small, large = (seconds(partial(read, text(length))) for length in (100_000, 1_000_000))
        print(f"{name:24s} {small:7.2f} {large:7.2f} {large / max(small, 0.01):6.1f}")


if __name__ == "__main__":
    paths = [Path(word) for word in sys.argv[1:] if word != "--growth"]
    speed(texts_of(paths[0]) if paths else demo_texts())
    if "--growth" in sys.argv:
        growth()
