"""Shows the verdicts that a student may see of a notebook before handing it in, in the terminal.

The grader's own way, with public images and numbers: read, observe in a sandbox, judge. On systems
where there is no sandbox, the student's functions run in this process, as they do in a notebook.
"""

from __future__ import annotations

import contextlib
import dataclasses
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.text import Text

from autograder.course import Course, chosen
from autograder.judging.handout import handout_of, not_for_any, owners
from autograder.records import ExerciseGrade, Note, Refusal, Submission
from autograder.report.verdicts import lines
from autograder.report.wording import harmless, number, remark, said
from autograder.submissions.chosen_files import NOTEBOOK, imported_beside
from autograder.submissions.intake import find, read
from autograder.submissions.notebook import places_of
from autograder.submissions.readings import ways_to_read
from autograder.wire.errors import UsageError
from autograder.wire.messages import Message

if TYPE_CHECKING:
    from autograder.supervision.runner import Setup

NO_STORE = (
    "The disk is full, or files are damaged. Free some space, and run the same command again."
)


def preview(course: Course, assignment: str | None, path: Path, only: Sequence[str]) -> bool:
    """Prints the public verdicts on one notebook; whether everything passes.

    Which assignment it is for is found out, unless it is named or there is one only.
    """
    console = Console(highlight=False, soft_wrap=True)
    assignment, submission = _read(course, assignment, path, only)
    slugs = chosen(course.table.assignments[assignment].exercises, only)
    for note in submission.notes:
        console.print(Text(f"note: {harmless(remark(note))}", "yellow"))
    grades = []
    with console.status("TensorFlow is starting …"):
        for grade in _graded(course, assignment, submission, slugs):
            grades.append(grade)
            for line in lines([grade]):
                console.print(line)
    console.print(_total(grades))
    return all(grade.earned == grade.points for grade in grades)


def _read(
    course: Course, assignment: str | None, path: Path, only: Sequence[str]
) -> tuple[str, Submission]:
    several = len(course.table.assignments) > 1
    if assignment is not None or only or not several:
        assignment, table = course.assignment(assignment, only)
        submission = _submission(path, table.exercises)
    else:
        assignment, submission = _recognised(course, path)
    handout = handout_of(course, assignment)
    if not handout.owns(submission):
        raise UsageError(said(handout.why_not(submission)))
    edition = handout.about_edition(submission)
    if edition is not None:
        submission = replace(submission, notes=(Note(0, edition), *submission.notes))
    return assignment, submission


def _recognised(course: Course, path: Path) -> tuple[str, Submission]:
    """The assignment that a notebook is for, and what is read of it."""
    handouts = {name: handout_of(course, name) for name in course.table.assignments}
    submission = _submission(path, course.slugs)
    names = owners(handouts, submission)
    if not names:
        raise UsageError(said(not_for_any(handouts, submission)))
    if len(names) > 1:
        raise UsageError(
            f"{path} may be work for several assignments ({', '.join(names)}); say which by"
            " --assignment NAME."
        )
    return names[0], _submission(path, course.table.assignments[names[0]].exercises)


def _submission(path: Path, slugs: Sequence[str]) -> Submission:
    with tempfile.TemporaryDirectory() as workspace:
        sources = find([path], slugs, Path(workspace)).sources
        if len(sources) != 1:
            names = ", ".join(source.path.name for source in sources)
            raise UsageError(f"{path} holds several submissions ({names}); name one of them.")
        (source,) = sources
        if source.files == (path,) and path.suffix.lower() == NOTEBOOK:
            # The last cell of a notebook packs these with it.
            source = dataclasses.replace(source, files=(path, *imported_beside(path)))
        submission = read(source, slugs)
    if isinstance(submission, Refusal):
        raise UsageError(said(submission.reason))
    return submission


def _graded(
    course: Course, assignment: str, submission: Submission, slugs: Iterable[str]
) -> Iterator[ExerciseGrade]:
    if sys.platform == "linux":
        yield from in_sandbox(course, assignment, submission, slugs)
    else:
        yield from in_process(course, assignment, submission, slugs)


def in_sandbox(
    course: Course, assignment: str, submission: Submission, slugs: Iterable[str]
) -> Iterator[ExerciseGrade]:
    """The verdicts on each exercise as the grader finds them; needs Linux."""
    from autograder.grading.grade import grade_exercises
    from autograder.grading.plan import prepare_public_exercise
    from autograder.supervision.runner import Runner

    with _setup(course) as setup, closing(Runner(setup)) as runner:
        for slug in slugs:
            exercise = prepare_public_exercise(course, assignment, slug)
            yield from grade_exercises(submission, [exercise], runner)
            if setup.store is not None and setup.store.trouble:
                raise UsageError(NO_STORE)


@contextmanager
def _setup(course: Course) -> Iterator[Setup]:
    """What the runner works with; a folder that holds no trainings has them in a temporary one."""
    from autograder.grading.plan import make_setup
    from autograder.sandbox.tiers import choose_sandbox

    # Students trust their own code, so any sandbox will do.
    sandbox = choose_sandbox(allow_unsandboxed=True)
    with tempfile.TemporaryDirectory() as elsewhere:
        try:
            setup = make_setup(course, sandbox)
        except UsageError:
            training = msgspec.structs.replace(course.table.training, store=elsewhere)
            table = msgspec.structs.replace(course.table, training=training)
            setup = make_setup(msgspec.structs.replace(course, table=table), sandbox)
        yield setup


def in_process(
    course: Course, assignment: str, submission: Submission, slugs: Iterable[str]
) -> Iterator[ExerciseGrade]:
    """The verdicts on each exercise, with its functions called in this process."""
    from autograder.child.student import load as load_pieces
    from autograder.judging.exercise import find_exercise
    from autograder.judging.public_truth import public_images
    from autograder.notebooks.api import grade_names
    from autograder.wire.dataset import use_course_images

    use_course_images()
    images = public_images(course, assignment)
    own = {cell.name for cell in submission.cells}
    for slug in slugs:
        exercise = find_exercise(assignment, slug)
        best: ExerciseGrade | None = None
        for part in ways_to_read(submission, exercise.asks_for, slug):
            if part.as_run:
                break  # nothing here ends what a whole notebook may begin
            # What cells write to files must not replace the student's own.
            with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
                names, before = load_pieces(part.pieces, as_run=part.as_run)
                grade = grade_names(
                    exercise,
                    images,
                    names,
                    tell=lambda _words: None,
                    place_of=lambda name: name if name in own else "",
                    on_trust=course.table.training.on_trust,
                    before=before,
                    places=places_of(submission.cells),
                )
            grade = dataclasses.replace(grade, notes=part.notes)
            best = grade if best is None or grade.earned > best.earned else best
            if best.earned == best.points:
                break
        assert best is not None  # noqa: S101 - there is one way at least
        yield best


def _total(grades: Sequence[ExerciseGrade]) -> Text:
    earned, points = sum(g.earned for g in grades), sum(g.points for g in grades)
    unseen = any(check.unseen for grade in grades for check in grade.checks)
    part = Message("public.part_unseen" if unseen else "public.part")
    return Text(f"{number(earned)} of {number(points)} points. {said(part)}", "bold")
