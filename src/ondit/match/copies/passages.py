"""The passages that two articles share."""

from collections.abc import Iterator

from ondit.model.claim import Passage
from ondit.model.span import Span
from ondit.text.shingles import Hashes, Shingled


def passages(later: Shingled, earlier: Shingled, shared: Hashes) -> Iterator[Passage]:
    """Yield the longest runs of words that both hold, in the order of the later text."""
    wanted = set(shared.tolist())
    places: dict[int, int] = {}
    for place, key in enumerate(earlier.hashes.tolist()):
        places.setdefault(key, place)
    run: tuple[int, int, int] | None = None
    for place, key in enumerate(later.hashes.tolist()):
        other = places.get(key) if key in wanted else None
        if run and other == run[1] + run[2]:
            run = run[0], run[1], run[2] + 1
            continue
        if run:
            yield _passage(later, earlier, run)
        run = (place, other, 1) if other is not None else None
    if run:
        yield _passage(later, earlier, run)


def _passage(later: Shingled, earlier: Shingled, run: tuple[int, int, int]) -> Passage:
    place, other, count = run
    length = count + later.size - 2
    return Passage(
        Span(later.starts[place], later.ends[place + length]),
        Span(earlier.starts[other], earlier.ends[other + length]),
    )
