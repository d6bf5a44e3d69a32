"""Holds the process in which submissions are read and judged, and limits what that may take.

Reading and judging run no student code, but how long they take is up to what a student handed in.
So they happen in a process of their own, whose processor time, memory and waiting are limited for
each submission, and counted from here. What it needs of the grader meanwhile it asks for.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from autograder.sandbox.process import Process
from autograder.sandbox.procfs import cpu_seconds, held
from autograder.wire.errors import SandboxFault, TooCostly, UsageError
from autograder.wire.protocol import Job

PROGRAM = "autograder.grading.judge_main"
WATCH_SECONDS = 0.02
# Where it does not stop by itself at its limit, it is ended after so much more.
GRACE_SECONDS = 10
# It remembers what several submissions have alike. Beyond this share of its memory, the next one
# gets a process that remembers nothing: nobody is to be refused for what others handed in.
LARGEST_SHARE = 0.5
# A machine that does other work gives it a tenth of a processor at least.
SLOWEST = 10


@dataclass(frozen=True, slots=True)
class JudgeLimits:
    """What reading and judging one submission may take in all, many times what honest ones do."""

    cpu_seconds: float = 20
    memory_mb: int = 1_500


@dataclass(frozen=True, slots=True)
class Observe:
    """The judge asks what happens when these are run."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """The judge asks the gradebook, or has something to be kept there: a method by its name."""

    name: str
    arguments: tuple[Any, ...] = ()
    named: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """The judge is done, or had to stop (`None`); `spent` says that its time was over."""

    result: Any
    spent: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """What went wrong on our side; `usage` where the sentence is for whoever gave the command."""

    text: str
    usage: bool = False


Serve = Callable[[Observe | Call], Any]


class JudgeBroken(Exception):
    """A defect of ours in reading or judging, told where it is."""


class JudgeLost(Exception):
    """The process ended by itself; nothing is known about the submission."""


class JudgeProcess:
    """One such process, started when it is needed, and again after it was ended.

    `decide` and `close` belong to one thread; `kill` may be called from any.
    """

    def __init__(self, program: str = PROGRAM, limits: JudgeLimits = JudgeLimits()) -> None:
        self._program = program
        self._limits = limits
        self._judge: Judge | None = None
        self._plan: Any = None
        self._killed = False

    def decide(self, question: Any, plan: Any, serve: Serve) -> Any:
        """What comes of a source, or of a hand-in that is judged again, by a plan.

        `serve` answers what the judge asks for meanwhile. Raises `TooCostly` where that takes more
        than it may, or ends the process twice, and `JudgeBroken`.
        """
        for _attempt in range(2):
            try:
                decided = self._decided(question, plan, serve)
            except JudgeLost:
                continue
            if decided.result is None:
                break
            return decided.result
        raise self._too_costly()

    def kill(self) -> None:
        """Ends what is under way, and whatever would come after it."""
        self._killed = True
        if (judge := self._judge) is not None:
            judge.kill()

    def close(self) -> None:
        """Ends the process; nothing may be under way."""
        judge, self._judge = self._judge, None
        if judge is not None:
            judge.stop()

    def _decided(self, question: Any, plan: Any, serve: Serve) -> Decided:
        decided = None
        try:
            if self._judge is None or self._plan is not plan:
                self.close()
                self._judge, self._plan = Judge(self._program, self._limits), plan
                self._judge.send((plan, self._limits))
            decided = self._judge.decide(question, serve)
        except JudgeLost:
            if self._killed:
                raise SandboxFault("grading was stopped") from None
            raise
        except TimeoutError:
            return Decided(None, spent=True)
        finally:
            if decided is None or decided.spent or (self._judge and self._judge.has_grown()):
                self.close()
        return decided

    def _too_costly(self) -> TooCostly:
        limits = self._limits
        return TooCostly("file.too_costly", seconds=limits.cpu_seconds, megabytes=limits.memory_mb)


class Judge(Process):
    """One running process, from its start to its end."""

    def __init__(self, program: str, limits: JudgeLimits) -> None:
        super().__init__(lambda _folder: _command(program), socket.SOCK_STREAM)
        self._limits = limits
        self._connection = Connection(os.dup(self._channel.fileno()))

    def send(self, value: Any) -> None:
        """Sends what the judge works with, or has asked for; raises `JudgeLost`."""
        try:
            self._connection.send(value)
        except OSError as error:
            raise JudgeLost from error

    def decide(self, question: Any, serve: Serve) -> Decided:
        """What comes of a question; raises `TimeoutError` past the limits, and `JudgeLost`."""
        before = cpu_seconds(self._process.pid)
        self.send(question)
        while True:
            said = self._said(before)
            match said:
                case Decided():
                    return said
                case Broken(text, usage):
                    raise UsageError(text) if usage else JudgeBroken(text)
            self.send(serve(said))

    def has_grown(self) -> bool:
        """Whether what it remembers of some submissions leaves too little room for another one."""
        return held(self._process.pid).memory_mb > self._limits.memory_mb * LARGEST_SHARE

    def stop(self) -> None:
        self._connection.close()
        super().stop()

    def _said(self, cpu_before: float) -> Any:
        """The next that the judge says, if it comes in time."""
        most_cpu_seconds = self._limits.cpu_seconds + GRACE_SECONDS
        deadline = time.monotonic() + SLOWEST * most_cpu_seconds
        try:
            while not self._connection.poll(WATCH_SECONDS):
                used = cpu_seconds(self._process.pid) - cpu_before
                is_large = held(self._process.pid).memory_mb > self._limits.memory_mb
                if is_large or used > most_cpu_seconds or time.monotonic() > deadline:
                    raise TimeoutError
            return self._connection.recv()
        except (EOFError, ConnectionError) as error:
            raise JudgeLost from error


def _command(program: str) -> list[str]:
    """Python with that module as its program, which finds all modules that this one does."""
    folders = [str(Path(folder).absolute()) for folder in sys.path]
    # One thread: the processor time of all would count.
    script = (
        "import os, runpy, sys; os.environ['OPENBLAS_NUM_THREADS'] = '1';"
        f" sys.path[:] = {folders!r};"
        f" runpy.run_module({program!r}, run_name='__main__', alter_sys=True)"
    )
    return [sys.executable, "-c", script]
