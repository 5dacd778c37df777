"""`ondit decide`: what an analyst decides, beside or against what Ondit found."""

import getpass
from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec import convert
from msgspec.structs import replace

from ondit.cli import options
from ondit.cli.screen import this_screen
from ondit.deciding import decide as write_decision
from ondit.deciding import draft, list_decisions, with_words
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.decision import DecisionKind, Edit
from ondit.present import DECISION_FORMS
from ondit.store import Store, open_store

_PARTS = ("source", "cue", "content")
"""The parts of an attribution whose words an edit can give."""


def _values(kind: type[Certainty] | type[Polarity] | type[Distance]) -> click.Choice[str]:
    return click.Choice([value.value for value in kind])


def _user() -> str:
    """Return the name of the user; empty where the system knows none, and --who is then needed."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # what it raises depends on the Python and on the system
        return ""


@click.command()
@click.argument("kind", required=False, type=click.Choice([kind.value for kind in DecisionKind]))
@click.argument("ids", nargs=-1, metavar="[ID...]")
@options.store
@click.option("--reason", default="", help="Why you decide so. Needed.")
@click.option("--who", envvar="ONDIT_WHO", default=_user, show_default="the user's name", help="Who decides.")
@click.option("--certainty", type=_values(Certainty), help="edit: how certain the source is.")
@click.option("--polarity", type=_values(Polarity), help="edit: whether the content holds for the source.")
@click.option("--distance", type=_values(Distance), help="edit: the writer's own distance.")
@click.option("--source", "source_id", metavar="ID", help="edit: the source that is meant.")
@click.option("--source-words", metavar="TEXT", help="edit: the source, in the article's words.")
@click.option("--cue-words", metavar="TEXT", help="edit: the cue.")
@click.option("--content-words", metavar="TEXT", help="edit: the content.")
@options.form(DECISION_FORMS)
def decide(
    kind: str | None, ids: tuple[str, ...], path: Path, reason: str, who: str, form: str, **edit: str | None
) -> None:
    """Decide what Ondit cannot know. What you decide is kept, with reason, name and time, and later runs obey
    it.

    Without KIND, the decisions are listed. docs/decide.md says what each KIND does and which ids it takes.
    """
    with open_store(path) as store:
        if kind is None:
            click.echo(DECISION_FORMS[form](list_decisions(store), this_screen()), nl=False)
            return
        _decide(store, DecisionKind(kind), ids, (reason, who), edit)


def _decide(
    store: Store,
    kind: DecisionKind,
    ids: tuple[str, ...],
    said: tuple[str, str],
    edit: dict[str, str | None],
) -> None:
    decision = draft(kind, ids, reason=said[0], who=said[1])
    if any(edit.values()):
        if kind is not DecisionKind.EDIT:
            raise click.UsageError(f"{kind} takes no --certainty, --polarity, --distance, --source or words")
        typed = {part: words for part in _PARTS if (words := edit.pop(f"{part}_words"))}
        decision = replace(decision, edit=convert(edit, Edit))
        decision = with_words(store, decision, typed) if typed else decision
    written = write_decision(store, decision, datetime.now(UTC).isoformat(timespec="seconds"))
    click.echo(f"{written.id}: {written.kind} of {' and '.join(sorted(written.names))}")
