"""Tells work for an assignment from work for another one, and for an older edition of this one.

What counts is what a student may not have lost: a name that the assignment asks for, the handout's
own cells, prompts or checks. Whoever has one of them is graded.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from autograder.course import Course
from autograder.judging.exercise import find_exercise
from autograder.records import Submission
from autograder.wire.likeness import nearest
from autograder.wire.messages import Message, message

MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Handout:
    """What an assignment hands out: its exercises by slug, the names they ask for, their titles.

    One without exercises takes any work for its own. `edition` changes with what students write.
    """

    assignment: str = ""
    edition: str = ""
    slugs: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    def owns(self, work: Submission) -> bool:
        """Whether work is for this assignment, as far as anything shows it."""
        return not self.slugs or self.has_marked(work) or self.likeness(work) > 0

    def has_marked(self, work: Submission) -> bool:
        """Whether work has what only this handout has: its name, or the name of an exercise."""
        marks = work.marks
        # A cell of the handout is named after its exercise, as is a script.
        named = {name.rpartition("-")[0] for name in marks.cells}
        scripts = {cell.name.removesuffix(".py") for cell in work.cells}
        return marks.assignment == self.assignment or not {*self.slugs}.isdisjoint(
            [*named, *scripts, *marks.asked]
        )

    def likeness(self, work: Submission) -> int:
        """How many titles and names of this assignment are in work; others may have some too."""
        marks = work.marks
        assigned = len(self.names.intersection(marks.assigns))
        return (
            len(self.titles.intersection(marks.headings))
            + sum(self._is_asked(name) for name in marks.defines)
            # Many notebooks have a variable of one of these names; hardly any has two.
            + (assigned if assigned > 1 else 0)
        )

    def _is_asked(self, name: str) -> bool:
        """Whether a function may be one that is asked for, misspelt perhaps."""
        return name in self.names or nearest(name, self.names) != ""

    def why_not(self, work: Submission) -> Message:
        """Why work is not for this assignment, and what it seems to be."""
        seems = seems_to_be(work)
        return message("file.other_work", names=[*sorted(self.names)[:MOST_SHOWN]], seems=seems)

    def about_edition(self, work: Submission) -> Message | None:
        """What to say of work for another edition of this assignment."""
        marks = work.marks
        whys = [name.removesuffix("-why") for name in marks.cells if name.endswith("-why")]
        gone = sorted({*marks.asked, *whys} - {*self.slugs}) if self.slugs else []
        is_other = marks.assignment == self.assignment and marks.edition not in ("", self.edition)
        if gone:
            return message("file.other_edition_gone", gone=[*gone[:MOST_SHOWN]])
        return message("file.other_edition") if is_other and self.slugs else None


def seems_to_be(work: Submission) -> Message:
    """What work looks like that is not for an assignment."""
    marks = work.marks
    if marks.title:
        return message("file.seems_titled", title=marks.title)
    if marks.defines:
        return message("file.seems_to_define", names=[*marks.defines[:MOST_SHOWN]])
    return message("file.seems_empty")


def not_for_any(handouts: Mapping[str, Handout], work: Submission) -> Message:
    """Why work is for none of a course's assignments, and what it seems to be."""
    return message("file.no_assignment", assignments=[*handouts], seems=seems_to_be(work))


def owners(handouts: Mapping[str, Handout], work: Submission) -> tuple[str, ...]:
    """The assignments that work is for: those that have marked it, or else the likeliest.

    Several have marked a notebook into which those were put together. Of what nothing marks,
    several are equally likely where more than one is named.
    """
    marked = tuple(name for name, handout in handouts.items() if handout.has_marked(work))
    if marked:
        return marked
    likely = {name: handout.likeness(work) for name, handout in handouts.items()}
    most = max(likely.values())
    return tuple(name for name, count in likely.items() if count == most and most)


def handout_of(course: Course, assignment: str) -> Handout:
    """What the course hands out for an assignment today."""
    slugs = course.table.assignments[assignment].exercises
    exercises = [find_exercise(assignment, slug) for slug in slugs]
    asked = [
        (slug, *_first_lines(course, assignment, slug), *exercise.asks_for)
        for slug, exercise in zip(slugs, exercises, strict=True)
    ]
    return Handout(
        assignment=assignment,
        edition=hashlib.sha256(repr(asked).encode()).hexdigest()[:8],
        slugs=tuple(slugs),
        names=frozenset(name for exercise in exercises for name in exercise.asks_for),
        titles=frozenset(exercise.title for exercise in exercises),
    )


def _first_lines(course: Course, assignment: str, slug: str) -> Iterator[str]:
    """How the stub begins each function and class; nothing where there is no stub."""
    path = course.stub_path(assignment, slug)
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (OSError, SyntaxError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{node.name}({ast.unparse(node.args)})"
        elif isinstance(node, ast.ClassDef):
            yield f"{node.name}({', '.join(map(ast.unparse, node.bases))})"
