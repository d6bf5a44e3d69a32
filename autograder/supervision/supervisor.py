"""Follows one running child: its frames, output, time and memory, an `Observation` per exercise."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.records import Observation, Outcome
from autograder.sandbox.bubblewrap import TEMPORARY
from autograder.sandbox.process import CREDENTIALS, sender_of
from autograder.sandbox.procfs import cpu_seconds, files_in, folder_mb, held
from autograder.supervision.exit_status import outcome_of
from autograder.supervision.partial_observation import PartialObservation
from autograder.training.broker import Broker, Classified
from autograder.wire.errors import EvidenceError
from autograder.wire.frames import FrameReader, decode, encode
from autograder.wire.messages import Message, message
from autograder.wire.protocol import (
    Ask,
    BeginExercise,
    BeginProbe,
    Data,
    Ended,
    EndExercise,
    FromChild,
    GoOn,
    Job,
    Limits,
    Order,
    Show,
    Unseen,
    WireMessage,
    read_message,
)
from autograder.wire.tier import MOST_FILES

MEGABYTE = 2**20
CHUNK = 2**18
# A machine that does other work gives the trainer a tenth of a processor at least.
SLOWEST = 10
# How long the kernel and the worker may take to end a child and say so.
GRACE_SECONDS = 10.0
MOST_THREADS = 500
# A request without its data, and a description of the data.
REQUEST_BYTES = 2**16
# How large the files of a child may be in all; `walls` gives a file system of that size.
FOLDER_MB = 512
# A child that says much is not looked at more often for that.
LOOK_SECONDS = 0.02
FOLDER_SECONDS = 0.5
# The file systems of a child that has its own.
PRIVATE = (TEMPORARY, Path("/dev/shm"))  # noqa: S108 - looked at, not used


class ZygoteLost(Exception):
    """The worker ended or stopped answering; nothing is known about the job."""


@dataclass(frozen=True, slots=True)
class UnseenImages:
    """The images that networks are to classify, by exercise; a child may be `shown` some."""

    images: Mapping[str, Any] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()

    def for_child(self, slug: str) -> Any:
        """What a child is shown of them; `None` where it may see none."""
        return self.images.get(slug) if slug in self.shown else None


class Supervisor:
    """Follows one child from its first word to its end, and ends it when it breaks a limit.

    The child takes the exercises in order; `observations` has one for each that was begun. With a
    broker it may ask for training meanwhile; without one it trains by itself. `folder` is where it
    writes files, where nothing but this watch limits their size. `unseen` has for an exercise the
    images that its networks classify.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        channel: socket.socket,
        output: int,
        broker: Broker | None,
        folder: Path | None,
        unseen: UnseenImages,
    ) -> None:
        self.channel = channel
        self.output = output
        self.observations: list[Observation] = []
        self._waiting_jobs = list(jobs)
        self._broker = broker
        self._folder = folder
        self._unseen = unseen
        # All that is sent is sent beside the watch, one after another: a child may not read it.
        self._sender = ThreadPoolExecutor(1)
        self._ordered: Future[None] | None = None
        self._next_look = 0.0
        self._next_folder_look = 0.0
        self._asked: Future[None] | None = None
        # Networks of the trainer's that answer to the images, before the exercise ends.
        self._answers: Future[dict[str, Classified]] | None = None
        self._answering = False
        self._replying = False
        self._asked_at = 0.0
        # How long the exercise has waited for what it asked the trainer, all requests together.
        self._waited_seconds = 0.0
        self._last_look = time.monotonic()
        self._deadline = self._last_look + GRACE_SECONDS
        self._process = 0
        self._handle = -1
        # What it was ended for, and why.
        self._ended_for: tuple[Outcome, Message] | None = None
        self._cpu_before = 0.0
        # Processor time that reading what it reports takes here.
        self._reading_seconds = 0.0
        # What the child prints before an exercise begins counts for that one.
        self._now = PartialObservation(jobs[0])
        self._begun = False
        self._evidence_left = sum(job.limits.evidence_mb for job in jobs) * MEGABYTE
        self._reader = FrameReader(self._evidence_left)
        os.set_blocking(output, False)
        if broker is not None:
            broker.start_child()

    def close(self) -> None:
        """Lets go of the child's handle, and of the trainer if it is still at work for it."""
        # What is still being sent has nobody to read it.
        with contextlib.suppress(OSError):
            self.channel.shutdown(socket.SHUT_RDWR)
        asked: tuple[Future[Any] | None, ...] = (self._asked, self._answers)
        under_way = [each for each in asked if each is not None]
        if self._broker is not None and under_way:
            if not all(each.done() for each in under_way):
                self._broker.cancel()
            wait(under_way)
        self._sender.shutdown()
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def read_evidence(self) -> bool:
        """Takes what the child wrote to its channel; false at its end."""
        try:
            size = socket.CMSG_SPACE(CREDENTIALS.size)
            data, ancillary, _flags, _address = self.channel.recvmsg(CHUNK, size)
        except OSError:
            return False
        if not data:
            return False
        if not self._process:
            self._meet(ancillary)
        if self._ended_for is not None:
            return True
        started = time.thread_time()
        try:
            for body in self._reader.feed(data):
                if self._ended_for is not None:
                    break
                value = decode(body)
                try:
                    said: FromChild = read_message(value, FromChild)
                except EvidenceError:
                    continue
                self._take(said, len(body))
        except EvidenceError as error:
            self._end(Outcome.OUTPUT_TOO_LARGE, message("ended.report", what=str(error)))
        self._reading_seconds += time.thread_time() - started
        return True

    def read_output(self) -> bool:
        """Takes what the child printed; false at its end."""
        try:
            data = os.read(self.output, CHUNK)
        except BlockingIOError:
            return True
        if not self._now.print(data):
            limit = self._now.job.limits.output_mb
            self._end(Outcome.OUTPUT_TOO_LARGE, message("ended.printed", megabytes=limit))
        return bool(data)

    def keep_limits(self) -> None:
        """Ends a child over its time or memory; raises `ZygoteLost` when ending it fails."""
        self._check_order()
        now = time.monotonic()
        passed, self._last_look = now - self._last_look, now
        if self._broker is not None and self._broker.waiting:
            # For others, or for what is nobody's: neither the exercise's time nor its patience.
            self._deadline += passed
            self._asked_at += passed
        elif self._waits_for_trainer(now):
            self._deadline += passed
            self._waited_seconds += passed
        if self._asked is not None and self._asked.done() and (error := self._asked.exception()):
            # Whatever fails there is ours, as a full disk under the store: no grade may suffer.
            self._end(Outcome.SANDBOX_FAULT, _fault_of(error))
        if self._answers is not None and self._answers.done() and self._ended_for is None:
            self._end_exercise()
        limits = self._now.job.limits
        if now > self._deadline:
            if self._ended_for is not None or not self._process:
                raise ZygoteLost("a run did not start or end in time")
            self._end(Outcome.TIMED_OUT, message("ended.wall", seconds=limits.wall_seconds))
        if not self._process or now < self._next_look:
            return
        self._next_look = now + LOOK_SECONDS
        self._now.cpu_seconds = max(
            self._now.cpu_seconds, cpu_seconds(self._process) - self._cpu_before
        )
        if self._now.cpu_seconds + self._training_seconds() > limits.cpu_seconds:
            self._end(Outcome.TIMED_OUT, message("ended.cpu", seconds=limits.cpu_seconds))
        self._keep_room(limits, now)

    def _waits_for_trainer(self, now: float) -> bool:
        """Whether what passes is the trainer's time for this child.

        A training is charged by the trainer's processor time, which no busy machine makes longer.
        One that takes longer than all that the exercise may is charged for the rest, and so are
        all of them once they have taken what no busy machine explains.
        """
        patience_seconds = self._now.job.limits.wall_seconds
        # One that does not read its last answer waits for nobody.
        is_due = (self._answering and not self._replying) or self._answers is not None
        is_short = now - self._asked_at < patience_seconds
        return is_due and is_short and self._waited_seconds < SLOWEST * patience_seconds

    def _keep_room(self, limits: Limits, now: float) -> None:
        """Ends a child that takes too much memory, too many threads or too many files."""
        now_held = held(self._process)
        self._now.notice_memory(now_held.memory_mb)
        if now_held.memory_mb > limits.memory_mb:
            used = message("ended.memory", megabytes=limits.memory_mb)
            self._end(Outcome.OUT_OF_MEMORY, used)
        if now_held.threads > MOST_THREADS:
            # A machine has only so many for all, and no limit of the kernel's holds for root.
            self._end(Outcome.OUT_OF_MEMORY, message("ended.threads", most=MOST_THREADS))
        if now > self._next_folder_look:
            # File systems of its own are asked in no time, a folder is walked through.
            self._next_folder_look = now if self._folder is None else now + FOLDER_SECONDS
            if self._writes_too_much():
                self._end(Outcome.OUTPUT_TOO_LARGE, message("ended.files", megabytes=FOLDER_MB))

    def _writes_too_much(self) -> bool:
        if self._folder is not None:
            return folder_mb(self._folder) > FOLDER_MB
        # Its file systems have a size, but each empty file takes memory beside it.
        return sum(files_in(self._process, place) for place in PRIVATE) > MOST_FILES

    def result(self, ended: Ended) -> list[Observation]:
        """What happened, once the zygote has said how the child ended."""
        self._check_order()
        self.channel.setblocking(False)
        while self.read_evidence():
            pass
        if self._begun or not self.observations:
            # The end may be known before the last that was printed is read.
            self._read_all_output()
            self._now.cpu_seconds = max(0.0, ended.seconds - self._cpu_before)
            if self._ended_for is not None:
                outcome, reason = self._ended_for
            elif self._now.fault:
                outcome, reason = Outcome.SANDBOX_FAULT, self._fault()
            else:
                limit_seconds = self._now.job.limits.cpu_seconds
                outcome, reason = outcome_of(ended.status, self._now.cpu_seconds, limit_seconds)
            self._close_exercise(outcome, reason)
        return self.observations

    def _meet(self, ancillary: list[tuple[int, int, bytes]]) -> None:
        """The child's first word: the kernel says which process it is; it gets its jobs."""
        self._process = sender_of(ancillary)
        try:
            self._handle = os.pidfd_open(self._process)
        except OSError as error:
            raise ZygoteLost("a child was gone at once") from error
        jobs = self._waiting_jobs
        limits = tuple(job.limits for job in jobs)
        self._ordered = self._say(Order(jobs[0], limits, has_trainer=self._broker is not None))
        self._deadline = time.monotonic() + self._now.job.limits.wall_seconds

    def _check_order(self) -> None:
        sent = self._ordered
        if sent is not None and sent.done() and (error := sent.exception()):
            raise ZygoteLost("a child could not be given its job") from error

    def _take(self, said: FromChild, length: int) -> None:
        match said:
            case BeginExercise(slug):
                self._open_exercise(slug)
            case EndExercise():
                self._end_exercise()
            case Ask() | Data():
                self._ask(said)
            case Show(probe):
                self._show(probe)
            case _:
                # What was allowed for data must not come as a report, which is kept.
                self._evidence_left -= length
                if self._evidence_left < 0:
                    raise EvidenceError("more evidence than the limit allows")
                self._now.take(said)
                if isinstance(said, BeginProbe) and self._broker is not None:
                    self._broker.start_probe(self._now.running, in_part=self._now.is_in_part)

    def _open_exercise(self, slug: str) -> None:
        if self._begun or not self._waiting_jobs or slug != self._waiting_jobs[0].slug:
            return
        job = self._waiting_jobs.pop(0)
        # Its first words may have been read before the frame that says that it has begun.
        early = self._now
        self._now = PartialObservation(
            job, printed=early.printed, printed_bytes=early.printed_bytes
        )
        self._begun = True
        self._reading_seconds = 0.0
        self._waited_seconds = 0.0
        self._cpu_before = cpu_seconds(self._process)
        self._deadline = time.monotonic() + job.limits.wall_seconds
        if self._broker is not None:
            self._broker.start_exercise(job.slug, job.limits.cpu_seconds)

    def _end_exercise(self) -> None:
        if not self._begun or self._waits_for_answers():
            return
        self._read_all_output()
        # It waits for the answer, so that even a short exercise can be measured.
        self._now.cpu_seconds = cpu_seconds(self._process) - self._cpu_before
        self._now.notice_memory(held(self._process).memory_mb)
        if self._now.fault:
            self._close_exercise(Outcome.SANDBOX_FAULT, self._fault())
        else:
            self._close_exercise(Outcome.FINISHED, None)
        if self._now.shown:
            # It knows what no other exercise may: those get another child.
            self._end(Outcome.FINISHED, message("absent.finished"))
            return
        job = None
        if self._waiting_jobs:
            job = self._waiting_jobs[0]
            self._cpu_before += self._now.cpu_seconds
            self._now = PartialObservation(job)
        self._say(GoOn(job))

    def _waits_for_answers(self) -> bool:
        """Whether networks still answer to the unseen images, which they are given now."""
        if self._answers is None:
            self._answers = self._asked_for_answers()
            self._asked_at = time.monotonic()
        return self._answers is not None and not self._answers.done()

    def _asked_for_answers(self) -> Future[dict[str, Classified]] | None:
        broker, job = self._broker, self._now.job
        images = self._unseen.images.get(job.slug)
        if broker is None or images is None or self._answering:
            return None
        classify = [probe.name for probe in job.probes if probe.classifies]
        probes = broker.knows_answers(job.slug, classify)
        return broker.thread.submit(broker.classify, job.slug, probes, images) if probes else None

    def _fault(self) -> Message:
        return message("ended.fault", text=self._now.fault)

    def _close_exercise(self, outcome: Outcome, reason: Message | None) -> None:
        facts = None if self._broker is None else self._broker.trainings(self._now.job.slug)
        try:
            answers = self._answers or self._asked_for_answers()
            self._now.classified = {} if answers is None else answers.result()
        except Exception as error:  # noqa: BLE001 - as above, this is ours
            outcome, reason = Outcome.SANDBOX_FAULT, _fault_of(error)
        self._answers = None
        seconds = self._training_seconds()
        asked = () if self._broker is None else self._broker.exchanges(self._now.job.slug)
        self.observations.append(self._now.observation(outcome, reason, facts, seconds, asked))
        self._begun = False

    def _ask(self, said: Ask | Data) -> None:
        """Has the broker answer in its own thread, so that limits are kept meanwhile."""
        if self._broker is None or self._answering or self._answers or self._now.shown:
            return
        self._answering = True
        self._asked_at = time.monotonic()
        self._asked = self._broker.thread.submit(self._answer, said, self._broker)

    def _show(self, probe: str) -> None:
        """Answers with the unseen images where they are due, once for each probe."""
        if not self._begun or not self._now.asks_first(probe):
            return
        images = None
        if not self._answering and self._now.may_show(probe):
            images = self._unseen.for_child(self._now.job.slug)
        if images is not None:
            self._read_all_output()
            self._now.shown.add(probe)
        self._say(Unseen(images))

    def _say(self, reply: WireMessage) -> Future[None]:
        """Has a message sent; that its child has ended meanwhile is known elsewhere."""
        return self._sender.submit(self._send, reply)

    def _send(self, reply: WireMessage) -> None:
        self.channel.sendall(encode(reply))

    def _answer(self, said: Ask | Data, broker: Broker) -> None:
        reply = broker.answer(said)
        # The evidence limit is not for data that was asked for.
        self._reader.allow(REQUEST_BYTES + broker.expected_bytes)
        # The child may ask again before this call has returned.
        self._answering, self._replying = False, True
        # What it does not read must not pile up here.
        wait([self._say(reply)])
        self._replying = False

    def _end(self, outcome: Outcome, reason: Message) -> None:
        if self._ended_for is None:
            self._ended_for = outcome, reason
            self._deadline = time.monotonic() + GRACE_SECONDS
            # It may have ended by itself a moment before.
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def _read_all_output(self) -> None:
        """Takes everything that was printed so far."""
        known_bytes = -1
        while self._now.printed_bytes != known_bytes and self._ended_for is None:
            known_bytes = self._now.printed_bytes
            self.read_output()

    def _training_seconds(self) -> float:
        training = 0.0 if self._broker is None else self._broker.seconds
        return training + self._reading_seconds


def _fault_of(error: BaseException) -> Message:
    return message("ended.fault", text=f"{type(error).__name__}: {error}")
