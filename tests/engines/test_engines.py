import os
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import count, islice
from pathlib import Path

import msgspec
import pytest
from tests.engines import stages

from ondit.engines import ENGINES, Limits, Lost, Processes
from ondit.errors import ModelError

WORKERS = 2


@pytest.fixture(params=sorted(ENGINES))
def engine(request):
    return ENGINES[request.param](WORKERS, None)


def test_results_come_in_the_order_of_the_records(engine):
    assert list(engine.map(stages.double, range(100))) == [2 * number for number in range(100)]


def test_no_records_give_no_results(engine):
    assert list(engine.map(stages.double, [])) == []


def test_a_failing_record_is_lost_and_the_rest_goes_on(engine):
    results = list(engine.map(stages.fail_on_three, range(20)))
    assert results[:3] + results[4:] == [0, 1, 2, *range(4, 20)]
    assert isinstance(results[3], Lost)
    assert results[3].record == 3
    assert "ZeroDivisionError at stages.py:" in results[3].reason


def test_an_error_that_concerns_the_run_is_raised(engine):
    with pytest.raises(ModelError, match="no model for English"):
        list(engine.map(stages.miss_a_model, range(20)))


def test_records_are_taken_only_as_far_as_needed(engine):
    taken = []
    endless = (taken.append(number) or number for number in count())
    assert list(islice(engine.map(stages.double, endless), 3)) == [0, 2, 4]
    assert len(taken) <= 100


def test_a_dead_worker_costs_the_record_it_died_on():
    results = list(Processes(WORKERS).map(stages.die_on_five, range(60)))
    assert [result for result in results if not isinstance(result, Lost)] == [*range(5), *range(6, 60)]
    assert results[5] == Lost(5, "the worker process died on it (a crash, or out of memory)")


ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
LIMITS = Limits(cpu=1, wall=2.0, memory=512 * 1024**2)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
@pytest.mark.parametrize(
    "stage",
    [
        pytest.param(stages.spin_on_two, id="endless work"),
        pytest.param(stages.sleep_on_two, id="waiting without end"),
        pytest.param(stages.hoard_on_two, id="2 GB of memory"),
    ],
)
def test_a_record_over_a_limit_is_lost_and_the_rest_goes_on(stage):
    results = list(Processes(1, limits=LIMITS).map(stage, range(5)))
    assert [one for one in results if not isinstance(one, Lost)] == [0, 1, 3, 4]
    assert isinstance(results[2], Lost)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_single_worker_tries_no_record_twice(tmp_path):
    list(
        Processes(1, limits=LIMITS).map(partial(stages.note_and_spin_on_two, notes=tmp_path / "n"), range(4))
    )
    assert (tmp_path / "n").read_text() == "0123"


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_worker_may_take_longer_over_its_first_record():
    limits = Limits(cpu=1, wall=30.0, memory=512 * 1024**2, start=2)
    assert list(Processes(1, limits=limits).map(stages.work_at_first, range(3))) == [0, 1, 2]


def test_records_that_come_one_at_a_time_are_answered_at_once():
    with Processes(1).calls(stages.die_on_five) as call:
        assert [call(4), isinstance(call(5), Lost), call(6)] == [4, True, 6]


def test_a_script_that_does_not_guard_its_work_is_not_run_again_by_workers(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "from tests.engines import stages\nfrom ondit.engines import Processes\n"
        "print(list(Processes(1).map(stages.double, range(3))))\n"
    )
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, env=ENVIRONMENT, check=False
    )
    assert (done.stdout, done.stderr) == ("[0, 2, 4]\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_limits_are_each_records_own():
    """Ten records of 0.3 s each are within a limit of one second a record."""
    limits = msgspec.structs.replace(LIMITS, wall=60.0)  # a busy machine takes long
    assert list(Processes(1, limits=limits).map(stages.work_a_while, range(10))) == list(range(10))


def test_a_model_loads_once_in_each_worker():
    results = list(Processes(WORKERS).map(stages.process_and_model, range(60)))
    assert {loads for _, loads in results} == {1}
    assert 1 <= len({process for process, _ in results}) <= WORKERS


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal to a process group")
def test_an_interrupt_ends_the_workers_and_leaves_no_noise():
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.engines.interrupted"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline() == "begun\n"
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does on Ctrl-C
    _, noise = process.communicate(timeout=20)
    assert (process.returncode, noise) == (130, "")
    with pytest.raises(ProcessLookupError):  # within seconds: Python's own helper process ends last
        for _ in range(100):
            os.killpg(process.pid, 0)
            time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="what children used is told by POSIX systems")
def test_what_workers_used_is_seen_by_whoever_started_the_program():
    import resource

    def used() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime

    program = (
        "from ondit.engines import Processes; import stages\n"
        "if __name__ == '__main__': print(*Processes(1).map(stages.work_a_while, [1, 2]))"
    )
    before = used()
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
        check=False,
    )
    assert done.stdout.split() == ["1", "2"], done.stderr
    assert used() - before > 0.6  # twice 0.3 seconds of work, and what starting takes
