"""The whole program in one screen: read a submission, observe its exercises, decide, record."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from autograder import PACKAGE
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import PreparedExercise, grade_exercises, prepare_exercise
from autograder.records import (
    ExerciseGrade,
    Refusal,
    Status,
    Submission,
    SubmissionGrade,
    Verdict,
)
from autograder.submissions.intake import Source, read
from autograder.submissions.slicing import analyse
from autograder.supervision.pool import for_each
from autograder.supervision.runner import Runner, Setup
from autograder.wire.errors import UsageError

# The packages that decide a grade. How it is shown, proven or handed out is in none of them.
DECIDES_GRADES = (
    "child",
    "exercises",
    "grading",
    "judging",
    "recipes",
    "sandbox",
    "submissions",
    "supervision",
    "trainer",
    "training",
    "wire",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The exercises to grade, and the sandbox, images and store; the same for a whole class.

    `digest` covers the course file, the code and data that decide a grade, and the sandbox: a grade
    made under the same digest from the same submission need not be made again.
    """

    assignment: str
    tasks: tuple[PreparedExercise, ...]
    setup: Setup
    digest: str

    @property
    def points(self) -> float:
        return sum(task.exercise.points for task in self.tasks)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(task.exercise.slug for task in self.tasks)


def make_plan(course: Course, assignment: str, slugs: Sequence[str], setup: Setup) -> Plan:
    """Everything about the grading of `slugs` that does not depend on a submission."""
    tasks = tuple(prepare_exercise(course, assignment, slug) for slug in slugs)
    fixed = (assignment, slugs, setup.sandbox.name, str(setup.keras_home), setup.audit)
    digest = hashlib.sha256(repr(fixed).encode())
    sums = PACKAGE / "data" / "SHA256SUMS"
    code = (path for name in DECIDES_GRADES for path in sorted((PACKAGE / name).rglob("*.py")))
    for path in [course.root / "course.toml", sums, *code]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return Plan(assignment, tasks, setup, digest.hexdigest())


def grade_submission(
    submission: Submission | Refusal, plan: Plan, runner: Runner
) -> SubmissionGrade:
    """All exercises of one submission, or the reason why it could not be read."""
    if isinstance(submission, Refusal):
        return _refused(submission, plan)
    analysis = analyse(submission.cells)
    exercises = grade_exercises(analysis, submission.notes, plan.tasks, runner)
    ours = [exercise.title for exercise in exercises if _is_our_fault(exercise)]
    return SubmissionGrade(
        student=submission.student,
        path=str(submission.path),
        digest=submission.digest,
        status=Status.REGRADE if ours else Status.GRADED,
        sandbox=plan.setup.sandbox.name,
        max_score=plan.points,
        exercises=exercises,
        notes=submission.notes,
        answers=submission.answers,
        reason=f"The grader failed on: {', '.join(ours)}. Grade again." if ours else "",
    )


def grade_class(
    sources: Sequence[Source], plan: Plan, gradebook: Gradebook, *, jobs: int
) -> Generator[SubmissionGrade, None, None]:
    """Grades every source, `jobs` at a time; yields each grade once it is safely recorded.

    A submission that the gradebook holds a grade of, made under the same plan from the same
    content, is not graded again. Raises `UsageError` where no submission can be graded any more.
    """

    def grade(source: Source, runner: Runner) -> SubmissionGrade:
        submission = read(source, plan.slugs)
        digest = submission.digest if isinstance(submission, Submission) else submission.reason
        key = hashlib.sha256(f"{plan.digest} {digest}".encode()).hexdigest()
        grade = gradebook.find(source.student, key)
        if grade is None:
            grade = grade_submission(submission, plan, runner)
            if grade.status is Status.REGRADE:
                _stop_if_hopeless(plan.setup)
            gradebook.record(grade, key)
        return grade

    for _source, grade_made in for_each(sources, grade, setup=plan.setup, jobs=jobs):
        yield grade_made


def _stop_if_hopeless(setup: Setup) -> None:
    """Raises `UsageError` when trainings cannot be stored, so that nothing could be graded."""
    if setup.store is not None and setup.store.trouble:
        raise UsageError(setup.store.trouble)


def _refused(refusal: Refusal, plan: Plan) -> SubmissionGrade:
    return SubmissionGrade(
        student=refusal.student,
        path=str(refusal.path),
        digest="",
        status=Status.REFUSED,
        sandbox=plan.setup.sandbox.name,
        max_score=plan.points,
        reason=refusal.reason,
    )


def _is_our_fault(exercise: ExerciseGrade) -> bool:
    return any(check.verdict is Verdict.ERROR for check in exercise.checks)
