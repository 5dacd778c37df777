"""What of title, authors, day and language is right on the invented pages: ours, `--fast`, trafilatura alone.

python -m tests.ingest.pages.compare
"""

import re
from collections import Counter

from tests.ingest.pages.shapes import SHAPES, Shape
from trafilatura import bare_extraction

from ondit.errors import InputError
from ondit.ingest.pages import article_from_page

_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*")  # matches the comma of "Nora Vance, Ole Brandt"


def stated(shape: Shape, *, fast: bool = False) -> dict[str, object]:
    try:
        article = article_from_page(shape.markup, url=shape.url, fast=fast)
    except InputError as error:
        return {"title": str(error)}
    return {
        "title": article.title,
        "authors": tuple(_BETWEEN_NAMES.split(article.byline)) if article.byline else (),
        "day": (article.published or "")[:10] or None,
        "language": (article.language or "").partition("-")[0],
        "text": kept(shape, article.text),
    }


def alone(shape: Shape) -> dict[str, object]:
    found = bare_extraction(shape.markup, url=shape.url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    return {
        "title": found.title or "",
        "authors": tuple(_BETWEEN_NAMES.split(found.author)) if found.author else (),
        "day": found.date,
        "language": (found.language or "").partition("-")[0],
        "text": kept(shape, found.text or ""),
    }


def kept(shape: Shape, text: str) -> bool:
    """Tell whether every sentence of the article is in the text, and nothing from beside it."""
    return all(line in text for line in shape.text) and "Older story number" not in text


def right(shape: Shape) -> dict[str, object]:
    return {
        "title": shape.title,
        "authors": shape.authors,
        "day": shape.day,
        "language": shape.language,
        "text": True,
    }


def main() -> None:
    ways = {"ours": stated, "fast": lambda shape: stated(shape, fast=True), "trafilatura alone": alone}
    for name, way in ways.items():
        score: Counter[str] = Counter()
        for shape in SHAPES:
            found = way(shape)
            for field, value in right(shape).items():
                score[field] += found.get(field) == value
                if found.get(field) != value and name == "ours":
                    print(f"  {shape.name}: {field} {found.get(field)!r}, right is {value!r}")
        print(name, *(f"{field} {count}/{len(SHAPES)}" for field, count in score.items()), sep="  ")


if __name__ == "__main__":
    main()
