"""`autograder requests`: lists what students ask to have looked at again, with the evidence.

A request is a text file that a student hands in as they hand in work, so its name says whose it is.
It has lines such as `exercise: more_layers`, `check: has_hidden_layers` and `why: ...`, which the
student's page has ready to copy.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.proposals import existing_gradebook
from autograder.commands.roster import Roster, roster_of
from autograder.commands.students import observed
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.grading.terms import terms_of
from autograder.judging.exercise import find_exercise
from autograder.records import CheckResult, SubmissionGrade
from autograder.report.verdicts import explained
from autograder.report.wording import (
    VERDICT_WORDS,
    capped,
    counted,
    harmless,
    number,
    said,
    sentence_of,
    title_of,
)
from autograder.submissions.archive import unpack_class
from autograder.submissions.chosen_files import ARCHIVE, is_folder, visible
from autograder.submissions.layouts import layout_of
from autograder.submissions.sources import Source, find
from autograder.wire.errors import RefusedSubmission, UsageError
from autograder.wire.messages import message

SUFFIX = ".txt"
MOST_BYTES = 20_000
MOST_REQUESTS = 40  # of one file, and of one student
MOST_FILES = 10  # of one student
LONGEST_NAME = 80  # of what is no exercise or no check
LINE = re.compile(r"\s*(exercise|check|why)\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """What one student asks for, as written."""

    student: str
    slug: str
    check: str
    why: str


def list_requests(course: Course, out: Path, folder: Path, *, assignment: str | None) -> None:
    """Prints all requests in a folder or a zip, those about one check together."""
    name, table = course.assignment(assignment)
    console = Console(highlight=False)
    with (
        tempfile.TemporaryDirectory() as workspace,
        existing_gradebook(course, out, name) as gradebook,
    ):
        place = _class_in(folder, Path(workspace))
        sources = find([place], table.exercises, Path(workspace)).sources
        asked = [one for source in sources for one in requests_of(source)]
        students = {one.student for one in asked} | {one.student for one in _unnamed(sources)}
        grades = {
            grade.student: grade
            for grade in gradebook.current(students, name, terms_of(course, name))
        }
        roster = roster_of(out)
        order = [
            (slug, check.name)
            for slug in table.exercises
            for check in find_exercise(name, slug).checks
        ]
        for slug, check in order:
            own = [one for one in asked if (one.slug, one.check) == (slug, check)]
            if own:
                words = f"{title_of(slug)}: {sentence_of(slug, check)} ({slug} {check})"
                console.print(Text(words, "bold"), soft_wrap=True)
            for request in own:
                grade = grades.get(request.student)
                for line in _about(request, grade, gradebook, name, roster):
                    console.print(Text(f"  {harmless(line)}"), soft_wrap=True)
        lost = [one for one in asked if (one.slug, one.check) not in order]
        for one in lost:
            slug, check = one.slug[:LONGEST_NAME], one.check[:LONGEST_NAME]
            words = f"{one.student}: no check {slug!r} {check!r}. {_short(one.why)}"
            console.print(Text(harmless(words), "yellow"), soft_wrap=True)
        for source in _unnamed(sources):
            words = f"{source.student}: no text file that names a check"
            console.print(Text(harmless(words), "yellow"), soft_wrap=True)
    asking = len({one.student for one in asked})
    console.print(f"{counted(len(asked), 'request')} of {counted(asking, 'student')}.")


def _class_in(path: Path, workspace: Path) -> Path:
    """The folder of what a class asks for: a zip of texts is no work of a single student."""
    folder = path
    if path.suffix.lower() == ARCHIVE and path.is_file():
        try:
            folder = workspace / "requests"
            for name, reason in unpack_class(path, folder):
                words = f"{name}: {said(message('aside.not_unpacked', reason=reason))}"
                Console().print(Text(harmless(words), "yellow"), soft_wrap=True)
        except RefusedSubmission as error:
            raise UsageError(f"{path} cannot be unpacked: {said(error.message)}") from error
    while (
        is_folder(folder)
        and len(entries := visible(folder)) == 1
        and is_folder(entries[0])
        and not layout_of(entries)
        and len(visible(entries[0])) > 1
    ):
        folder = entries[0]
    return folder


def requests_of(source: Source) -> list[Request]:
    """The requests in a student's text files, the first one about each check."""
    found: dict[tuple[str, str], Request] = {}
    with suppress(OSError):  # what nobody may open names no check
        for file in islice(_texts(source), MOST_FILES):
            for slug, check, why in parsed(_beginning(file)):
                found.setdefault((slug, check), Request(source.student, slug, check, why))
    return [*found.values()][:MOST_REQUESTS]


def _beginning(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES).decode("utf-8-sig", "replace")


def parsed(text: str) -> Iterator[tuple[str, str, str]]:
    """The exercise, the check and the reason of each request in a text."""
    found: list[dict[str, str]] = []
    last = ""
    for line in text.splitlines():
        if match := LINE.fullmatch(line):
            last = match[1].casefold()
            if not found or last in found[-1]:
                # Another check of the same exercise need not name it once more.
                found.append({"exercise": found[-1].get("exercise", "")} if found else {})
            found[-1][last] = match[2].strip().strip("`\"'")
        elif found and last == "why":
            found[-1]["why"] += f"\n{line.strip()}"
    for one in found[:MOST_REQUESTS]:
        if one.get("check"):
            yield one.get("exercise", ""), one["check"], one.get("why", "").strip()


def _unnamed(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if not requests_of(source)]


def _texts(source: Source) -> Iterator[Path]:
    for entry in source.entries or (source.path,):
        for file in visible(entry) if is_folder(entry) else [entry]:
            if file.suffix.lower() == SUFFIX and file.is_file() and not file.is_symlink():
                yield file


def _about(
    request: Request,
    grade: SubmissionGrade | None,
    gradebook: Gradebook,
    assignment: str,
    roster: Roster | None,
) -> Iterator[str]:
    """Who asks and why, what was said of the check, and what that rests on."""
    people = [] if roster is None else roster.members(request.student)
    name = ", ".join(one.name for one in people)
    who = f"{request.student} ({name})" if name and name != request.student else request.student
    exercise = next(
        (one for one in grade.exercises if one.slug == request.slug) if grade else iter(()), None
    )
    result = next(
        (one for one in exercise.checks if one.name == request.check) if exercise else iter(()),
        None,
    )
    if result is None:
        yield f"{who}: not graded in the gradebook"
    else:
        earned = f"{number(result.earned)} of {number(result.points)}"
        yield f"{who}: {VERDICT_WORDS[result.verdict]}, {earned} points"
    if request.why:
        yield f"  asks: {_short(request.why)}"
    if result is not None:
        yield from _said(result)
        hand_in = gradebook.latest(request.student, assignment)
        definition = find_exercise(assignment, request.slug)
        for reading in gradebook.readings(hand_in.number, request.slug) if hand_in else ():
            for line in observed(reading, definition):
                yield f"  {line}"


def _said(result: CheckResult) -> Iterator[str]:
    for label, words in explained(result):
        yield f"  {label.lower() or 'why'}: {_short(words)}"


def _short(text: str) -> str:
    return capped(text).replace("\n", "\n      ")
