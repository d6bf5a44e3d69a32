"""Runs in a worker process of a cluster: one warm grader, which grades one submission at a time.

Whatever happens comes back as data. Everything is done by one thread that lives as long as the
process: what the kernel ends with its parent, it ends with the thread that started it.
"""

from __future__ import annotations

import os
import platform
import stat
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

import msgspec

from autograder.cluster.hello import Hello, decisive, differences, installed
from autograder.cluster.parcel import EntryBook, Parcel, Returned, laid_out
from autograder.course import Course
from autograder.grading.grade_class import grade_within_limits_by
from autograder.grading.plan import Plan, make_plan, make_setup
from autograder.sandbox.temporary import TemporaryFolder, remove_leftovers
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner
from autograder.wire.errors import AutograderError, UsageError
from autograder.wire.tier import FULL

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker that grades as here; `host` is its machine."""

    host: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """A worker that must not grade, and why."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Our own code or the machine failed on a submission; nothing is known about it."""

    text: str


class Grader:
    """A warm runner and the plan that one hello asks for; raises `UsageError` where it cannot be.

    `unfit` says what is not as it must be.
    """

    def __init__(self, hello: Hello) -> None:
        self.hello = hello
        self.runner: Runner | None = None
        course = course_of(hello)
        # Versions and code first: what else fails follows from them.
        self.unfit = differences(_without_exercises(hello), installed(course))
        if self.unfit:
            return
        setup = make_setup(course, choose_sandbox(require=FULL), hello.audit)
        self.plan: Plan = make_plan(
            course, hello.assignment, hello.slugs, setup, hello.secret, hello.handout
        )
        self.unfit = differences(dict(hello.same), {**installed(course), **decisive(self.plan)})
        if self.unfit:
            return
        self.runner = Runner(setup)
        try:
            self.runner.warm()
        except AutograderError:
            self.runner.close()
            raise

    def grade(self, parcel: Parcel) -> Returned:
        assert self.runner is not None  # noqa: S101 - one that is unfit is not asked
        book = EntryBook(parcel.entry)
        with TemporaryFolder() as folder:
            source = laid_out(parcel, folder.path)
            grade = grade_within_limits_by(source, self.plan, self.runner, book, lambda: 0)
        return Returned(grade, tuple(book.records), platform.node())

    def cancel(self) -> None:
        if self.runner is not None:
            self.runner.cancel()

    def close(self) -> None:
        if self.runner is not None:
            self.runner.close()


class Desk:
    """The one grader of this process, and the thread that it lives in."""

    def __init__(self) -> None:
        self._grader: Grader | None = None
        self._asked: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="grader", daemon=True)
        self._starting = threading.Lock()

    def do(self, act: Callable[[], T]) -> T:
        """What `act` returns or raises in the thread, after all that was asked for before."""
        with self._starting:
            if self._thread.ident is None:
                self._thread.start()
        future: Future[T] = Future()
        self._asked.put((act, future))
        return future.result()

    def greet(self, hello: Hello) -> Ready | Unfit:
        remove_leftovers()
        self.end()
        try:
            return self._made(hello)
        except (AutograderError, OSError) as error:
            self.end()
            return Unfit((str(error),))

    def grade(self, hello: Hello, parcel: Parcel) -> Returned | Unfit | Trouble:
        try:
            ready = self._made(hello)
            if isinstance(ready, Unfit):
                return ready
            assert self._grader is not None  # noqa: S101 - `_made` has just made it
            return self._grader.grade(parcel)
        except Exception as error:  # noqa: BLE001 - whatever it is, the client has to be told
            self.end()
            return Trouble(f"{type(error).__name__}: {error}")

    def cancel(self, hello: Hello) -> None:
        """Ends what the grader of a hello is at, from any thread."""
        grader = self._grader
        if grader is not None and grader.hello == hello:
            grader.cancel()

    def leave(self, hello: Hello) -> None:
        if self._grader is not None and self._grader.hello == hello:
            self.end()

    def end(self) -> None:
        grader, self._grader = self._grader, None
        if grader is not None:
            grader.close()

    def _made(self, hello: Hello) -> Ready | Unfit:
        if self._grader is None or self._grader.hello != hello:
            self.end()
            self._grader = Grader(hello)
        if self._grader.unfit:
            reasons = tuple(self._grader.unfit)
            self.end()
            return Unfit(reasons)
        return Ready(platform.node())

    def _serve(self) -> None:
        while True:
            act, future = self._asked.get()
            try:
                future.set_result(act())
            except BaseException as error:  # noqa: BLE001 - who asked gets it
                future.set_exception(error)


DESK = Desk()


def greet(hello: Hello) -> Ready | Unfit:
    """Makes ready to grade, from the start where something failed here before."""
    return DESK.do(lambda: DESK.greet(hello))


def grade_there(hello: Hello, parcel: Parcel) -> Returned | Unfit | Trouble:
    """What becomes of one submission."""
    return DESK.do(lambda: DESK.grade(hello, parcel))


def leave(hello: Hello) -> None:
    """Ends the grader of a hello, and whatever it is at, which then is lost."""
    DESK.cancel(hello)
    DESK.do(lambda: DESK.leave(hello))


def _without_exercises(hello: Hello) -> dict[str, str]:
    return {name: value for name, value in hello.same.items() if not name.startswith("what ")}


def course_of(hello: Hello) -> Course:
    """The course as it is here: its trainings are remembered on this machine's own disk."""
    table = hello.table
    if table.training.by == "trainer":
        store = str(own_store(Path(tempfile.gettempdir())))
        training = msgspec.structs.replace(table.training, store=store)
        table = msgspec.structs.replace(table, training=training)
    return Course(root=Path.cwd(), table=table)


def own_store(temporary: Path) -> Path:
    """This user's folder for trainings, shared by all workers of a machine; raises `UsageError`.

    Others can write where it lies, so it is used only if it is this user's alone.
    """
    folder = temporary / f"autograder-trainings-{os.getuid()}"
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    status = folder.lstat()
    is_own = status.st_uid == os.getuid() and not status.st_mode & 0o022
    if not stat.S_ISDIR(status.st_mode) or not is_own:
        raise UsageError(
            f"{folder} is not this user's alone, so trainings cannot be remembered there; remove"
            " it, or start workers with another TMPDIR."
        )
    return folder
