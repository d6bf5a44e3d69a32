"""The whole program in one screen: read a submission, observe its exercises, decide, record."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.dataset import keras_home
from autograder.exercise import Exercise, find_exercise
from autograder.gradebook import Gradebook
from autograder.intake import Source, read
from autograder.judge import judge, prepare
from autograder.pool import for_each
from autograder.records import (
    ExerciseGrade,
    Job,
    Limits,
    Note,
    Observation,
    Refusal,
    Status,
    Submission,
    SubmissionGrade,
    Truth,
    Verdict,
)
from autograder.run import Runner
from autograder.sandbox import Fence
from autograder.slicing import analyse, needed


@dataclass(frozen=True, slots=True)
class Task:
    """One exercise with all that is decided before any student's code is read."""

    exercise: Exercise
    limits: Limits
    truth: Truth
    seed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The exercises to grade, the fence, and the images; the same for a whole class.

    `digest` covers the course file, this package's code and data and the fence: a grade made under
    the same digest from the same submission need not be made again.
    """

    assignment: str
    tasks: tuple[Task, ...]
    fence: Fence
    keras_home: Path
    digest: str

    @property
    def points(self) -> float:
        return sum(task.exercise.points for task in self.tasks)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(task.exercise.slug for task in self.tasks)


def make_plan(course: Course, assignment: str, slugs: Sequence[str], fence: Fence) -> Plan:
    """Everything about the grading of `slugs` that does not depend on a submission."""
    tasks = tuple(make_task(course, assignment, slug) for slug in slugs)
    home = keras_home(course.table.data.images)
    digest = hashlib.sha256(repr((assignment, slugs, fence.name, str(home))).encode())
    package = Path(__file__).parent
    for path in [course.root / "course.toml", *sorted(package.rglob("*.py"))]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return Plan(assignment, tasks, fence, home, digest.hexdigest())


def make_task(course: Course, assignment: str, slug: str, seed: int | None = None) -> Task:
    """One exercise made ready; its seed comes from the course's unless one is given."""
    exercise = find_exercise(assignment, slug)
    if seed is None:
        seed = (course.table.seed + zlib.crc32(slug.encode())) % 2**31
    return Task(exercise, course.limits(assignment, slug), prepare(exercise, seed), seed)


def observe(
    submission: Submission, task: Task, runner: Runner
) -> tuple[Observation, tuple[Note, ...]]:
    """What the fence reports of one exercise, and what there is to say about its source."""
    exercise = task.exercise
    slice_ = needed(analyse(submission.cells), exercise.asks_for, submission.notes)
    job = Job(
        slug=exercise.slug,
        pieces=slice_.pieces,
        probes=exercise.probe_sources(),
        given=task.truth.given,
        seed=task.seed,
        limits=task.limits,
    )
    return runner.observe(job), slice_.notes


def grade_exercise(submission: Submission, task: Task, runner: Runner) -> ExerciseGrade:
    """Read what the exercise needs, observe it in the fence, decide."""
    observation, notes = observe(submission, task, runner)
    return judge(task.exercise, observation, task.truth, notes)


def grade_submission(
    submission: Submission | Refusal, plan: Plan, runner: Runner
) -> SubmissionGrade:
    """All exercises of one submission, or the reason why it could not be read."""
    if isinstance(submission, Refusal):
        return _refused(submission, plan)
    exercises = tuple(grade_exercise(submission, task, runner) for task in plan.tasks)
    ours = [exercise.title for exercise in exercises if _is_our_fault(exercise)]
    return SubmissionGrade(
        student=submission.student,
        path=str(submission.path),
        digest=submission.digest,
        status=Status.REGRADE if ours else Status.GRADED,
        fence=plan.fence.name,
        max_score=plan.points,
        exercises=exercises,
        notes=submission.notes,
        answers=submission.answers,
        reason=f"The grader failed on: {', '.join(ours)}. Grade again." if ours else "",
    )


def grade_class(
    sources: Sequence[Source], plan: Plan, gradebook: Gradebook, *, jobs: int
) -> Iterator[SubmissionGrade]:
    """Grades every source, `jobs` at a time; yields each grade once it is safely recorded.

    A submission that the gradebook holds a grade of, made under the same plan from the same
    content, is not graded again.
    """

    def grade(source: Source, runner: Runner) -> SubmissionGrade:
        submission = read(source, plan.slugs)
        digest = submission.digest if isinstance(submission, Submission) else submission.reason
        key = hashlib.sha256(f"{plan.digest} {digest}".encode()).hexdigest()
        grade = gradebook.find(source.student, key)
        if grade is None:
            grade = grade_submission(submission, plan, runner)
            gradebook.record(grade, key)
        return grade

    for _source, grade_made in for_each(
        sources, grade, fence=plan.fence, keras_home=plan.keras_home, jobs=jobs
    ):
        yield grade_made


def _refused(refusal: Refusal, plan: Plan) -> SubmissionGrade:
    return SubmissionGrade(
        student=refusal.student,
        path=str(refusal.path),
        digest="",
        status=Status.REFUSED,
        fence=plan.fence.name,
        max_score=plan.points,
        reason=refusal.reason,
    )


def _is_our_fault(exercise: ExerciseGrade) -> bool:
    return any(check.verdict is Verdict.ERROR for check in exercise.checks)
