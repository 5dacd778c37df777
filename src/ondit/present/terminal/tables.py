"""Listings for the terminal: what a store or an input holds, as tables."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from ondit.model.article import Failure
from ondit.model.decision import ListedDecision
from ondit.model.listing import ListedArticle, ListedClaim, ListedStory
from ondit.present import wording
from ondit.present.dates import date
from ondit.present.terminal.screen import Screen, render
from ondit.present.visible import one_line

_NOT_TRACED = "not traced"
_NUMBERS = {"Carriers", "Articles", "Claims", "Outlets"}


def claims_table(rows: Sequence[ListedClaim], screen: Screen) -> str:
    """Return the claims as a table, in the order given: text, carriers, origins, id."""
    return _table(
        ("Claim", "Carriers", "Independent origins", "Id"),
        (
            (
                row.claim.text,
                str(len(row.claim.carriers)),
                wording.in_words(row.origins) if row.origins else _NOT_TRACED,
                row.claim.id,
            )
            for row in rows
        ),
        screen,
        none="No claims.",
    )


def articles_table(rows: Sequence[ListedArticle], screen: Screen) -> str:
    """Return the articles as a table, in the order given: date, outlet, title, language, claims, id."""
    return _table(
        ("Published", "Outlet", "Title", "Language", "Claims", "Id"),
        (
            (
                date(row.article.published).partition(",")[0],
                row.article.outlet or "",
                row.article.title,
                row.article.language or "",
                str(len(row.claims)),
                row.article.id,
            )
            for row in rows
        ),
        screen,
        none="No articles.",
    )


def stories_table(rows: Sequence[ListedStory], screen: Screen) -> str:
    """Return the stories as a table, in the order given: title, articles, claims, id."""
    return _table(
        ("Story", "Articles", "Outlets", "Claims", "Id"),
        (
            (
                row.story.title,
                str(len(row.story.articles)),
                str(len({article.outlet for article in row.articles})) if row.articles else "",
                str(len(row.story.claims)),
                row.story.id,
            )
            for row in rows
        ),
        screen,
        none="No stories.",
    )


def decisions_table(rows: Sequence[ListedDecision], screen: Screen) -> str:
    """Return the decisions as a table, oldest first: what, of what, why, who, when, how it stands, id."""
    return _table(
        ("Decided", "Of", "Reason", "Who", "When", "State", "Id"),
        (
            (
                row.decision.kind.value,
                ", ".join(filter(None, (row.decision.one, row.decision.other, row.decision.name))),
                row.decision.reason,
                row.decision.who,
                date(row.decision.when),
                _state(row),
                row.decision.id,
            )
            for row in rows
        ),
        screen,
        none="No decisions.",
    )


def failures_table(rows: Sequence[Failure], screen: Screen) -> str:
    """Return the failures as a table: item, stage, why, how often tried, when last."""
    return _table(
        ("Item", "Stage", "Reason", "Tries", "Last"),
        ((row.item, row.stage, row.reason, str(row.attempts), date(row.last)) for row in rows),
        screen,
        none="Nothing failed.",
    )


def _state(row: ListedDecision) -> str:
    """Return whether a decision stands, and which of its ids nothing in the store has any more."""
    state = f"undone by {row.undone_by}" if row.undone_by else "in force"
    return f"{state}; not in this store: {', '.join(row.missing)}" if row.missing else state


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], screen: Screen, *, none: str) -> str:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for head in heads:
        table.add_column(
            head,
            justify="right" if head in _NUMBERS else "left",
            overflow="fold",
            no_wrap=head == "Id",
        )
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return render([table], screen) if table.row_count else none + "\n"
