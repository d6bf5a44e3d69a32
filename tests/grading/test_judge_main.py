"""Reading and judging in a process of their own: the same grades, and an end to what they take."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.grading.grade import grade_source
from autograder.grading.grade_class import grade_within_limits, grade_within_limits_into
from autograder.grading.gradebook import Gradebook
from autograder.grading.history import history
from autograder.grading.keys import Keys
from autograder.grading.plan import Plan
from autograder.grading.proposals import changes, proposal_of
from autograder.grading.rejudge import TOO_COSTLY, begin, rejudge
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise
from autograder.records import Status, SubmissionGrade, Truth, Verdict
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.procfs import held
from autograder.submissions.intake import Source
from autograder.supervision.judge_process import JudgeLimits, JudgeProcess
from autograder.supervision.runner import Setup
from autograder.wire.errors import UsageError
from autograder.wire.tier import NONE
from tests import tiny

LIMITS = JudgeLimits(cpu_seconds=1, memory_mb=700)
KEPT: list[Any] = []
costly = Exercise("costly", "Keep the judge busy", asks_for=("kind",))


@costly.probe
def ask(student: Any, _given: Any) -> dict[str, Any]:
    return {"kind": student.kind()}


@costly.check(ask, points=1)
def takes_what_it_takes(seen: Evidence, _truth: Truth) -> None:
    """It is not too much."""
    match seen.text("kind"):
        case "loop":
            while True:
                pass
        case "pattern":
            re.fullmatch("(a|a)*b", "a" * 60)
        case "memory":
            np.ones(2**31)
        case "kept":
            KEPT.append(np.ones(50 * 2**20))  # 400 MB
        case "deaf":
            signal.signal(signal.SIGPROF, signal.SIG_IGN)
            while True:
                pass
        case "end":
            os._exit(1)
        case "defect":
            raise ZeroDivisionError


@costly.check(ask, points=2)
def is_a_text(seen: Evidence, _truth: Truth) -> None:
    """It is a text."""
    seen.text("kind")


class Course:
    """A plan with the small exercises, and somebody who grades by it."""

    def __init__(self, folder: Path) -> None:
        tasks = tuple(tiny.task(one) for one in (tiny.exercise, costly))
        self.plan = Plan("small", tasks, Setup(Sandbox(NONE), (folder,)), "")
        self.runner = tiny.InProcess()
        self.runner.judge = JudgeProcess(limits=LIMITS)
        self.folder = folder

    def source(self, kind: str, answer: str = tiny.REFERENCE) -> Source:
        path = self.folder / f"{kind}.py"
        path.write_text(f"{answer}\n\ndef kind():\n    return {kind!r}\n", "utf-8")
        return Source(kind, path, (path,), self.folder)

    def grade(self, kind: str) -> SubmissionGrade:
        return grade_within_limits(self.source(kind), self.plan, self.runner)


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    yield made
    made.runner.close()


def timeless(grade: SubmissionGrade) -> SubmissionGrade:
    exercises = [
        replace(one, seconds=0.0, cpu_seconds=0.0, peak_memory_mb=0.0) for one in grade.exercises
    ]
    return replace(grade, exercises=tuple(exercises))


def test_the_grade_is_the_same_in_its_own_process(course: Course) -> None:
    """Nothing is lost on the way, neither of what was observed nor of the grade."""
    source = course.source("right")
    here = grade_source(source, course.plan, course.runner)
    there = grade_within_limits(source, course.plan, course.runner)
    assert timeless(here) == timeless(there)
    assert (there.status, there.score) == (Status.GRADED, 9)


@pytest.mark.parametrize("kind", ["loop", "pattern", "memory"])
def test_a_check_that_takes_too_much_fails_alone(kind: str, course: Course) -> None:
    """It fails with a sentence; other checks, exercises and submissions get what they would."""
    grade = course.grade(kind)
    assert grade.status is Status.GRADED
    first, second = grade.exercises
    assert first.earned == 6
    assert [check.verdict for check in second.checks] == [Verdict.FAILED, Verdict.PASSED]
    assert second.checks[0].message is not None
    assert second.checks[0].message.name in ("check.too_costly", "check.too_large")
    assert course.grade("right").score == 9


@pytest.mark.parametrize("kind", ["deaf", "end"])
def test_what_does_not_stop_is_refused_in_a_sentence(
    kind: str, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that cannot be stopped is ended, and the next submission gets another one."""
    monkeypatch.setattr("autograder.supervision.judge_process.GRACE_SECONDS", 0.5)
    with Gradebook(course.folder / "book.sqlite") as gradebook:
        grade = grade_within_limits_into(course.source(kind), course.plan, course.runner, gradebook)
        assert grade is not None
        assert [one.reason for one in gradebook.current()] == [grade.reason]
    assert grade.status is Status.REFUSED
    assert grade.reason is not None
    assert grade.reason.name == "file.too_costly"
    assert course.grade("right").score == 9


def test_what_is_remembered_of_one_takes_no_room_from_the_next(course: Course) -> None:
    """Each takes more than half of what there is, and both are graded."""
    course.runner.judge = JudgeProcess(limits=replace(LIMITS, cpu_seconds=20))
    for place in range(2):
        source = replace(course.source("kept"), student=f"student {place}")
        grade = grade_within_limits(source, course.plan, course.runner)
        assert (grade.status, grade.score) == (Status.GRADED, 9)


def test_the_grader_itself_holds_nothing_of_it(course: Course) -> None:
    """What a check would have taken of memory is taken in the other process alone."""
    course.grade("right")
    before = held(os.getpid()).memory_mb
    course.grade("memory")
    assert held(os.getpid()).memory_mb < before + 100


def test_a_grade_that_was_recorded_is_found(course: Course) -> None:
    """The gradebook is asked before anything is observed, and gets what was decided."""
    with Gradebook(course.folder / "book.sqlite") as gradebook:
        source = course.source("right")
        first = grade_within_limits_into(source, course.plan, course.runner, gradebook)
        course.runner.observe = None  # type: ignore[assignment,method-assign]
        again = grade_within_limits_into(source, course.plan, course.runner, gradebook)
        assert first is not None
        assert again is None
        assert len(history(gradebook, "right", course.plan.assignment)) == 1 + len(first.exercises)


def test_what_the_grader_raises_is_raised(course: Course) -> None:
    """An error for whoever gave the command is that here too."""

    def full(*_: object) -> None:
        raise UsageError("The disk is full.")

    course.runner.observe = full  # type: ignore[assignment,method-assign]
    with pytest.raises(UsageError, match="full"):
        course.grade("right")


def test_a_defect_of_ours_costs_one_submission(course: Course) -> None:
    """It is told, with the place of it, and others are graded."""
    source = replace(course.source("right"), files=())
    grade = grade_within_limits(source, course.plan, course.runner)
    assert grade.status is Status.REGRADE
    assert "IndexError" in str(grade.reason)
    assert "intake.py, line" in str(grade.reason)
    assert course.grade("right").score == 9


def test_a_check_that_fails_itself_is_not_tried_again(course: Course) -> None:
    """Its submission has no grade, others have, and the same command does not try it again."""
    with Gradebook(course.folder / "book.sqlite") as gradebook:
        source = course.source("defect")
        first = grade_within_limits_into(source, course.plan, course.runner, gradebook)
        assert first is not None
        assert (first.status, first.is_defect) == (Status.REGRADE, True)
        assert first.exercises[1].checks[0].verdict is Verdict.ERROR
        assert grade_within_limits_into(source, course.plan, course.runner, gradebook) is None
        assert list(gradebook.defects(course.plan.assignment)) == ["defect"]
        assert len(history(gradebook, "defect", course.plan.assignment)) == 1 + len(first.exercises)
    assert course.grade("right").score == 9


def test_judging_again_has_the_same_limits(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that takes too much fails; what cannot be stopped is left, and others are judged."""
    monkeypatch.setattr("autograder.supervision.judge_process.GRACE_SECONDS", 0.5)
    first, second = course.plan.exercises
    few = replace(second, exercise=replace(costly, checks=costly.checks[1:]))
    before = replace(course.plan, exercises=(first, few))
    moved = replace(second, keys=Keys("", "another", ""))
    after = replace(course.plan, exercises=(first, moved))
    with Gradebook(course.folder / "book.sqlite") as book:
        for kind in ("deaf", "loop", "right"):
            grade_within_limits_into(course.source(kind), before, course.runner, book)
        course.runner.observe = None  # type: ignore[assignment,method-assign]
        number = begin(after, book, "another check", "me")
        assert number is not None
        make = lambda _setup: course.runner  # noqa: E731
        done = [*rejudge(after, book, number, jobs=1, make=make)][-1]
        assert done.left == {TOO_COSTLY: 1}
        found = changes(book, proposal_of(book, "small", number))
        verdicts = {one.student: one.new.grade.checks[0].verdict for one in found}
    assert verdicts == {"loop": Verdict.FAILED, "right": Verdict.PASSED}
