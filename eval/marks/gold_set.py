"""The gold as a set: where it lies, which part an item belongs to, and the digest that floors are tied to."""

import hashlib
from enum import StrEnum
from pathlib import Path

from eval.marks.marked import read_marked
from eval.marks.records import GoldError, GoldItem

GOLD = Path(__file__).parent.parent / "gold" / "en"
SUFFIXES = (".txt", ".json")
"""What the files of the gold end in: marked text, or a story with its graph."""
KEPT_ASIDE = 3
"""One item in so many is held aside: a third, as the plan of the work asks for."""


class GoldPart(StrEnum):
    """The two parts of the gold; nobody looks at the second while tuning."""

    TUNING = "tuning"
    HELD_ASIDE = "held_aside"


def part_of(item_id: str) -> GoldPart:
    """Return the part that an item belongs to, by the digest of its id alone."""
    first = hashlib.sha256(item_id.encode()).digest()[0]
    return GoldPart.TUNING if first % KEPT_ASIDE else GoldPart.HELD_ASIDE


def gold_languages() -> list[str]:
    """Return the codes of the languages other than English that have gold of attributions."""
    folders = (path.parent.name for path in GOLD.parent.glob(f"??/{GoldPart.TUNING.value}"))
    return sorted(name for name in folders if name != GOLD.name)


def gold_files(part: GoldPart, folder: Path = GOLD) -> list[Path]:
    """Return the files of one part in the order of their names."""
    return sorted(path for path in (folder / part.value).glob("*") if path.suffix in SUFFIXES)


def read_gold(part: GoldPart, folder: Path = GOLD) -> list[GoldItem]:
    """Return the items of one part; their language is the name of the folder, except in the gold of sources.

    Raises `GoldError` when a file does not follow the notation, when an id stands twice or when an item
    lies in the wrong part.
    """
    items: list[GoldItem] = []
    seen: set[str] = set()
    language = folder.name if folder.name in gold_languages() else GOLD.name
    for path in gold_files(part, folder):
        text, name = path.read_text(encoding="utf-8"), str(path.relative_to(folder))
        for item in read_marked(text, name, language):
            if item.id in seen or part_of(item.id) is not part:
                raise GoldError(f"{path.relative_to(folder)}: {item.id} stands twice or belongs elsewhere")
            seen.add(item.id)
            items.append(item)
    return items


def gold_digest(*folders: Path) -> str:
    """Return the SHA-256 digest of all gold files, names and bytes, both parts; of the gold of attributions
    when no folder is given."""
    digest = hashlib.sha256()
    for folder in folders or (GOLD,):
        for part in GoldPart:
            for path in gold_files(part, folder):
                digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
