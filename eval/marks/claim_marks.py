"""The gold of claims: reading its notation, strictly. eval/gold/claims/README.md describes it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from eval.marks.gold_set import GoldPart, gold_files, part_of
from eval.marks.records import GoldError
from ondit.model.article import Article
from ondit.model.claim import Voice
from ondit.model.span import Part, Span

CLAIMS = Path(__file__).parent.parent / "gold" / "claims"

_MARK = re.compile(r"\{([A-Z])([:?-]?)((?: #\d+(?:\.\d+)?)*) (?=\S)")
# matches "{A: #40 that", "{B- he" and "{C Rain", not "{A:#40 that" and not "{c1 that"
_CLAIM = re.compile(r"= ([A-Z]) (.+?)(?: / (\w+) ([A-Z]))?$")
# matches "= B A dam in Oruk broke / place A" and "= A Rain fell", not "= Rain fell"
_ARTICLE = re.compile(r"@ (([a-z]+)\.\d+)$")  # matches "@ dam.12", not "@ dam"
_FIELD = re.compile(r"(outlet|published|language|title|main): (.+)$")  # matches "main: A", not "main:"
_VOICES = {"": Voice.ASSERTED, ":": Voice.ATTRIBUTED, "?": Voice.HEDGED, "-": Voice.DENIED}


class Neighbourhood(StrEnum):
    """What makes two claims two, although much in them is alike."""

    REVERSAL = "reversal"
    ACT = "act"
    PLACE = "place"
    PEOPLE = "people"
    MODEL = "model"


class Neighbours(msgspec.Struct, frozen=True):
    """Two claims, by label, that are easily taken for one."""

    kind: Neighbourhood
    one: str
    other: str


class ClaimMark(msgspec.Struct, frozen=True, kw_only=True):
    """One mention as marked. `claim` is the story's id with the claim's letter; `values` are those of its
    quantities, absolute."""

    claim: str
    article_id: str
    span: Span
    text: str
    voice: Voice
    values: tuple[float, ...] = ()


class ClaimStory(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the gold: articles with their marks. `glosses` says in words what each claim is; `mains`
    are the claims, by article id, that title and lede make."""

    id: str
    glosses: dict[str, str]
    neighbours: tuple[Neighbours, ...]
    articles: tuple[Article, ...]
    marks: tuple[ClaimMark, ...]
    mains: dict[str, str]


def read_claims(part: GoldPart, folder: Path = CLAIMS) -> list[ClaimStory]:
    """Return the stories of one part.

    Raises `GoldError` when a file does not follow the notation or lies in the wrong part.
    """
    stories = []
    for path in gold_files(part, folder):
        if part_of(path.stem) is not part:
            raise GoldError(
                f"{path.relative_to(folder)}: the digest of {path.stem} belongs to the other part"
            )
        stories.append(read_story(path.read_text(encoding="utf-8"), path.stem))
    return stories


class _Draft(msgspec.Struct):
    """The lines of one article of a story, not read yet."""

    id: str
    fields: dict[str, str] = {}
    text: list[str] = []


def read_story(text: str, story: str) -> ClaimStory:
    """Return the story that a file holds; `story` is its name.

    Raises `GoldError`, with the place, at the first line that does not follow the notation.
    """
    glosses: dict[str, str] = {}
    neighbours: list[Neighbours] = []
    drafts: list[_Draft] = []
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{story}.txt:{number}"
        if line.startswith("= "):
            label, near = _claim(line, story, where)
            if label[0] in glosses or (near and near.other not in glosses):
                raise GoldError(f"{where}: {label[0]} stands twice, or its neighbour not before it")
            glosses[label[0]] = label[1]
            neighbours += [near] if near else []
        elif line.startswith("@"):
            drafts.append(_draft(line, story, where))
        elif drafts:
            _add_line(drafts[-1], line)
        elif line.strip() and not line.startswith("#"):
            raise GoldError(f"{where}: text before the first '@ {story}.1' line")
    articles, marks, mains = [], [], {}
    for draft in drafts:
        article, found = _article(draft, story)
        main = f"{story}.{draft.fields['main']}" if "main" in draft.fields else None
        mains[article.id] = main or (found[0].claim if found else "")
        articles.append(article)
        marks += found
    if stray := {one.claim for one in marks} ^ set(glosses):
        raise GoldError(f"{story}.txt: {sorted(stray)} is not both marked and listed with '='")
    return ClaimStory(
        id=story,
        glosses=glosses,
        neighbours=tuple(neighbours),
        articles=tuple(articles),
        marks=tuple(marks),
        mains=mains,
    )


def _claim(line: str, story: str, where: str) -> tuple[tuple[str, str], Neighbours | None]:
    found = _CLAIM.match(line)
    if not found:
        raise GoldError(f"{where}: not a claim: {line!r}; write '= A what it says' or '= B ... / place A'")
    label = f"{story}.{found[1]}"
    if not found[3]:
        return (label, found[2]), None
    if found[3] not in list(Neighbourhood):
        raise GoldError(f"{where}: {found[3]!r} is none of {', '.join(Neighbourhood)}")
    return (label, found[2]), Neighbours(Neighbourhood(found[3]), label, f"{story}.{found[4]}")


def _draft(line: str, story: str, where: str) -> _Draft:
    found = _ARTICLE.match(line)
    if not found or found[2] != story:
        raise GoldError(f"{where}: not an article's id: {line!r}; write '@ {story}.1'")
    return _Draft(found[1])


def _add_line(draft: _Draft, line: str) -> None:
    if not any(draft.text) and (field := _FIELD.match(line)):
        draft.fields[field[1]] = field[2]
    else:
        draft.text.append(line)


def _article(draft: _Draft, story: str) -> tuple[Article, list[ClaimMark]]:
    if missing := {"outlet", "published", "language", "title"} - draft.fields.keys():
        raise GoldError(f"{draft.id}: no {', '.join(sorted(missing))}")
    title, in_title = _unmarked(draft.fields["title"], draft.id)
    text, in_text = _unmarked("\n".join(draft.text).strip(), draft.id)
    article = Article(
        id=draft.id,
        title=title,
        text=text,
        outlet=draft.fields["outlet"],
        published=draft.fields["published"],
        language=draft.fields["language"],
    )
    marks = [(Part.TITLE, one) for one in in_title] + [(Part.BODY, one) for one in in_text]
    return article, list(_marks(article, story, marks))


def _marks(
    article: Article, story: str, marks: list[tuple[Part, tuple[re.Match[str], int, int]]]
) -> Iterator[ClaimMark]:
    for part, (head, start, end) in marks:
        span = Span(start, end, part)
        yield ClaimMark(
            claim=f"{story}.{head[1]}",
            article_id=article.id,
            span=span,
            text=article.cut(span),
            voice=_VOICES[head[2]],
            values=tuple(float(value.lstrip("#")) for value in head[3].split()),
        )


def _unmarked(marked: str, where: str) -> tuple[str, list[tuple[re.Match[str], int, int]]]:
    """Return the text without its marks, and the head and place of every mark."""
    plain, found, at = "", [], 0
    while (opened := marked.find("{", at)) >= 0:
        head, closed = _MARK.match(marked, opened), marked.find("}", opened)
        inside = marked[head.end() : closed] if head and closed > 0 else ""
        if not head or not inside.strip() or inside != inside.strip() or "{" in inside:
            raise GoldError(f"{where}: not a mark: {marked[opened : opened + 30]!r}")
        plain += marked[at:opened]
        found.append((head, len(plain), len(plain) + len(inside)))
        plain += inside
        at = closed + 1
    plain += marked[at:]
    if "}" in plain:
        raise GoldError(f"{where}: nothing to close before {plain.partition('}')[2][:30]!r}")
    return plain, found
