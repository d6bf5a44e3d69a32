"""Writes what a gradebook holds of a class: its table, its overview and a page for each student.

Every command that changes a grade writes all of them, in one pass over the grades: a table with a
part of the class in it, or pages of different days, would be taken for the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from autograder.commands.roster import Roster, named, roster_of
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.grading.terms import terms_of
from autograder.records import Status, SubmissionGrade
from autograder.report.class_page import write_answers, write_index
from autograder.report.course_page import standings, write_course_csv, write_course_page
from autograder.report.csv_file import write_csv
from autograder.report.files import student_page
from autograder.report.pages import write_student_page
from autograder.report.tally import Tally


@dataclass(slots=True)
class Written:
    """What was written: the figures of the class, and of those students who were asked for.

    `missing` counts, by exercise, the students who are graded in part for want of it.
    """

    whole: Tally
    some: Tally
    missing: Counter[str] = field(default_factory=Counter)


def reports(course: Course, out: Path, assignment: str) -> Path:
    """Where the reports of an assignment lie: of several, each has a folder of its own."""
    return out / assignment if len(course.table.assignments) > 1 else out


def counting(
    course: Course, assignment: str, out: Path, gradebook: Gradebook
) -> Iterator[SubmissionGrade]:
    """The grades that count now, with the names of the course's list and who is missing of it."""
    return named(
        gradebook.current(None, assignment, terms_of(course, assignment)),
        roster_of(out),
        elsewhere=gradebook.students(),
        by_hand=gradebook.waiting(assignment),
    )


def _pass_on_points(gradebook: Gradebook, assignment: str, roster: Roster) -> None:
    """Points given to who had handed in nothing are those of what the person handed in since."""
    students = gradebook.students(assignment)
    for waiting in gradebook.waiting(assignment):
        person = roster.find(waiting)
        own = [one for one in students if person and roster.members(one) == [person]]
        if len(own) == 1:
            gradebook.pass_on(assignment, waiting, own[0])


def write_reports(
    course: Course,
    assignment: str,
    out: Path,
    gradebook: Gradebook,
    students: Collection[str] = (),
    *,
    but: Collection[str] = (),
) -> Written:
    """All reports of an assignment, but the pages of those students; figures of some `students`.

    A page that would be the same is left as it is.
    """
    folder, table = reports(course, out, assignment), course.table.assignments[assignment]
    slugs = table.exercises
    whole = Tally(slugs)
    is_everybody = {one.student for one in gradebook.hand_ins(assignment)} <= {*students}
    written = Written(whole, whole if is_everybody else Tally(slugs))
    roster = roster_of(out)
    if roster is not None:
        _pass_on_points(gradebook, assignment, roster)

    def each() -> Iterator[SubmissionGrade]:
        for grade in counting(course, assignment, out, gradebook):
            if grade.student not in but:
                page = student_page(folder, grade.student)
                write_student_page(page, grade, course.table.title, table.title)
            written.whole.add(grade)
            if grade.student in students and not is_everybody:
                written.some.add(grade)
            if grade.status is Status.PARTIAL:
                graded = {one.slug for one in grade.exercises}
                written.missing.update(slug for slug in slugs if slug not in graded)
            yield grade

    write_csv(folder / "grades.csv", each(), slugs, with_names=roster is not None)
    _remove_pages_of_found(folder, roster, {row.student for row in whole.rows})
    gradebook.note_shown(assignment)
    write_index(
        folder / "index.html",
        written.whole,
        course_title=course.table.title,
        assignment_title=table.title,
        when=datetime.now(UTC),
    )
    write_answers(
        folder,
        written.whole.answers,
        course_title=course.table.title,
        assignment_title=table.title,
    )
    if len(course.table.assignments) > 1:
        write_course(course, out, gradebook)
    return written


def _remove_pages_of_found(folder: Path, roster: Roster | None, students: Collection[str]) -> None:
    """Whoever was missing once and handed in since, under another name, has one page."""
    for person in roster.people if roster is not None else ():
        if person.key not in students:
            student_page(folder, person.key).unlink(missing_ok=True)


def write_course(course: Course, out: Path, gradebook: Gradebook) -> None:
    """The students of all assignments with their totals, as a page and a table."""
    tables = course.table.assignments
    found = standings(
        {
            # Nobody is missing of an assignment that nobody handed in.
            name: counting(course, name, out, gradebook) if gradebook.students(name) else ()
            for name in tables
        },
        {name: table.title for name, table in tables.items()},
        {name: sum(terms_of(course, name).points.values()) for name in tables},
    )
    write_course_csv(out / "grades.csv", found)
    write_course_page(out / "index.html", found, title=course.table.title, when=datetime.now(UTC))
