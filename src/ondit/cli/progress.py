"""Progress and skipped items, on stderr."""

from collections.abc import Iterable, Iterator
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ondit.cli.group import EXIT_NOTHING_DONE, EXIT_REFUSED, EXIT_SOME_FAILED
from ondit.errors import RefusedError
from ondit.languages import lexicon_of
from ondit.model.article import Skipped
from ondit.model.reading import Reading

_SHOWN = 20  # the first twenty reasons fit a screen; the count says how many more there are


class Work:
    """Counts what is done and what is skipped, shows a bar, and ends with the right exit code."""

    def __init__(self, doing: str) -> None:
        console = Console(stderr=True)
        quiet = bool(click.get_current_context().find_root().params.get("quiet"))
        self.done = 0
        self.skipped: list[Skipped] = []
        self._unparsed: set[str] = set()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task(doing, total=None)

    def __enter__(self) -> "Work":
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def watch(self, results: Iterable[Reading | Skipped]) -> Iterator[Reading]:
        """Yield the readings; keep the skipped items; say once of each language that it is not parsed."""
        for result in results:
            self._bar.advance(self._task)
            if isinstance(result, Skipped):
                self.skipped.append(result)
                if len(self.skipped) <= _SHOWN:
                    click.echo(f"skipped: {result.item}: {result.reason}", err=True)
                continue
            self.done += 1
            self._tell_unparsed(result)
            yield result

    def finish(self) -> None:
        """Say what was skipped and end the command: 0 all good, 3 some items failed, 1 nothing done, 4 where
        nothing was done because our rules forbid all of it."""
        if len(self.skipped) > _SHOWN:
            click.echo(f"... and {len(self.skipped) - _SHOWN} more.", err=True)
        if self.skipped:
            click.echo(f"{self.done} read, {len(self.skipped)} skipped.", err=True)
            click.get_current_context().exit(self._exit_code())

    def _exit_code(self) -> int:
        if self.done:
            return EXIT_SOME_FAILED
        refused = all(one.code == RefusedError.CODE for one in self.skipped)
        return EXIT_REFUSED if refused else EXIT_NOTHING_DONE

    def _tell_unparsed(self, reading: Reading) -> None:
        language = reading.article.language or "und"
        if not reading.parsed and language not in self._unparsed:
            self._unparsed.add(language)
            lexicon = lexicon_of(language)
            if lexicon and lexicon.surface:
                how = "without a parser, from word lists: attributions are found with less care"
            else:
                how = "for quotations, outlets, credits and numbers only"
            click.echo(f"note: articles in '{language}' are read {how}.", err=True)
