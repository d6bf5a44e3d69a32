"""Turns jobs into an `Observation` each: one warm zygote, watched from outside.

The judge's side of the sandbox. Time, memory and output are measured here, by a process that no
student code runs in, and a run that breaks a limit is killed by the kernel's own handle on it.
"""

from __future__ import annotations

import math
import os
import selectors
import socket
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from autograder.records import Observation, Outcome
from autograder.sandbox.launch import Place, Sandbox, own_user, trainer_command, zygote_command
from autograder.sandbox.process import START_SECONDS, Process
from autograder.supervision.exit_status import KILLED
from autograder.supervision.judge_process import JudgeProcess
from autograder.supervision.supervisor import LOOK_SECONDS, Supervisor, UnseenImages, ZygoteLost
from autograder.training.broker import Broker
from autograder.training.graph_trainer import GraphTrainer
from autograder.training.spent import Spent
from autograder.training.trainer_process import TrainerProcess
from autograder.training.training_store import TrainingStore
from autograder.wire.errors import EvidenceError, SandboxFault
from autograder.wire.messages import message
from autograder.wire.protocol import (
    LARGEST_PACKET,
    Ended,
    Job,
    Limits,
    ProbeSource,
    Ready,
    Start,
    packet,
    read_packet,
)
from autograder.wire.tier import FULL

# Ends that another exercise of the same child may have caused.
MAY_BE_SHARED = (Outcome.CRASHED, Outcome.OUT_OF_MEMORY)
# What was seen of a job that did not run yet.
NOTHING = Observation(outcome=Outcome.FINISHED)
# What honest code does, run in every new worker before student code: a sandbox that lets nothing be
# computed must be noticed by us, not by students.
PROOF = Job(
    slug="",
    pieces=(),
    probes=(
        ProbeSource(
            "add",
            "def add(student, given):\n"
            "    import tensorflow as tf\n"
            "    return {'sum': float(tf.constant(1.0) + 1.0)}\n",
        ),
    ),
    given={},
    seed=0,
    limits=Limits(wall_seconds=60, cpu_seconds=30, memory_mb=2500, output_mb=1, evidence_mb=1),
)


@dataclass(frozen=True, slots=True)
class Setup:
    """What every runner of one command shares.

    `images` are the files or folders of the data sets that `load_data()` is to return. `store` is
    `None` where children train by themselves; `audit` is the share of looked-up
    trainings that are done again and compared. `zygote` and `trainer` make the commands that start
    these two processes.
    """

    sandbox: Sandbox
    images: tuple[Path, ...] = ()
    store: TrainingStore | None = None
    audit: float = 0.0
    zygote: Callable[[Sandbox, Sequence[Path], Path], list[str]] = zygote_command
    trainer: Callable[[Sandbox, Path], list[str]] = trainer_command

    def __reduce__(self) -> tuple[Any, ...]:
        """For the judge's process, which starts nothing and has no use for the store."""
        return Setup, (self.sandbox, self.images)


class Runner:
    """A warm worker that observes one submission at a time, the trainer that serves it, and the
    process that reads and judges.

    The exercises of a submission share a child; where one of them ends it, the rest get another. A
    worker that is lost is replaced, and its jobs are run once more, before a `SANDBOX_FAULT` is
    observed: that is never the student's fault and never costs a point.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self.judge = JudgeProcess()
        self._worker: Worker | None = None
        self._closed = False
        self._broker: Broker | None = None
        if setup.store is not None:
            trainer_process = TrainerProcess(setup.sandbox, setup.trainer)
            graph_trainer = GraphTrainer(setup.sandbox)
            self._broker = Broker(setup.store, trainer_process, setup.audit, graph_trainer)

    def cancel(self) -> None:
        """Ends what is under way, from another thread: `observe` raises `SandboxFault`."""
        self._closed = True
        self.judge.kill()
        if self._worker is not None:
            self._worker.kill()
        if self._broker is not None:
            self._broker.cancel()

    def close(self) -> None:
        """Ends the worker and the trainer; no job may be under way."""
        self._closed = True
        self.judge.close()
        self._stop()
        if self._broker is not None:
            self._broker.close()

    def warm(self) -> None:
        """Starts the worker if none runs; raises `SandboxFault` when it cannot be started."""
        if self._closed:
            raise SandboxFault("grading was stopped")
        if self._worker is not None and not self._worker.is_running():
            self._stop()
        if self._worker is None:
            if self._broker is not None:
                self._broker.prepare()
            self._worker = Worker(self._setup)

    def observe(
        self,
        jobs: Sequence[Job],
        unseen: Mapping[str, Any] | None = None,
        shown: Collection[str] = (),
        trainer_seed: int = 0,
        spent: Spent | None = None,
    ) -> list[Observation]:
        """What happened when the jobs ran, each in turn; never raises for what student code does.

        `unseen` has by exercise the images that networks are to classify; in those of `shown` a
        child may be shown them, where a network was trained on trust. What the trainer draws
        follows from `trainer_seed`. `spent` is what the submission has had of the trainer, if it
        was run before. What is run again has what is left of its limits.
        Raises `SandboxFault` once the runner is closed: what was under way then is unknown.
        """
        if self._broker is not None:
            self._broker.seed = trainer_seed
        observations: list[Observation] = []
        unseen_here = UnseenImages(unseen or {}, frozenset(shown))
        if self._broker is not None:
            self._broker.start_submission(Spent() if spent is None else spent)
        tried_again, in_vain = -1, NOTHING
        while (done := len(observations)) < len(jobs):
            first = _with_what_is_left(jobs[done], in_vain)
            pending = [first or jobs[done], *jobs[done + 1 :]]
            seen = [in_vain]
            if first is not None:
                seen = self._observe_in_one_child(pending, unseen_here)
                # Time that was used in vain is used all the same.
                seen[0] = _with_time_of(seen[0], in_vain)
            in_vain, last = NOTHING, done + len(seen) - 1
            was_killed = seen[-1].reason == message(KILLED) and last != tried_again
            # What earlier exercises left behind in this child must not cost a later one.
            may_be_shared = len(seen) > 1 and seen[-1].outcome in MAY_BE_SHARED
            if first is not None and (was_killed or may_be_shared):
                tried_again = last if was_killed else tried_again
                in_vain = seen.pop()
            observations += seen
        return observations

    def _observe_in_one_child(self, jobs: Sequence[Job], unseen: UnseenImages) -> list[Observation]:
        """What happened to the first of the jobs, and to those after it as far as the child got."""
        reason = ""
        for _attempt in range(2):
            began = math.inf
            try:
                self.warm()
                if self._closed:
                    raise SandboxFault("grading was stopped")
                assert self._worker is not None  # noqa: S101 - `warm` has just set it
                began = time.monotonic()
                return self._worker.observe(jobs, self._broker, unseen)
            except (ZygoteLost, SandboxFault) as error:
                reason = str(error)
                self._stop()
                if self._closed:
                    raise SandboxFault("grading was stopped") from error
                left = jobs[0].limits.after(max(0.0, time.monotonic() - began), 0)
                if left is None:
                    break
                jobs = [msgspec.structs.replace(jobs[0], limits=left), *jobs[1:]]
            except BaseException:
                # A worker with a child under way would answer for it when it is asked next.
                self._stop()
                raise
        fault = message("ended.fault", text=reason)
        return [Observation(outcome=Outcome.SANDBOX_FAULT, reason=fault) for _ in jobs]

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = None


def _with_what_is_left(job: Job, in_vain: Observation) -> Job | None:
    """A job that was run in vain, with what it has left; `None` where that is nothing."""
    if in_vain is NOTHING:
        return job
    limits = job.limits.after(in_vain.seconds, in_vain.cpu_seconds + in_vain.training_seconds)
    return None if limits is None else msgspec.structs.replace(job, limits=limits)


def _with_time_of(seen: Observation, in_vain: Observation) -> Observation:
    return replace(
        seen,
        seconds=seen.seconds + in_vain.seconds,
        cpu_seconds=seen.cpu_seconds + in_vain.cpu_seconds,
        training_seconds=seen.training_seconds + in_vain.training_seconds,
    )


class Worker(Process):
    """One running worker process, from warm to stopped."""

    def __init__(self, setup: Setup) -> None:
        sandbox = setup.sandbox
        command = partial(setup.zygote, sandbox, setup.images)
        super().__init__(command, socket.SOCK_SEQPACKET, own_user(sandbox))
        self._watched = None if sandbox.name == FULL else Place(self._folder.path).temporary
        self._is_done = False
        self._channel.settimeout(START_SECONDS)
        try:
            read_packet(self._channel.recv(LARGEST_PACKET), Ready)
        except (TimeoutError, EvidenceError) as error:
            self._process.kill()
            self._process.wait()
            words = self.last_words()
            self.stop()
            raise SandboxFault(f"the worker did not start: {words}") from error
        self._prove()

    def _prove(self) -> None:
        try:
            (seen,) = self.observe([PROOF], None, UnseenImages())
        except ZygoteLost as error:
            self.stop()
            raise SandboxFault(f"a new worker could not be tried: {error}") from error
        if seen.outcome is not Outcome.FINISHED or seen.crashes:
            why = seen.reason or [crash.problem for crash in seen.crashes.values()]
            self.stop()
            raise SandboxFault(f"honest code cannot run in this sandbox: {why}")

    def is_running(self) -> bool:
        """Whether it neither has ended nor is about to: a child may leave too much to clear up."""
        return not self._is_done and self._process.poll() is None

    def observe(
        self, jobs: Sequence[Job], broker: Broker | None, unseen: UnseenImages
    ) -> list[Observation]:
        """Runs the jobs in a forked child, as far as it lives; raises `ZygoteLost`."""
        channel, theirs = socket.socketpair()
        output, theirs_output = os.pipe()
        try:
            channel.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
            try:
                descriptors = [theirs.fileno(), theirs_output]
                socket.send_fds(self._channel, [packet(Start())], descriptors)
            except OSError as error:
                raise ZygoteLost("the worker is gone") from error
            finally:
                theirs.close()
                os.close(theirs_output)
            watch = Supervisor(jobs, channel, output, broker, self._watched, unseen)
            try:
                return self._watch(watch)
            finally:
                watch.close()
        finally:
            channel.close()
            os.close(output)

    def _watch(self, watch: Supervisor) -> list[Observation]:
        with selectors.DefaultSelector() as selector:
            selector.register(watch.channel, selectors.EVENT_READ, watch.read_evidence)
            selector.register(watch.output, selectors.EVENT_READ, watch.read_output)
            selector.register(self._channel, selectors.EVENT_READ, None)
            while True:
                for key, _events in selector.select(LOOK_SECONDS):
                    if key.data is None:
                        return watch.result(self._ended())
                    if not key.data():
                        selector.unregister(key.fileobj)
                watch.keep_limits()

    def _ended(self) -> Ended:
        try:
            ended: Ended = read_packet(self._channel.recv(LARGEST_PACKET), Ended)
        except (OSError, EvidenceError) as error:
            # One that ends with something unread in its channel resets it.
            raise ZygoteLost("the worker ended while a job ran") from error
        self._is_done = ended.is_last
        return ended
