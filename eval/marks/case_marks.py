"""The gold of provenance: stories with their true sourcing graph (eval/gold/provenance/README.md)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from eval.marks.gold_set import GoldPart, gold_files, part_of
from eval.marks.records import GoldError
from ondit.model.article import Article
from ondit.model.claim import Voice

CASES = Path(__file__).parent.parent / "gold" / "provenance"

OriginKind = Literal["anonymous", "named person", "organisation", "own reporting", "document"]
Scope = Literal["claim", "context", "optional"]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a story, read strictly."""


class CaseArticle(_Strict, frozen=True, kw_only=True):
    """One page of a story."""

    id: str
    url: str | None = None
    outlet: str
    published: str | None
    lang: str
    title: str | None
    text: str

    def record(self) -> Article:
        """Return the page as an article that the system reads."""
        return Article(
            id=self.id,
            url=self.url,
            outlet=self.outlet,
            published=self.published,
            language=self.lang,
            title=self.title or "",
            text=self.text,
        )


class CaseEdge(_Strict, frozen=True, kw_only=True):
    """`taker` has the claim from `giver`, by words that stand in some page. An edge of the scope "context" is
    about something else or about the denial, one that is "optional" may be told or not."""

    taker: str = msgspec.field(name="from")
    giver: str = msgspec.field(name="to")
    evidence: str
    kind: Literal["cites", "quotes", "republishes", "links"] = "cites"
    scope: Scope = "claim"


class CaseCopy(_Strict, frozen=True, kw_only=True):
    """The page `taker` has its text from the page `giver`."""

    taker: str = msgspec.field(name="from")
    giver: str = msgspec.field(name="to")
    how: str = ""


class CaseOrigin(_Strict, frozen=True, kw_only=True):
    """An origin, under one of the names that `aliases` list."""

    name: str
    kind: OriginKind
    description: str = ""


class CaseDenial(_Strict, frozen=True, kw_only=True):
    """Who denies the claim, and the pages that carry it."""

    who: str
    articles: tuple[str, ...] = msgspec.field(name="in")


class CaseGold(_Strict, frozen=True, kw_only=True):
    """What a careful reader says of a story. `hedge` is the voice by carrier, several where each is right;
    `same_as` the outlet that a page stands for; `aliases` the other wordings of each name."""

    carriers: tuple[str, ...]
    noncarriers: dict[str, str] = {}
    edges: tuple[CaseEdge, ...]
    copies: tuple[CaseCopy, ...] = ()
    origins: tuple[CaseOrigin, ...] = ()
    same_as: dict[str, str] = {}
    denials: tuple[CaseDenial, ...] = ()
    numbers: dict[str, float | tuple[float, ...]] = {}
    hedge: dict[str, Voice | tuple[Voice, ...]]
    independent_origins: int
    independent_origins_range: tuple[int, int]
    independent_origins_settled: bool
    first_published_any: tuple[str, ...]
    notes: str = ""
    aliases: dict[str, tuple[str, ...]]


class Case(_Strict, frozen=True, kw_only=True):
    """A story: its claim, the question that is asked of it, its pages and the gold."""

    story: str
    claim: str
    ask: str
    domain: str
    articles: tuple[CaseArticle, ...]
    gold: CaseGold


def read_cases(part: GoldPart, folder: Path = CASES) -> list[Case]:
    """Return the stories of one part.

    Raises `GoldError` when a file does not follow the format, contradicts itself or lies in the wrong part.
    """
    cases = []
    for path in gold_files(part, folder):
        name = path.relative_to(folder)
        try:
            case = msgspec.json.decode(path.read_bytes(), type=Case)
        except msgspec.DecodeError as error:
            raise GoldError(f"{name}: {error}") from error
        faults = [*_faults(case)]
        if path.stem != case.story or part_of(case.story) is not part:
            faults.append(f"the digest of {case.story!r} or the file's name says that it lies elsewhere")
        if faults:
            raise GoldError("\n".join(f"{name}: {fault}" for fault in faults))
        cases.append(case)
    return cases


def _faults(case: Case) -> Iterator[str]:
    """Yield what contradicts itself: an unknown page or name, a page of no sort, words that stand nowhere."""
    gold, pages = case.gold, {one.id: f"{one.title}\n{one.text}" for one in case.articles}
    known = {*pages, *gold.aliases, *(other for others in gold.aliases.values() for other in others)}
    named = [end for edge in gold.edges for end in (edge.taker, edge.giver)]
    named += [one.name for one in gold.origins] + [one.who for one in gold.denials]
    yield from (f"{name!r} has no line among the aliases" for name in named if name not in known)
    if {*gold.carriers, *gold.noncarriers} != set(pages) or set(gold.hedge) != set(gold.carriers):
        yield "every page must be a carrier with a voice or a noncarrier"
    told = {*gold.numbers, *gold.same_as, *gold.first_published_any}
    told |= {page for one in gold.denials for page in one.articles}
    told |= {page for one in gold.copies for page in (one.taker, one.giver)}
    yield from (f"there is no page {page!r}" for page in sorted(told - set(pages)))
    for edge in gold.edges:
        where = [pages[edge.taker]] if edge.taker in pages else pages.values()
        if not any(edge.evidence in text for text in where):
            yield f"{edge.evidence!r} does not stand where {edge.taker} has it from {edge.giver}"
    low, high = gold.independent_origins_range
    if not low <= gold.independent_origins <= high or (gold.independent_origins_settled and low != high):
        yield "the number of independent origins lies outside its range, or is settled and open"
