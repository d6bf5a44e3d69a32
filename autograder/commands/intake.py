"""`autograder intake`: says whose work is at a path, and what is nobody's; nothing is run."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.commands.roster import Roster, told_by
from autograder.course import Course
from autograder.grading.sorting import Sorted, sort_by_assignment
from autograder.judging.handout import handout_of
from autograder.records import Refusal
from autograder.report.wording import counted, harmless, said
from autograder.submissions.intake import Source, find, read
from autograder.submissions.sources import Aside, Found, told_apart
from autograder.wire.messages import message


def one_of(course: Course, assignment: str | None, slugs: Sequence[str] = ()) -> str | None:
    """The assignment that is meant; none where each is that there is work for."""
    if assignment is None and not slugs and len(course.table.assignments) > 1:
        return None
    return course.assignment(assignment, slugs)[0]


def find_work(
    course: Course, one: str | None, paths: Sequence[Path], workspace: Path
) -> tuple[Found, Sorted]:
    """What is at the paths, and the work there for one assignment, or for each of them."""
    if one is not None:
        found = _found_of(course, one, paths, workspace)
        return found, Sorted({one: found.sources})
    handouts = {name: handout_of(course, name) for name in course.table.assignments}
    found = find(paths, course.slugs, workspace, course.table.assignments)
    return found, sort_by_assignment(found.sources, handouts)


def _found_of(course: Course, one: str, paths: Sequence[Path], workspace: Path) -> Found:
    """What is at the paths; where a folder is named like the assignment that is meant, those of
    others are set aside.
    """
    slugs = course.table.assignments[one].exercises
    found = find(paths, slugs, workspace, course.table.assignments)
    names = {source.assignment for source in found.sources}
    if not names & {"", one}:
        # A folder that somebody names is what they say it is.
        return find(paths, slugs, workspace)
    own = [source for source in found.sources if source.assignment in ("", one)]
    others = [
        Aside(source.path, message("aside.other_assignment", assignment=source.assignment))
        for source in found.sources
        if source not in own
    ]
    return replace(found, sources=told_apart(own), aside=(*found.aside, *others))


def explain(
    course: Course, assignment: str | None, paths: Sequence[Path], roster: Roster | None = None
) -> None:
    """Prints which entry is whose, what was chosen of it, and what was set aside and why."""
    console, one = Console(highlight=False), one_of(course, assignment)
    with tempfile.TemporaryDirectory() as workspace:
        found, work = find_work(course, one, paths, Path(workspace))
        for path, layout in found.layouts.items():
            console.print(Text(harmless(f"{path}: read as {layout}")), soft_wrap=True)
        refused = len(work.others)
        for name, sources in work.by_assignment.items():
            if one is None:
                console.print(Text(course.table.assignments[name].title, "bold"))
            rows = Table(box=None, pad_edge=False)
            known = ("student",) if roster is None else ("student", "who that is")
            for head in (*known, "entries", "what is graded"):
                rows.add_column(head, overflow="fold")
            for source in sources:
                why_not = _why_not(source, course.table.assignments[name].exercises)
                refused += bool(why_not)
                graded = Text(why_not, "yellow") if why_not else Text(_files(source))
                people = [] if roster is None else [_people(source, roster)]
                student = Text(harmless(source.student))
                rows.add_row(student, *people, Text(_entries(source)), graded)
            console.print(rows)
        for other in work.others:
            words = f"{harmless(other.student)}: {harmless(said(other.reason))}"
            console.print(Text(words, "yellow"), soft_wrap=True)
        for aside in found.aside:
            words = f"set aside: {aside.path.name}: {said(aside.reason)}"
            console.print(Text(harmless(words), "dim"), soft_wrap=True)
    if roster is not None:
        for line in told_by(roster, [source.student for source in found.sources]):
            console.print(Text(line), soft_wrap=True)
    console.print(Text(sum_of(found, refused)), soft_wrap=True)


def _why_not(source: Source, slugs: Sequence[str]) -> str:
    submission = read(source, slugs)
    return harmless(said(submission.reason)) if isinstance(submission, Refusal) else ""


def _people(source: Source, roster: Roster) -> Text:
    names = [person.name for person in roster.members(source.student)]
    return Text(harmless("; ".join(names))) if names else Text("not in the list", "yellow")


def _files(source: Source) -> str:
    notes = [said(note.message) for note in source.notes]
    return harmless("; ".join([", ".join(file.name for file in source.files), *notes]))


def _entries(source: Source) -> str:
    return harmless(", ".join(entry.name for entry in source.entries or (source.path,)))


def sum_of(found: Found, refused: int = 0) -> str:
    """How many entries there are, and where each ended."""
    entries = sum(len(source.entries) or 1 for source in found.sources)
    # Somebody who hands in work for several assignments is one student.
    people = len({source.student for source in found.sources})
    students = counted(people, "student")
    if entries != people:
        students += f" with {entries} of them"
    total = counted(entries + len(found.aside), "entry", "entries")
    words = f"{total}: {students}, {len(found.aside)} set aside."
    return f"{words} {refused} of the students cannot be graded." if refused else words
