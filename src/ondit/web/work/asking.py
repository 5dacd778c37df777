"""Sentences that are asked: each is read in a process of its own, which holds the language model."""

from functools import partial
from pathlib import Path
from threading import Condition

import msgspec

from ondit.errors import OnditError
from ondit.listings import trace_asked
from ondit.model.listing import AskedClaim, Narrowing
from ondit.pipeline import Recipe
from ondit.store import at_one_moment, open_store
from ondit.web.work.lane import Kept, Lane
from ondit.web.work.tracing import PATIENCE

_KEPT = 64  # answers; one of many carriers has some 5 MB


class Question(msgspec.Struct, frozen=True):
    """A sentence, asked within bounds, of the store as it was at a version."""

    sentence: str
    narrowing: Narrowing
    version: str

    @property
    def name(self) -> str:
        """What is asked, whatever the version."""
        return msgspec.json.encode((self.sentence, self.narrowing)).decode()


class Answer(msgspec.Struct, frozen=True):
    """What a question is answered; `found` is None when no claim is like the sentence."""

    found: AskedClaim | None = None


def make(path: Path, recipe: Recipe, question: Question) -> Answer:
    """Answer a question; with nothing when the store cannot be read."""
    try:
        with open_store(path, reading=True) as store, at_one_moment(store):
            return Answer(trace_asked(question.sentence, store, recipe, question.narrowing))
    except OnditError:
        return Answer()


class Asker:
    """Gives answers, and has those made that nobody has asked for yet."""

    def __init__(self, path: Path, recipe: Recipe) -> None:
        self._changed = Condition()
        self._answers: Kept[Answer] = Kept(_KEPT)
        self._lane = Lane(partial(make, path, recipe), self._keep)

    def answer(self, question: Question) -> Answer | None:
        """Return what a question is answered, None while that is being found out."""
        name, state = question.name, question.version.encode()
        with self._changed:
            if found := self._answers.get(name, state):
                return found
            self._lane.ask(0, question)
            self._changed.wait_for(lambda: self._answers.get(name, state), PATIENCE)
            return self._answers.get(name, state)

    def close(self) -> None:
        """End the process."""
        self._lane.close()

    def _keep(self, question: Question, made: Answer | None) -> None:
        with self._changed:
            self._answers.put(question.name, question.version.encode(), made or Answer())
            self._changed.notify_all()
