"""What a runner does with what it sees of one child: jobs that are run again have what is left."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from autograder.records import Observation, Outcome
from autograder.sandbox.launch import Sandbox
from autograder.supervision.exit_status import KILLED
from autograder.supervision.runner import PROOF, Runner, Setup, Worker
from autograder.supervision.supervisor import UnseenImages, ZygoteLost
from autograder.wire.messages import message
from autograder.wire.protocol import Ended, Job, packet
from autograder.wire.tier import NONE
from tests.own_course import PUBLIC

JOBS = [
    replace(PROOF, slug=slug, limits=replace(PROOF.limits, wall_seconds=10, cpu_seconds=8))
    for slug in ("first", "second")
]
FINISHED = Observation(Outcome.FINISHED, seconds=1.0, cpu_seconds=1.0)
CRASHED = Observation(Outcome.CRASHED, seconds=4.0, cpu_seconds=3.0, training_seconds=1.0)
LATE = Observation(Outcome.CRASHED, seconds=9.5, cpu_seconds=3.0)
KILLED_BY_SOMEBODY = Observation(Outcome.SANDBOX_FAULT, seconds=4.0, reason=message(KILLED))


class Scripted(Runner):
    """Each child is seen to do what comes next; `given` are the limits that its first job had."""

    def __init__(self, *children: Sequence[Observation]) -> None:
        super().__init__(Setup(Sandbox(NONE), (PUBLIC,)))
        self.children = list(children)
        self.given: list[tuple[str, float, int]] = []

    def _observe_in_one_child(
        self, jobs: Sequence[Job], _unseen: UnseenImages
    ) -> list[Observation]:
        limits = jobs[0].limits
        self.given.append((jobs[0].slug, limits.wall_seconds, limits.cpu_seconds))
        return list(self.children.pop(0))


def test_what_is_run_again_has_what_is_left() -> None:
    """A job that an earlier one may have ended is run once more, in the time that it has left."""
    runner = Scripted([FINISHED, CRASHED], [FINISHED])
    seen = runner.observe(JOBS)
    assert runner.given == [("first", 10, 8), ("second", 6, 4)]
    assert [one.outcome for one in seen] == [Outcome.FINISHED] * 2
    assert (seen[1].seconds, seen[1].cpu_seconds, seen[1].training_seconds) == (5, 4, 1)


def test_what_has_nothing_left_is_not_run_again() -> None:
    """Then what was seen of it counts, and the jobs behind it go on."""
    runner = Scripted([FINISHED, LATE])
    assert runner.observe(JOBS) == [FINISHED, LATE]
    killed = Observation(Outcome.SANDBOX_FAULT, seconds=9.5, reason=message(KILLED))
    assert Scripted([killed], [FINISHED]).observe(JOBS) == [killed, FINISHED]


def test_what_somebody_killed_is_run_once_more() -> None:
    """The second time it is a fault, and all that it took counts."""
    runner = Scripted([KILLED_BY_SOMEBODY], [KILLED_BY_SOMEBODY], [FINISHED])
    seen = runner.observe(JOBS)
    assert [wall for _slug, wall, _cpu in runner.given] == [10, 6, 10]
    assert (seen[0].outcome, seen[0].seconds) == (Outcome.SANDBOX_FAULT, 8)


def test_a_worker_that_is_lost_late_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for one that does not answer takes the time of the exercise as well."""
    clock = iter([100.0, 104.0, 200.0, 209.5, 300.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    given = []

    class Lost:
        def observe(self, jobs: Sequence[Job], *_: object) -> list[Observation]:
            given.append(jobs[0].limits.wall_seconds)
            raise ZygoteLost("gone")

        def stop(self) -> None:
            pass

    runner = Runner(Setup(Sandbox(NONE), (PUBLIC,)))
    monkeypatch.setattr(runner, "warm", lambda: setattr(runner, "_worker", Lost()))
    seen = runner.observe(JOBS[:1])
    assert given == [10, 6]
    assert seen[0].outcome is Outcome.SANDBOX_FAULT


def worker_at(channel: socket.socket) -> Worker:
    """A worker of which there is only the channel, and a process that still runs."""

    class Running:
        def poll(self) -> None:
            return None

    worker: Any = Worker.__new__(Worker)
    worker._channel, worker._process, worker._is_done = channel, Running(), False  # noqa: SLF001
    return worker  # type: ignore[no-any-return]


def test_a_worker_that_says_so_is_asked_for_nothing_more() -> None:
    """It may need a moment to end, in which it would take what it is asked and do nothing."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, theirs:
        worker = worker_at(ours)
        for is_last in (False, True):
            theirs.send(packet(Ended(0, 0.1, is_last)))
            worker._ended()  # noqa: SLF001 - no user of a runner has any business with it
            assert worker.is_running() is not is_last


def test_a_worker_that_ends_with_something_unread_is_lost() -> None:
    """Its channel is reset then, which is no end of the command that grades."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours:
        ours.send(b"a child to fork")
        theirs.close()
        with pytest.raises(ZygoteLost):
            worker_at(ours)._ended()  # noqa: SLF001 - as above
