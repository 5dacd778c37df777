"""The box that adds: one task at a time, in a process of its own, so that reading goes on undisturbed."""

import multiprocessing
from collections import Counter, OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, Full, Queue
from threading import Condition, Thread
from time import monotonic

import msgspec

from ondit.errors import NotFoundError, StoreLockedError
from ondit.ingest import shown
from ondit.web.adding import Ended, Fate, Outcome, Plan, Task, work

__all__ = ["Job", "Jobs", "Plan", "State", "Task"]

_REMEMBERED = 100  # jobs whose end can still be looked up
_WAITING = 20  # jobs in line; more wait with whoever sends them
_MOST_TOLD = 5_000  # outcomes kept of one job; a batch that fits a body has fewer
_IDLE = 600.0  # seconds after which the process, 300 MB with a language model, is ended until it is needed


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A task with how far it is. `counts` are the items by what became of them; `outcomes` tell each, in the
    order in which they came to an end. `error` says why it failed, `what` is what is added, in words."""

    id: str
    what: str
    state: State = State.WAITING
    counts: tuple[tuple[Fate, int], ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    error: str = ""
    is_locked: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in (State.DONE, State.FAILED)

    def count(self, fate: str) -> int:
        """Return how many items met this fate."""
        return dict(self.counts).get(Fate(fate), 0)


class Jobs:
    """The jobs of a server, the latest of which can be looked up."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._line: Queue[tuple[str, Task] | None] = Queue(_WAITING)
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._changed = Condition()
        self._thread: Thread | None = None
        self._worker: tuple[BaseProcess, Connection] | None = None
        self._made = 0

    def add(self, task: Task) -> Job:
        """Put a task in line. Raises `StoreLockedError` when the line is full."""
        with self._changed:
            self._made += 1
            job = Job(id=str(self._made), what=_told(task))
            try:
                self._line.put_nowait((job.id, task))
            except Full:
                raise StoreLockedError(
                    f"{_WAITING} tasks are waiting to be added already; try again when some are done"
                ) from None
            self._jobs[job.id] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = Thread(target=self._run, daemon=True, name="jobs")
                self._thread.start()
        return job

    def get(self, job_id: str) -> Job:
        """Return a job as it is now. Raises `NotFoundError` when there is none or it is long over."""
        with self._changed:
            job = self._jobs.get(job_id)
        if job is None:
            raise NotFoundError(f"no job {job_id} here; jobs are forgotten when the server ends")
        return job

    def latest(self) -> Sequence[Job]:
        """Return the jobs, the latest first."""
        with self._changed:
            return list(reversed(self._jobs.values()))

    def wait(self, job_id: str, seconds: float) -> Job:
        """Return a job when it is over, or as it is after so many seconds."""
        end = monotonic() + seconds
        with self._changed:
            while not (job := self._jobs[job_id]).is_over and (left := end - monotonic()) > 0:
                self._changed.wait(left)
            return job

    def close(self) -> None:
        """End the worker and whatever it is at; what it has acknowledged stays in the store."""
        with suppress(Full):
            self._line.put_nowait(None)
        self._dismiss()

    def _run(self) -> None:
        while True:
            try:
                order = self._line.get(timeout=_IDLE if self._worker else None)
            except Empty:
                self._dismiss()
                continue
            if order is None:
                return
            self._do(*order)

    def _do(self, job_id: str, task: Task) -> None:
        job = self.get(job_id)
        counts: Counter[Fate] = Counter()
        outcomes: list[Outcome] = []
        self._tell(msgspec.structs.replace(job, state=State.RUNNING))
        try:
            pipe = self._hired()
            pipe.send(task)
            while not isinstance(said := pipe.recv(), Ended):
                counts[said.fate] += 1
                if len(outcomes) < _MOST_TOLD:
                    outcomes.append(said)
                if not pipe.poll():  # the pages need not see each of a thousand at once
                    self._tell(_grown(job, State.RUNNING, counts, outcomes))
        except (EOFError, OSError):
            self._dismiss()
            said = Ended(error="the process that adds has ended; what it had acknowledged is in the store")
        job = _grown(job, State.FAILED if said.error else State.DONE, counts, outcomes)
        self._tell(msgspec.structs.replace(job, error=said.error, is_locked=said.is_locked))

    def _tell(self, job: Job) -> None:
        with self._changed:
            self._jobs[job.id] = job
            self._changed.notify_all()

    def _hired(self) -> Connection:
        """Return the pipe to the worker, which is started when there is none."""
        if self._worker is None or not self._worker[0].is_alive():
            context = multiprocessing.get_context("spawn")  # a fork would take the threads' locks along
            ours, theirs = context.Pipe()
            process = context.Process(target=work, args=(self._plan, theirs), name="ondit adds", daemon=False)
            process.start()
            theirs.close()
            self._worker = process, ours
        return self._worker[1]

    def _dismiss(self) -> None:
        if self._worker is not None:
            process, pipe = self._worker
            self._worker = None
            pipe.close()
            process.terminate()
            process.join()


def _grown(job: Job, state: State, counts: Counter[Fate], outcomes: Sequence[Outcome]) -> Job:
    return msgspec.structs.replace(
        job, state=state, counts=tuple(sorted(counts.items())), outcomes=tuple(outcomes)
    )


def _told(task: Task) -> str:
    """Return in words what a task adds."""
    names = [*map(shown, task.inputs), *(item.name for item in task.items)]
    return names[0] if len(names) == 1 else f"{len(names)} items"
