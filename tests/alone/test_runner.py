"""The warm worker and its watch: what every way of ending a run costs, and whom."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from autograder.judging.problem import problem_from
from autograder.records import Observation, Outcome
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup, Worker
from autograder.wire.protocol import Job, Limits, Piece, ProbeSource
from autograder.wire.tier import FULL, NONE
from tests.faults import descendants
from tests.own_course import PUBLIC

# One process has all of them, and what they share.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("runner")]

LIMITS = Limits(wall_seconds=6, cpu_seconds=4, memory_mb=700, output_mb=1, evidence_mb=4)
# For what goes on until it is ended.
SHORT_LIMITS = replace(LIMITS, wall_seconds=3, cpu_seconds=2)
# For a worker that is lost and started again on a machine that does other work beside.
PATIENCE_SECONDS = 300
PROBE = ProbeSource("answer", "def answer(student, given):\n    return {'value': student.answer()}")


def job(source: str, *probes: ProbeSource, limits: Limits = LIMITS, **given: Any) -> Job:
    """One function's source as a job; the probe reports what `answer` returns."""
    return Job("slug", (Piece("cell 1", 1, source),), probes or (PROBE,), given, 7, limits)


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    runner = Runner(Setup(choose_sandbox(allow_unsandboxed=False), (PUBLIC,)))
    yield runner
    runner.close()


def observed(runner: Runner, one: Job) -> Observation:
    (seen,) = runner.observe([one])
    return seen


def reported(observation: Observation) -> Any:
    return observation.evidence["answer"]["values"]["value"]


def test_an_honest_answer_comes_back(runner: Runner) -> None:
    """A probe's report is the evidence, with what it cost."""
    seen = observed(runner, job("def answer():\n    print('hello')\n    return 42"))
    assert seen.outcome is Outcome.FINISHED
    assert reported(seen) == 42
    assert seen.output == "hello\n"
    assert 0 <= seen.cpu_seconds < LIMITS.cpu_seconds
    assert seen.peak_memory_mb > 10


def test_a_long_program_arrives(runner: Runner) -> None:
    """A notebook may hold megabytes of text; what is limited is what comes back."""
    texts = [Piece(f"cell {n}", 1, f"words{n} = {'x' * 150_000!r}") for n in range(20)]
    answer = Piece("cell 20", 1, "def answer():\n    return len(words0 + words19)")
    seen = observed(runner, replace(job(""), pieces=(*texts, answer)))
    assert reported(seen) == 300_000


ENDINGS = {
    "an endless loop": ("while True: pass", Outcome.TIMED_OUT),
    "sleep": ("import time; time.sleep(600)", Outcome.TIMED_OUT),
    "a loop that swallows every exception": (
        "while True:\n        try:\n            while True: pass"
        "\n        except BaseException: pass",
        Outcome.TIMED_OUT,
    ),
    "signals ignored": (
        "import signal\n    for n in (2, 15, 24): signal.signal(n, signal.SIG_IGN)"
        "\n    while True: pass",
        Outcome.TIMED_OUT,
    ),
    "os._exit": ("import os; os._exit(0)", Outcome.CRASHED),
    "a segmentation fault": ("import ctypes; ctypes.string_at(0)", Outcome.CRASHED),
    "abort": ("import os; os.abort()", Outcome.CRASHED),
    "200 MB of prints": ("for _ in range(200): print('x' * 2**20)", Outcome.OUTPUT_TOO_LARGE),
    "an array step by step": (
        "kept = []\n    while True: kept.append(bytearray(b'x' * 2**24))",
        Outcome.OUT_OF_MEMORY,
    ),
    "a huge report": ("import numpy; return numpy.zeros(2**22)", Outcome.OUTPUT_TOO_LARGE),
}


REASONS = {
    Outcome.TIMED_OUT: ("ended.wall", "ended.cpu"),
    Outcome.CRASHED: ("ended.python", "ended.abruptly"),
    Outcome.OUTPUT_TOO_LARGE: ("ended.printed", "ended.report"),
    Outcome.OUT_OF_MEMORY: ("ended.memory",),
}


@pytest.mark.parametrize(("body", "outcome"), ENDINGS.values(), ids=ENDINGS.keys())
def test_every_ending_has_its_name(runner: Runner, body: str, outcome: Outcome | None) -> None:
    """Each way to end badly is named as it is, within the limits, and the next run is unharmed."""
    started = time.monotonic()
    limits = SHORT_LIMITS if outcome is Outcome.TIMED_OUT else LIMITS
    seen = observed(runner, job(f"def answer():\n    {body}", limits=limits))
    assert seen.outcome is not Outcome.FINISHED
    assert outcome in (None, seen.outcome)
    assert seen.reason is not None
    assert seen.reason.name in REASONS[seen.outcome]
    assert time.monotonic() - started < LIMITS.wall_seconds + PATIENCE_SECONDS
    assert reported(observed(runner, job("def answer():\n    return 42"))) == 42


RAISED = {
    "sys.exit": ("import sys; sys.exit(0)", "SystemExit"),
    "an exception": ("return 1 / 0", "by zero"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "8 GB at once": ("import numpy; return numpy.ones(10**9)", "MemoryError"),
    "its process group killed": ("import os; os.killpg(0, 9)", "not permitted"),
    "itself killed": ("import os; os.kill(os.getpid(), 9)", "not permitted"),
    "the worker killed": ("import os; os.kill(os.getppid(), 9)", "not permitted"),
    "a process started": ("import os; os.fork()", "not permitted"),
    "a program started": ("import subprocess; subprocess.run(['true'])", "not permitted"),
    "a socket": ("import socket; socket.socket()", "not permitted"),
    "not written": ("raise NotImplementedError", "NotImplementedError"),
}


@pytest.mark.parametrize(("body", "words"), RAISED.values(), ids=RAISED.keys())
def test_an_exception_costs_one_probe(runner: Runner, body: str, words: str) -> None:
    """What student code raises ends its probe and is reported; the next probe still runs."""
    other = ProbeSource("other", "def other(student, given):\n    return {'value': 1}")
    seen = observed(runner, job(f"def answer():\n    {body}", PROBE, other))
    if seen.outcome is Outcome.OUT_OF_MEMORY:
        assert seen.reason is not None
        assert seen.reason.name == "ended.memory"
        return
    assert seen.outcome is Outcome.FINISHED
    problem = problem_from(seen.crashes["answer"].problem)
    assert words in str(problem.raised)
    assert (problem.place, problem.line) == ("cell 1", 2)
    assert seen.evidence["other"]["values"] == {"value": 1}


def test_evidence_before_the_end_is_kept(runner: Runner) -> None:
    """A crash in the second probe costs nothing of the first."""
    bad = ProbeSource("bad", "def bad(student, given):\n    import os\n    os._exit(3)")
    seen = observed(runner, job("def answer():\n    return 42", PROBE, bad))
    assert (seen.outcome, seen.running) == (Outcome.CRASHED, "bad")
    assert reported(seen) == 42


def test_nothing_is_left_for_the_next_child(runner: Runner) -> None:
    """Files, threads, settings and the process of one child are gone before the next one looks."""
    leave = (
        "    for folder in folders: pathlib.Path(folder, 'left').touch()\n"
        "    threading.Thread(target=time.sleep, args=[600]).start()\n"
        "    os.environ['LEFT'] = builtins.left = 'left'\n"
    )
    look = (
        "import builtins, os, pathlib, threading, time\n"
        "def answer():\n    folders = os.environ['TMPDIR'], '/dev/shm'\n{}"
        "    files = [name for folder in folders for name in os.listdir(folder)]\n"
        "    settings = 'LEFT' in os.environ, hasattr(builtins, 'left')\n"
        "    running = sorted(int(name) for name in os.listdir('/proc') if name.isdigit())\n"
        "    return [sorted(files), settings, threading.active_count(), running, os.getpid()]"
    )
    left, (*others, running, child) = (
        reported(observed(runner, job(look.format(deeds)))) for deeds in (leave, "")
    )
    running_before, child_before = left[3:]
    assert left[:3] == [["keras", "left", "left"], [True, True], 2]
    assert others == [["keras"], [False, False], 1]
    # The worker, behind bubblewrap's own process or as the first one, and the child.
    workers = running_before[:-1]
    assert workers in ([1], [1, 2])
    assert running_before == [*workers, child_before]
    assert running == [*workers, child]
    assert child != child_before


def test_the_data_set_is_offline(runner: Runner) -> None:
    """`load_data()` answers without a network, with the images that the course chose."""
    source = (
        "import tensorflow as tf\ndef answer():\n"
        "    images = tf.keras.datasets.fashion_mnist.load_data()[0][0]\n"
        "    return list(images.shape)"
    )
    assert reported(observed(runner, job(source))) == [6000, 28, 28]


def test_the_same_seed_gives_the_same_numbers(runner: Runner) -> None:
    """Python, NumPy and Keras start every probe from the judge's seed."""
    source = (
        "import keras, numpy, random\ndef answer():\n"
        "    return [random.random(), numpy.random.rand(),"
        " float(keras.random.uniform(()))]"
    )
    first, second = (reported(observed(runner, job(source))) for _ in range(2))
    assert first == second


def test_a_child_cannot_grow_its_limits(runner: Runner) -> None:
    """The hard limits hold for the child, whatever it asks for."""
    source = (
        "def answer():\n    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6))"
    )
    assert "not allowed" in str(observed(runner, job(source)).crashes["answer"].problem)


def test_forged_frames_are_only_claims(runner: Runner) -> None:
    """A child that writes frames of its own can neither name other probes nor crash the judge."""
    source = (
        "def answer():\n    import os, struct\n"
        "    for fd in range(3, 64):\n        try:\n"
        "            os.write(fd, struct.pack('>Q', 5) + b'junk!')\n"
        "        except OSError: pass\n    return 42"
    )
    seen = observed(runner, job(source))
    assert seen.outcome is Outcome.OUTPUT_TOO_LARGE or seen.evidence.keys() <= {"answer"}


def test_a_fault_of_ours_is_not_the_students(runner: Runner) -> None:
    """When our own code beside the student's fails, the run is a sandbox fault with the reason."""
    broken = Job("slug", (), (PROBE,), {}, -7, LIMITS)
    seen = observed(runner, broken)
    assert seen.outcome is Outcome.SANDBOX_FAULT
    assert seen.reason is not None
    assert seen.reason.name == "ended.fault"
    assert "EvidenceError" in str(seen.reason.values["text"])


def worker_of(runner: Runner) -> Worker | None:
    return runner._worker  # noqa: SLF001 - no user of a runner has any business with it


def test_a_lost_worker_is_replaced(runner: Runner) -> None:
    """A worker that dies is started anew, and what it ran is run again."""
    runner.warm()
    lost = worker_of(runner)
    assert lost is not None
    threading.Timer(0.5, lost.kill).start()
    seen = observed(runner, job("def answer():\n    import time; time.sleep(2); return 42"))
    assert reported(seen) == 42
    assert worker_of(runner) is not lost


def test_a_child_killed_by_somebody_else_is_run_again(runner: Runner) -> None:
    """Student code cannot do that to itself, so it must not cost the student anything."""
    runner.warm()
    worker = worker_of(runner)
    assert worker is not None
    killed: list[int] = []

    def kill_the_child() -> None:
        while not killed:
            for process in descendants(worker._process.pid):  # noqa: SLF001 - as above
                threads = Path(f"/proc/{process}/task")
                # The worker and bubblewrap have one thread each; a child that computes has more.
                if threads.is_dir() and len(list(threads.iterdir())) > 1:
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)
            time.sleep(0.02)

    thread = threading.Thread(target=kill_the_child)
    thread.start()
    body = "import tensorflow as tf, time; tf.constant(1) + 1; time.sleep(2); return 42"
    seen = observed(runner, job(f"def answer():\n    {body}"))
    thread.join()
    assert len(killed) == 1
    assert reported(seen) == 42


def test_a_job_that_loses_two_workers_gets_no_grade(runner: Runner) -> None:
    """Twice is enough: it is marked as our fault, and the next job gets a worker again."""
    stopped = threading.Event()

    def kill_all() -> None:
        while not stopped.wait(0.2):
            if (worker := worker_of(runner)) is not None:
                worker.kill()

    thread = threading.Thread(target=kill_all)
    thread.start()
    seen = observed(runner, job("def answer():\n    import time; time.sleep(5)"))
    stopped.set()
    thread.join()
    assert seen.outcome is Outcome.SANDBOX_FAULT
    assert reported(observed(runner, job("def answer():\n    return 42"))) == 42


def test_a_worker_that_cannot_start_is_our_fault(tmp_path: Path) -> None:
    """A sandbox that breaks after it was chosen gives a sandbox fault with its own words."""
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho no namespaces today >&2\nexit 1\n")
    broken.chmod(0o755)
    seen = observed(
        Runner(Setup(Sandbox(FULL, str(broken)), (PUBLIC,))), job("def answer(): return 1")
    )
    assert seen.outcome is Outcome.SANDBOX_FAULT
    assert seen.reason is not None
    assert seen.reason.name == "ended.fault"
    assert "no namespaces today" in str(seen.reason.values["text"])


def test_without_a_sandbox_the_same_work_gives_the_same_evidence() -> None:
    """An unsandboxed worker observes alike, and removes its temporary folder when it ends."""
    runner = Runner(Setup(Sandbox(NONE), (PUBLIC,)))
    try:
        seen = observed(runner, job("def answer():\n    import os\n    return os.getcwd()"))
        folder = Path(reported(seen))
        assert folder.is_dir()
    finally:
        runner.close()
    assert not folder.exists()


def exercises(*bodies: str) -> list[Job]:
    """A submission: an exercise for each function body."""
    sources = [f"def answer():\n    {body}" for body in bodies]
    return [
        replace(job(source), slug=f"exercise_{number}") for number, source in enumerate(sources)
    ]


def test_exercises_of_a_submission_share_a_child(runner: Runner) -> None:
    """Exercises run one after another in one process, each with its own output and namespace."""
    body = "import os; print('pid'); return os.getpid()"
    first, second = runner.observe(exercises(body, body))
    assert reported(first) == reported(second)
    assert (first.output, second.output) == ("pid\n", "pid\n")
    other = job("leak = 5"), replace(job("def answer():\n    return leak"), slug="other")
    assert "leak" in str(runner.observe(other)[1].crashes["answer"].problem)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("import os; os._exit(0)", Outcome.CRASHED),
        ("import os; os.kill(os.getpid(), 11)", Outcome.CRASHED),
        ("while True: pass", Outcome.TIMED_OUT),
        ("x = [bytearray(10**8) for _ in range(99)]", Outcome.OUT_OF_MEMORY),
        ("print('x' * 3_000_000)", Outcome.OUTPUT_TOO_LARGE),
    ],
)
def test_a_bad_end_costs_one_exercise(runner: Runner, body: str, outcome: Outcome) -> None:
    """Exercises before and after one that ends the process keep their evidence."""
    seen = runner.observe(exercises("return 1", body, "return 3"))
    assert [one.outcome for one in seen] == [Outcome.FINISHED, outcome, Outcome.FINISHED]
    assert (reported(seen[0]), reported(seen[2])) == (1, 3)


def test_what_an_exercise_leaves_behind_does_not_end_the_next(runner: Runner) -> None:
    """An exercise that ends in a shared child through another's doing is run again, alone."""
    bomb = "import threading, os; threading.Timer(0.5, os._exit, [1]).start(); return 'set'"
    seen = runner.observe(exercises(bomb, "import time; time.sleep(1.5); return 'well'"))
    assert [reported(one) for one in seen] == ["set", "well"]


def test_each_exercise_has_its_own_time(runner: Runner) -> None:
    """Three exercises that together take more than one may take are each within their limit."""
    seen = runner.observe(exercises(*["import time; time.sleep(2.5); return 1"] * 3))
    assert [one.outcome for one in seen] == [Outcome.FINISHED] * 3
    assert all(2 < one.seconds < LIMITS.wall_seconds for one in seen)
    assert sum(one.seconds for one in seen) > LIMITS.wall_seconds


def test_processor_time_is_each_exercises_own(runner: Runner) -> None:
    """Processor seconds are counted from where the exercise began."""
    busy = "import time\n    while time.process_time() < {}: pass\n    return 1"
    seen = runner.observe(exercises(busy.format(1.5), "return 1"))
    assert seen[0].cpu_seconds > 1
    assert seen[1].cpu_seconds < seen[0].cpu_seconds / 2


def test_forged_exercise_frames_end_nothing_early(runner: Runner) -> None:
    """A child that says another exercise is done, or a strange one begins, changes nothing."""
    forge = (
        "import gc, socket, json\n"
        "    channel = next(o for o in gc.get_objects() if isinstance(o, socket.socket))\n"
        "    from autograder.wire.frames import encode\n"
        "    from autograder.wire.protocol import BeginExercise, EndExercise\n"
        "    channel.sendall(encode(BeginExercise('strange')))\n"
        "    channel.sendall(encode(EndExercise()))\n"
        "    return 1"
    )
    seen = runner.observe(exercises(forge, "return 2"))
    assert len(seen) == 2
    assert reported(seen[1]) == 2
