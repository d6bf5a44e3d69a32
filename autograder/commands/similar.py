"""`autograder similar`: writes a page of works that share what few others have."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.class_reports import reports
from autograder.commands.proposals import existing_gradebook
from autograder.commands.roster import roster_of, with_name
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.grading.similarity import (
    FEWEST,
    LINE,
    LINE_OF_NEARLY_ALL,
    MOST_CHARACTERS,
    Work,
    similar_pairs,
)
from autograder.judging.exercise import find_exercise
from autograder.records import Status
from autograder.report.similar_page import FILE, write_similar
from autograder.report.wording import counted
from autograder.submissions.readings import ways_to_read


def write_similar_works(course: Course, out: Path, *, assignment: str | None) -> None:
    """Compares the latest work of everybody who was graded, and writes the page."""
    name, table = course.assignment(assignment)
    console = Console(highlight=False)
    with existing_gradebook(course, out, name) as gradebook:
        works = works_of(gradebook, name, table.exercises)
        roster = roster_of(out)
        headers = [one.header for one in gradebook.hand_ins(name)]
        names = {one.student: with_name(one, roster).shown_name for one in headers}
    if len(works) < FEWEST:
        console.print(
            f"{counted(len(works), 'work')}: of fewer than {FEWEST} nobody can say what is rare."
            " No page was written."
        )
        return
    common = {slug: common_texts(course, name, slug) for slug in table.exercises}
    pairs = similar_pairs(works, common)
    path = reports(course, out, name) / FILE
    write_similar(
        path,
        pairs,
        count=len(works),
        line=LINE,
        line_of_nearly_all=LINE_OF_NEARLY_ALL,
        names=names,
        course_title=course.table.title,
        assignment_title=table.title,
    )
    said = f"{counted(len(pairs), 'pair')} of {len(works)} works to look at yourself."
    console.print(Text(said), soft_wrap=True)
    # A long remark in front would keep what follows from being compared.
    if long := [work.student for work in works if is_cut(work)]:
        said = f"Only the first {MOST_CHARACTERS:,} characters of an exercise were compared of"
        console.print(Text(f"{said}: {', '.join(long)}."), soft_wrap=True)
    console.print(Text(f"written: {path}"), soft_wrap=True)


def is_cut(work: Work) -> bool:
    """Whether an exercise of a work is longer than what is compared."""
    return any(len(one) > MOST_CHARACTERS for one in (*work.code.values(), *work.answers.values()))


def works_of(gradebook: Gradebook, assignment: str, slugs: tuple[str, ...]) -> list[Work]:
    """What everybody handed in last: of each exercise the code that was graded, and the answers."""
    asked = {slug: find_exercise(assignment, slug).asks_for for slug in slugs}
    found = []
    for hand_in in gradebook.hand_ins(assignment):
        work = gradebook.work(hand_in.number)
        if work is None or hand_in.header.status in (Status.REFUSED, Status.OTHER_WORK):
            continue
        code = {}
        for slug, names in asked.items():
            first = next(ways_to_read(work, names, slug), None)
            pieces = () if first is None else first.pieces
            code[slug] = "\n".join(piece.source for piece in pieces)
        found.append(Work(hand_in.student, code, work.answers))
    return found


def common_texts(course: Course, assignment: str, slug: str) -> list[str]:
    """What everybody may have: the stub, the reference, and programs of known answers."""
    solution = course.solution_path(assignment, slug)
    paths = [course.stub_path(assignment, slug), solution]
    paths += sorted((solution.parent / "known" / slug).glob("*.py"))
    return [path.read_text("utf-8", "replace") for path in paths if path.is_file()]
