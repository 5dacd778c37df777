"""The gold of pairs: two descriptions of unnamed sources, and whether they are one mouth.

A pair begins with `@ subject.pN` and a `claim:` line; then one text, or two of two outlets with `--` between
them, in the notation of the gold; then `= same|different|unknown` and the reason in a word. Every marked
content carries the claim, and exactly two marked sources are described.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from eval.marks.gold_set import GoldPart, gold_files, part_of
from eval.marks.marked import read_marked
from eval.marks.records import GoldAttribution, GoldError, GoldItem, SourceClass

_PAIR = re.compile(
    r"@ (?P<id>[a-z]+\.p\d+)\nclaim: (?P<claim>.+)\n(?P<texts>(?:.*\n)+?)"
    r"= (?P<answer>same|different|unknown) (?P<why>\w+)\n*"
)
# matches "@ war.p1\nclaim: it rained\n{s1 A man} ...\n> 1 unnamed\n= unknown compatible", not one without "="
_DESCRIBED = frozenset({SourceClass.UNNAMED, SourceClass.GROUP})


class Sameness(StrEnum):
    """Whether two descriptions are one mouth, by evidence only (docs/model.md)."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Pair(msgspec.Struct, frozen=True):
    """One pair: the claim, the one or two articles, the answer and its reason in a word."""

    id: str
    claim: str
    items: tuple[GoldItem, ...]
    answer: Sameness
    why: str

    @property
    def described(self) -> tuple[tuple[GoldItem, GoldAttribution], ...]:
        """The attributions of the two descriptions, each with its article."""
        return tuple(
            (item, one) for item in self.items for one in item.attributions if one.source_class in _DESCRIBED
        )


def read_pairs(part: GoldPart, folder: Path) -> list[Pair]:
    """Return the pairs of one part.

    Raises `GoldError` when a file does not follow the notation, when an id stands twice or when a pair lies
    in the wrong part.
    """
    pairs = [
        pair
        for path in gold_files(part, folder)
        for pair in pairs_in(path.read_text(encoding="utf-8"), str(path.relative_to(folder)))
    ]
    ids = [pair.id for pair in pairs]
    for one in ids:
        if ids.count(one) > 1 or part_of(one) is not part:
            raise GoldError(f"{part.value}: {one} stands twice or belongs elsewhere")
    return pairs


def pairs_in(text: str, path: str) -> Iterator[Pair]:
    """Yield the pairs of one file; `path` is for messages. Raises `GoldError` at the first that is wrong."""
    at = 0
    while at < len(text):
        found = _PAIR.match(text, at)
        if not found:
            line = text.count("\n", 0, at) + 1
            raise GoldError(f"{path}:{line}: not a pair: {text[at : at + 40]!r}; see eval/gold/README.md")
        at = found.end()
        texts = found["texts"].split("--\n")
        items = tuple(_item(found["id"], place, one, path) for place, one in enumerate(texts))
        pair = Pair(found["id"], found["claim"], items, Sameness(found["answer"]), found["why"])
        if len(pair.described) != 2:
            raise GoldError(f"{path}: {pair.id}: {len(pair.described)} described sources, not two")
        yield pair


def _item(pair_id: str, place: int, text: str, path: str) -> GoldItem:
    subject = pair_id.partition(".")[0]
    (item,) = read_marked(f"@ {subject}.s{place + 1}\n{text}", f"{path}: {pair_id}")
    article = msgspec.structs.replace(item.article, id=f"{pair_id}.{place + 1}")
    return msgspec.structs.replace(item, article=article)
