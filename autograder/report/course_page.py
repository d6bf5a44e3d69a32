"""Writes the overview of a course with several assignments: a page and a table of totals."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import fmean

from autograder.records import Status, SubmissionGrade
from autograder.report.csv_file import as_text
from autograder.report.files import replacing
from autograder.report.pages import environment, write_page
from autograder.report.tally import Mark
from autograder.report.wording import number


@dataclass(frozen=True, slots=True)
class Part:
    """One assignment of a course: what it is worth, and who was graded."""

    name: str
    title: str
    points: float
    scores: tuple[float, ...]

    @property
    def mean(self) -> float | None:
        return fmean(self.scores) if self.scores else None


@dataclass(slots=True)
class Standing:
    """One student's marks by assignment, and in `ungraded` why there is none though work is."""

    student: str
    name: str
    marks: dict[str, Mark] = field(default_factory=dict)
    ungraded: dict[str, Status] = field(default_factory=dict)

    @property
    def earned(self) -> float:
        return sum(mark.earned for mark in self.marks.values())


@dataclass(frozen=True, slots=True)
class Standings:
    """A course as its students stand in it, by name."""

    parts: tuple[Part, ...]
    students: tuple[Standing, ...]

    @property
    def points(self) -> float:
        return sum(part.points for part in self.parts)


def standings(
    grades: Mapping[str, Iterable[SubmissionGrade]],
    titles: Mapping[str, str],
    points: Mapping[str, float],
) -> Standings:
    """What all assignments together come to, from one pass over the grades of each."""
    students: dict[str, Standing] = {}
    parts = []
    for name, own in grades.items():
        scores = []
        for grade in own:
            standing = students.setdefault(grade.student, Standing(grade.student, grade.shown_name))
            if grade.has_score:
                standing.marks[name] = Mark(grade.score, grade.max_score)
                scores.append(grade.score)
            else:
                standing.ungraded[name] = grade.status
        parts.append(Part(name, titles[name], points[name], tuple(scores)))
    return Standings(tuple(parts), tuple(students[one] for one in sorted(students)))


def write_course_page(path: Path, found: Standings, *, title: str, when: datetime) -> None:
    """The overview of a course: its assignments, and the students with their totals."""
    page = environment().get_template("course.html.j2")
    write_page(path, page.generate(found=found, course_title=title, when=when))


def write_course_csv(path: Path, found: Standings) -> None:
    """One row a student; what was not graded is empty, which is not zero."""
    names = [part.name for part in found.parts]
    with replacing(path) as file:
        writer = csv.writer(file)
        writer.writerow(["student", "score", "max_score", *names])
        for one in found.students:
            cells = _scores(one, names)
            writer.writerow(
                [as_text(one.student), number(one.earned), number(found.points), *cells]
            )


def _scores(one: Standing, names: Sequence[str]) -> list[str]:
    return [number(one.marks[name].earned) if name in one.marks else "" for name in names]
