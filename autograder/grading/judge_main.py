"""Reads and judges one submission after another, and stops where one takes more than it may.

The program of `supervision.judge_process`. It observes nothing and records nothing by itself.
"""

from __future__ import annotations

import resource
import signal
import sys
import time
import traceback
from collections.abc import Collection, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from autograder.grading.entries import JudgedAgain
from autograder.grading.grade import grade_source
from autograder.grading.grade_class import SERVED, Made, grade_into
from autograder.grading.rejudge import Again, judged_again
from autograder.grading.sorting import Belongs, Whose, belonging
from autograder.isolation.hardening import end_with_the_parent
from autograder.records import Observation
from autograder.submissions.intake import Source
from autograder.supervision.judge_process import (
    Broken,
    Call,
    Decided,
    JudgeLimits,
    Observe,
)
from autograder.training.spent import Spent
from autograder.wire.errors import TooCostly, UsageError
from autograder.wire.protocol import Job

# Once the time is over, whatever goes on is interrupted as often as this.
AGAIN_SECONDS = 0.05


class Budget:
    """The processor time that a submission has here; a context in which it is used up.

    At its end `TooCostly` is raised wherever this process is: in a check, which then fails.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.process_time() + seconds
        self.spent = False
        signal.signal(signal.SIGPROF, self._stop)

    def __enter__(self) -> None:
        left = self._end - time.process_time()
        signal.setitimer(signal.ITIMER_PROF, max(left, AGAIN_SECONDS), AGAIN_SECONDS)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _stop(self, _number: int, _frame: object) -> None:
        self.spent = True
        raise TooCostly("check.too_costly", seconds=self._seconds)


class Grader:
    """Stands in for the grader's runner and gradebook, which are asked for what they do.

    What is said and heard takes none of the submission's time.
    """

    def __init__(self, connection: Connection, budget: Budget) -> None:
        self._connection = connection
        self._budget = budget

    def observe(
        self,
        jobs: Sequence[Job],
        _unseen: Mapping[str, Any],
        _shown: Collection[str],
        _trainer_seed: int,
        _spent: Spent | None,
    ) -> list[Observation]:
        observations: list[Observation] = self._ask(Observe(tuple(jobs)))
        return observations

    def keeps(self) -> bool:
        """Whether there is a gradebook to ask."""
        return bool(self._ask(Call("keeps")))

    def __getattr__(self, name: str) -> Any:
        if name not in SERVED:
            raise AttributeError(name)
        return lambda *arguments, **named: self._ask(Call(name, arguments, named))

    def _ask(self, question: Observe | Call) -> Any:
        self._budget.__exit__()
        self._connection.send(question)
        answer = self._connection.recv()
        self._budget.__enter__()
        return answer


def serve(connection: Connection) -> None:
    """Decides on all that comes, by the plan that came before it."""
    plan, limits = connection.recv()
    _limit_memory(limits)
    while True:
        question = connection.recv()
        connection.send(decided(question, plan, Budget(limits.cpu_seconds), connection))


def decided(
    question: Source | Again | Whose, plan: Any, budget: Budget, connection: Connection
) -> Decided | Broken:
    """What comes of one source, or of a hand-in that is judged again, or whose work a source is."""
    grader = Grader(connection, budget)
    try:
        with budget:
            result = result_of(question, plan, grader)
    except (TooCostly, MemoryError):
        return Decided(None, spent=True)
    except UsageError as error:
        return Broken(str(error), usage=True)
    except EOFError:
        raise
    except Exception as error:  # noqa: BLE001 - a defect of ours, which the grader has to tell
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}, line {frame.lineno}"
        return Broken(f"{type(error).__name__}: {error} ({place})")
    return Decided(result, budget.spent)


def result_of(
    question: Source | Again | Whose, plan: Any, grader: Grader
) -> Made | JudgedAgain | Belongs:
    """What comes of a question; what is needed for that, `grader` is asked for.

    To say for which assignment something is, the plan is what each of them hands out.
    """
    if isinstance(question, Whose):
        return belonging(question.source, plan)
    if isinstance(question, Again):
        return judged_again(question, plan, grader, grader)
    if grader.keeps():
        return grade_into(question, plan, grader, grader)
    return Made(grade_source(question, plan, grader))


def _limit_memory(limits: JudgeLimits) -> None:
    """Whatever asks for more gets a `MemoryError`, wherever it is."""
    most_bytes = limits.memory_mb * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))


def main(descriptor: int) -> None:
    end_with_the_parent()
    try:
        serve(Connection(descriptor))
    except (EOFError, OSError):
        return  # the grader has ended, or wants no more


if __name__ == "__main__":
    main(int(sys.argv[-1]))
