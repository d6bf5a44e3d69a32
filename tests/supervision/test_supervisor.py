"""What a child says and prints, in whatever order it is read, into the exercise that it is of."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.records import Outcome, Relabelled
from autograder.supervision import supervisor
from autograder.supervision.supervisor import Supervisor, UnseenImages, ZygoteLost
from autograder.training.broker import Classified
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.messages import Message
from autograder.wire.protocol import (
    Ask,
    BeginExercise,
    Ended,
    EndExercise,
    Hello,
    Job,
    Limits,
    ProbeSource,
    Refused,
    Report,
    Scores,
    Show,
    Unseen,
)

LIMITS = Limits(wall_seconds=60, cpu_seconds=60, memory_mb=9000, output_mb=1, evidence_mb=4)
FIRST = Job("first", (), (ProbeSource("answer", "", classifies=True),), {}, 7, LIMITS)
SECOND = msgspec.structs.replace(FIRST, slug="second")
IMAGES = np.full((3, 28, 28), 7, np.uint8)
UNSEEN = UnseenImages({"first": IMAGES}, frozenset(["first"]))
ON_TRUST = {"values": {}, "trainings": [{"fit": None}]}


@dataclass(frozen=True, slots=True)
class Child:
    """A child that is played by the test: this process, at the other ends of what is watched."""

    watch: Supervisor
    channel: socket.socket
    output: int

    def says(self, message: object) -> None:
        self.channel.sendall(encode(message))

    def hears(self) -> Any:
        """What the judge says next."""
        (length,) = HEADER.unpack(self._receives(HEADER.size))
        return decode(self._receives(length))

    def _receives(self, length: int) -> bytes:
        received = bytearray()
        while len(received) < length:
            received += self.channel.recv(length - len(received))
        return bytes(received)

    def prints(self, text: str) -> None:
        os.write(self.output, text.encode())


@pytest.fixture
def child() -> Iterator[Child]:
    ours, theirs = socket.socketpair()
    output, their_output = os.pipe()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    watch = Supervisor([FIRST, SECOND], ours, output, None, None, UNSEEN)
    child = Child(watch, theirs, their_output)
    child.says(Hello())
    watch.read_evidence()
    yield child
    watch.close()
    for end in ours, theirs:
        end.close()
    for descriptor in output, their_output:
        os.close(descriptor)


class Clock:
    """A clock that the test turns."""

    seconds = 1_000.0

    def monotonic(self) -> float:
        return self.seconds


class Trainer:
    """A broker that answers when the test says so; its own `thread`."""

    waiting = False
    seconds = 0.0
    expected_bytes = 0

    def __init__(self) -> None:
        self.thread = self
        self.asked: list[Callable[[], None]] = []

    def submit(self, answer: Callable[..., None], *arguments: Any) -> Future[None]:
        self.asked.append(lambda: answer(*arguments))
        return Future()

    def answer(self, _said: Any) -> Refused:
        return Refused(Message("unrepeatable.unknown"), final=False)

    def exchanges(self, _slug: str) -> tuple[Any, ...]:
        return ()

    def trainings(self, _slug: str) -> dict[str, Any]:
        return {}

    def start_child(self) -> None: ...

    def start_exercise(self, _slug: str, _cpu_seconds: float) -> None: ...

    def cancel(self) -> None: ...


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The supervisor's clock, and no child that is really ended."""
    clock = Clock()
    monkeypatch.setattr("time.monotonic", clock.monotonic)
    monkeypatch.setattr(signal, "pidfd_send_signal", lambda *_arguments: None)
    monkeypatch.setattr(supervisor, "wait", lambda _futures: None)
    return clock


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ("ask +50 answer +50", Outcome.FINISHED),
        ("ask +50 answer ask +50 answer +50", Outcome.FINISHED),
        ("ask +50 answer +62", Outcome.TIMED_OUT),
        ("+62", Outcome.TIMED_OUT),
        ("ask +59 +64", Outcome.TIMED_OUT),
        ("ask queue +200 served +50 answer +50", Outcome.FINISHED),
        ("ask +50 answer " * 11 + "+50", Outcome.FINISHED),
        ("ask +50 answer " * 13 + "+12", Outcome.TIMED_OUT),
    ],
)
def test_waiting_for_the_trainer_is_not_the_students_time(
    clock: Clock, steps: str, outcome: Outcome
) -> None:
    """The clock of 60 seconds stops while a training is under way, but not for ever, however many
    there are; waiting for others is nobody's time.
    """
    ours, theirs = socket.socketpair()
    output, their_output = os.pipe()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    trainer = Trainer()
    watch = Supervisor([FIRST], ours, output, trainer, None, UnseenImages())  # type: ignore[arg-type]
    child = Child(watch, theirs, their_output)
    for said in (Hello(), BeginExercise("first")):
        child.says(said)
        watch.read_evidence()
    for step in steps.split():
        if step == "ask":
            child.says(Ask({}))
            watch.read_evidence()
        elif step == "answer":
            trainer.asked.pop()()
        elif step in ("queue", "served"):
            trainer.waiting = step == "queue"
        else:
            # As often as the real one looks, as far as it matters.
            for _second in range(int(step)):
                clock.seconds += 1
                watch.keep_limits()
    child.says(EndExercise())
    watch.read_evidence()
    theirs.close()
    (seen,) = watch.result(Ended(0, 1.0))
    assert seen.outcome is outcome
    watch.close()
    for descriptor in output, their_output:
        os.close(descriptor)
    ours.close()


SCORES, OTHERS = np.zeros(3), Relabelled((1, 0), np.ones(3))


class ClassifyingTrainer(Trainer):
    """A broker that has a network classify, when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.future: Future[Any] = Future()
        self.shown: list[Any] = []

    def knows_answers(self, _slug: str, probes: Sequence[str]) -> list[str]:
        return [*probes]

    def classify(self, *_arguments: Any) -> None: ...

    def submit(self, _function: Any, *arguments: Any) -> Future[Any]:
        self.shown.append(arguments)
        return self.future


@pytest.mark.parametrize("fails", [False, True])
def test_an_exercise_ends_when_its_networks_have_answered(*, fails: bool) -> None:
    """The child waits meanwhile and can ask for nothing; it is not shown the images. What fails
    there is our fault.
    """
    ours, theirs = socket.socketpair()
    output, their_output = os.pipe()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    trainer, unseen = ClassifyingTrainer(), UnseenImages({"first": IMAGES})
    watch = Supervisor([FIRST], ours, output, trainer, None, unseen)  # type: ignore[arg-type]
    child = Child(watch, theirs, their_output)
    for said in (Hello(), BeginExercise("first"), EndExercise(), Ask({}), EndExercise()):
        child.says(said)
        watch.read_evidence()
    assert watch.observations == []
    assert trainer.shown == [("first", ["answer"], IMAGES)]
    if fails:
        trainer.future.set_exception(OSError("no"))
    else:
        trainer.future.set_result({"answer": Classified(SCORES, OTHERS)})
    watch.keep_limits()
    (seen,) = watch.observations
    assert seen.outcome is (Outcome.SANDBOX_FAULT if fails else Outcome.FINISHED)
    assert seen.answers == ({} if fails else {"answer": SCORES})
    assert seen.relabelled == ({} if fails else {"answer": OTHERS})
    watch.close()
    for descriptor in output, their_output:
        os.close(descriptor)
    for end in ours, theirs:
        end.close()


def test_words_read_before_their_exercise_has_begun_are_its_own(child: Child) -> None:
    """What is printed is a later exercise's from when the one before it was closed, and not lost
    where it is read before the frame that was sent first.
    """
    for slug in "first", "second":
        child.says(BeginExercise(slug))
        child.prints(f"of the {slug}")
        child.watch.read_output()
        child.says(EndExercise())
        child.watch.read_evidence()
    seen = child.watch.result(Ended(0, 1.0))
    assert [one.output for one in seen] == ["of the first", "of the second"]


def test_last_words_are_kept(child: Child) -> None:
    """What was printed before the end is told, where the end is known before it is read."""
    child.says(BeginExercise("first"))
    child.prints("goodbye")
    (seen,) = child.watch.result(Ended(256, 1.0))
    assert (seen.outcome, seen.output) == (Outcome.CRASHED, "goodbye")


def test_evidence_between_exercises_is_nobodys(child: Child) -> None:
    """A report that arrives once an exercise is closed counts neither for it nor for the next."""
    child.says(BeginExercise("first"))
    child.says(EndExercise())
    child.says(Report("answer", {"values": 1}))
    child.says(BeginExercise("second"))
    child.says(EndExercise())
    child.watch.read_evidence()
    assert [one.evidence for one in child.watch.result(Ended(0, 1.0))] == [{}, {}]


def test_unseen_images_are_kept_back(child: Child) -> None:
    """Where they are not due the child hears that there are none, and goes on."""
    child.hears()  # its order
    child.says(BeginExercise("first"))
    child.says(Show("answer"))
    child.watch.read_evidence()
    assert child.hears() == {"kind": "unseen", "images": None}
    child.says(EndExercise())
    child.says(BeginExercise("second"))
    child.watch.read_evidence()
    heard = child.hears()
    assert (heard["kind"], heard["job"]["slug"]) == ("goon", "second")
    child.says(EndExercise())
    child.watch.read_evidence()
    assert child.hears() == {"kind": "goon", "job": None}


def test_a_child_knows_one_exercise_at_a_time(child: Child) -> None:
    """Its order names the first alone; of those to come it has the limits."""
    order = child.hears()
    assert order["job"]["slug"] == "first"
    assert "'second'" not in str(order)
    assert len(order["limits"]) == 2


def test_unseen_images_come_where_they_are_due(
    child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report of a training on trust comes first; then only answers count, and the child ends."""
    killed: list[int] = []
    monkeypatch.setattr(signal, "pidfd_send_signal", lambda _child, number: killed.append(number))
    child.hears()  # its order
    child.says(BeginExercise("first"))
    child.says(Report("answer", ON_TRUST))
    child.says(Show("answer"))
    child.watch.read_evidence()
    assert np.array_equal(child.hears()["images"], IMAGES)
    child.says(Show("answer"))
    child.says(Report("answer", {"values": 2}))
    child.says(Scores("answer", 3))
    child.says(EndExercise())
    child.says(BeginExercise("second"))
    child.watch.read_evidence()
    (seen,) = child.watch.result(Ended(9, 1.0))
    assert (seen.outcome, seen.evidence) == (Outcome.FINISHED, {"answer": ON_TRUST})
    assert seen.scores == {"answer": 3}
    assert killed == [signal.SIGKILL]


def test_a_child_that_does_not_read_holds_nobody_up(
    child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is sent waits for it, whole and in order, while its limits are kept."""
    monkeypatch.setattr(signal, "pidfd_send_signal", lambda *_arguments: None)
    large = np.zeros((3_000, 28, 28), np.uint8)
    child.hears()  # its order
    child.watch._say(Unseen(large))  # noqa: SLF001 - more than any buffer between two sockets holds
    child.says(BeginExercise("first"))
    child.says(EndExercise())
    child.watch.read_evidence()
    child.watch.keep_limits()
    assert child.watch.observations[0].outcome is Outcome.FINISHED
    child.channel.settimeout(60)
    assert np.array_equal(child.hears()["images"], large)
    assert child.hears()["job"]["slug"] == "second"


def test_what_nobody_reads_ends_with_the_watch(child: Child) -> None:
    """A send that waits for a child is given up when its watch is closed."""
    waiting = child.watch._say(Unseen(np.zeros((3_000, 28, 28), np.uint8)))  # noqa: SLF001 - as above
    child.watch.close()
    assert isinstance(waiting.exception(60), OSError)


def test_an_order_that_cannot_be_sent_is_nobodys_fault(child: Child) -> None:
    """A child that is gone before it has its jobs has done nothing, and is replaced."""
    child.watch._ordered = Future()  # noqa: SLF001 - the kernel would have to fail at the right moment
    child.watch._ordered.set_exception(BrokenPipeError())  # noqa: SLF001 - as above
    with pytest.raises(ZygoteLost):
        child.watch.keep_limits()
    with pytest.raises(ZygoteLost):
        child.watch.result(Ended(0, 1.0))


@pytest.mark.parametrize(
    "strange",
    [
        None,
        [[]],
        {"kind": "other"},
        {"kind": "report", "probe": "answer"},
        {"kind": "report", "probe": "answer", "report": 2, "verdict": "passed"},
        {"kind": "crashed", "probe": "answer", "crash": {"before": []}},
        {"kind": "endexercise", "slug": "first"},
        {"kind": "order", "jobs": [], "has_trainer": True},
        {"kind": np.arange(3), "probe": np.arange(3)},
    ],
    ids=repr,
)
def test_what_is_no_message_is_left_out(child: Child, strange: object) -> None:
    """It neither ends the child nor counts, and what comes after it is read."""
    child.says(BeginExercise("first"))
    child.says(strange)
    child.says(Report("answer", {"values": 1}))
    child.says(EndExercise())
    child.watch.read_evidence()
    (seen,) = child.watch.result(Ended(0, 1.0))
    assert (seen.outcome, seen.evidence) == (Outcome.FINISHED, {"answer": {"values": 1}})
    assert seen.crashes == {}
