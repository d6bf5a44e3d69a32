"""`autograder adjust`, `history`, `show`, `forget` and `export-student`: one student's grades."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.class_reports import counting, reports, write_course, write_reports
from autograder.commands.export import exports_in
from autograder.commands.proposals import existing_gradebook, say_missing, whoever
from autograder.commands.roster import forget_person, name_of, roster_of
from autograder.course import Course, chosen
from autograder.grading.entries import Reading
from autograder.grading.grade import by_name
from autograder.grading.gradebook import Gradebook
from autograder.grading.gradebook_file import storable
from autograder.grading.history import (
    Event,
    all_of,
    assignments_of,
    forget,
    forget_evidence,
    history,
    refuse_unknown,
)
from autograder.grading.keys import digest_of_probes
from autograder.grading.shards import FOLDER, shards_in
from autograder.grading.terms import terms_of
from autograder.judging.exercise import Exercise, find_exercise
from autograder.records import Adjustment, SubmissionGrade
from autograder.report.class_page import ANSWERS
from autograder.report.difference import PAGES, signed
from autograder.report.files import student_page
from autograder.report.similar_page import FILE as SIMILAR
from autograder.report.verdicts import lines
from autograder.report.wording import (
    OUTPUT_CHARACTERS,
    VALUE_CHARACTERS,
    capped,
    counted,
    harmless,
    number,
    printed,
    said,
)
from autograder.wire.errors import UsageError

LONGEST_VALUE = 300
NOT_KEPT = "its evidence is not kept"
OTHER_PROBES = "its probes are others since; what follows has the names of today's"
# By hand nobody gives or takes more than this at once.
MOST_POINTS = 1_000


def adjust_points(  # noqa: PLR0913 - an argument an option
    course: Course,
    out: Path,
    *,
    assignment: str | None,
    student: str,
    slug: str | None,
    check: str | None,
    points: float,
    comment: str,
) -> None:
    """Gives or takes points by hand, and writes the student's page."""
    # NaN is within nothing.
    if not abs(points) <= MOST_POINTS:
        raise UsageError(
            f"--points {points:g} is no number of points; give one up to {MOST_POINTS}."
        )
    name, table = course.assignment(assignment, [slug] if slug else [])
    (slug,) = chosen(table.exercises, [slug]) if slug else ("",)
    if check is not None:
        _refuse_unknown_check(name, slug, check)
    with existing_gradebook(course, out, name) as gradebook:
        student, is_listed = _whom(gradebook, out, student, name)
        one = Adjustment(student, points, comment, whoever(), slug, check or "")
        gradebook.adjust(name, one, is_listed=is_listed)
        written = write_reports(course, name, out, gradebook)
        grades = counting(course, name, out, gradebook)
        grade = next(one for one in grades if one.student == storable(student))
    console = Console()
    console.print(Text(f"{signed(points)} for {harmless(grade.shown_name)}: {_score(grade)}."))
    say_missing(written, course, out, name, console)


def _whom(
    gradebook: Gradebook, out: Path, said: str, assignment: str | None = None
) -> tuple[str, bool]:
    """The name under which the gradebook has, or would have, who is named in any way of the list.

    And whether the list has them. Raises `UsageError` for somebody whom nobody knows.
    """
    students, roster = gradebook.students(assignment), roster_of(out)
    person = None if roster is None else roster.find(said)
    if roster is not None and person is not None and storable(said) not in students:
        return name_of(roster, person, students, gradebook.students()), True
    refuse_unknown(gradebook, said)
    return said, person is not None


def _refuse_unknown_check(assignment: str, slug: str, check: str) -> None:
    if not slug:
        raise UsageError("A check is one of an exercise: name its SLUG too.")
    names = [one.name for one in find_exercise(assignment, slug).checks]
    if check not in names:
        raise UsageError(f"{slug} has no check {check!r}; there are: {', '.join(names)}.")


def show_history(course: Course, out: Path, *, assignment: str | None, student: str) -> None:
    """Prints what happened to a student's grades."""
    name, _table = course.assignment(assignment)
    terms = terms_of(course, name)
    with existing_gradebook(course, out, name) as gradebook:
        student, _ = _whom(gradebook, out, student, name)
        events = history(gradebook, student, name)
        grades = [*gradebook.current({student}, name, terms)]
    console = Console()
    for event in events:
        console.print(Text(_line(event)), soft_wrap=True)
    for grade in grades:
        console.print(Text(f"now: {_score(grade)}", "bold"))


def show_student(
    course: Course, out: Path, *, assignment: str | None, student: str, slug: str | None
) -> None:
    """Prints the verdicts on a student's exercises, what they rest on, and what was printed and
    changed.
    """
    name, table = course.assignment(assignment, [slug] if slug else [])
    slugs = chosen(table.exercises, [slug] if slug else [])
    console = Console()
    with existing_gradebook(course, out, name) as gradebook:
        student, _ = _whom(gradebook, out, student, name)
        grades = [*gradebook.current({student}, name, terms_of(course, name))]
        hand_in = gradebook.latest(student, name)
        if hand_in is None or not grades:
            raise UsageError(f"The gradebook has nothing of {student!r} in {name}.")
        (grade,) = grades
        console.print(Text(f"{harmless(student)}: {_score(grade)}", "bold"))
        if grade.reason is not None:
            console.print(Text(harmless(said(grade.reason))), soft_wrap=True)
        judgings = gradebook.judgings(hand_in.number)
        for exercise in grade.exercises:
            if exercise.slug in slugs:
                for line in lines([exercise]):
                    console.print(line, soft_wrap=True)
                definition = find_exercise(name, exercise.slug)
                readings = gradebook.readings(hand_in.number, exercise.slug)
                told = [words for one in readings for words in observed(one, definition)]
                parts = gradebook.run_parts(judgings[exercise.slug].run)
                if told and parts and parts["probes"] != digest_of_probes(definition):
                    told.insert(0, OTHER_PROBES)
                for words in told or [NOT_KEPT]:
                    console.print(Text(f"  {harmless(words)}", "dim"), soft_wrap=True)
                # Of one exercise more than of all of them.
                limit = OUTPUT_CHARACTERS if slug else VALUE_CHARACTERS
                for words in _printed(exercise.output, limit):
                    console.print(Text(f"  {words}", "dim"), soft_wrap=True)
        for change in grade.changes:
            words = harmless(said(change.reason))
            place = f" in {change.slug}" if change.slug else ""
            console.print(Text(f"{signed(change.points)}{place}: {words}"), soft_wrap=True)


def _printed(output: str, limit: int) -> Iterator[str]:
    """What an exercise printed, indented, so that no line looks like one of ours."""
    if text := printed(output, limit):
        yield "its code printed:"
        for line in harmless(text).splitlines():
            yield f"  | {line}"


def forget_student(course: Course, out: Path, *, student: str) -> None:
    """Deletes all that the gradebook and the reports have of a student."""
    console = Console()
    _refuse_shards(out)
    with existing_gradebook(course, out, next(iter(course.table.assignments))) as gradebook:
        student, is_listed = _whom(gradebook, out, student)
        own = assignments_of(gradebook, student)
        # Whoever is listed is missing in every assignment that others handed in.
        assignments = [
            name
            for name in course.table.assignments
            if name in own or (is_listed and gradebook.students(name))
        ]
        counts = forget(gradebook, student, is_listed=is_listed)
        person = forget_person(out, student)
        for name in {student, person.key if person else student}:
            for path in _pages_of(name, course, out):
                path.unlink(missing_ok=True)
        for name in assignments:
            write_reports(course, name, out, gradebook)
        if not assignments and len(course.table.assignments) > 1:
            write_course(course, out, gradebook)
        rows = ", ".join(f"{count} {table}" for table, count in counts.items() if count)
        rows = rows or "a line of the list"
        console.print(Text(f"Forgotten: {harmless(student)} ({rows})."), soft_wrap=True)
        gradebook.shrink()
    console.print(
        "Pages of proposals, exports and the page of similar works are gone; `autograder diff N`,"
        " `export` and `similar` write them without this name. What remains: the file that was"
        " handed in, copies of the gradebook, of the reports and of exports, and the remembered"
        " trainings, which name nobody.",
        soft_wrap=True,
    )


def _refuse_shards(out: Path) -> None:
    """Raises `UsageError` where shards would bring back what is forgotten here."""
    if shards_in(out):
        raise UsageError(
            f"{out / FOLDER} holds shards, with gradebooks of their own; `autograder merge` first."
        )


def _pages_of(student: str, course: Course, out: Path) -> Iterator[Path]:
    """A student's pages, and others that may name them: some are written when they are asked for,
    some are of a time when the course had other assignments.
    """
    now = {out, *(reports(course, out, name) for name in course.table.assignments)}
    for folder in (out, *(path for path in out.iterdir() if path.is_dir())):
        yield student_page(folder, student)
        yield folder / SIMILAR
        yield from folder.glob(PAGES)
        yield from exports_in(folder, student)
        if folder not in now and (folder / "students").is_dir():
            yield from (folder / "grades.csv", folder / "index.html")
            yield from (folder / ANSWERS).glob("*.html")


def forget_old(course: Course, out: Path, *, days: int) -> None:
    """Deletes the work and the evidence of hand-ins older than so many days."""
    before = datetime.now(UTC) - timedelta(days=days)
    _refuse_shards(out)
    with existing_gradebook(course, out, next(iter(course.table.assignments))) as gradebook:
        count = forget_evidence(gradebook, before.isoformat(timespec="milliseconds"))
    Console().print(
        f"Deleted: work and evidence of {counted(count, 'hand-in')} older than"
        f" {counted(days, 'day')}. What remains: their grades, adjustments and history. To judge"
        " one again, grade its file again.",
        soft_wrap=True,
    )


def export_student(course: Course, out: Path, *, student: str, file: Path) -> None:
    """Writes all that is kept of a student into a file."""
    with existing_gradebook(course, out, next(iter(course.table.assignments))) as gradebook:
        student, _ = _whom(gradebook, out, student)
        kept = all_of(gradebook, student)
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    try:
        file.write_text(text, "utf-8", "backslashreplace")
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror or error}.") from error
    Console().print(Text(f"written: {file}"), soft_wrap=True)


def _score(grade: SubmissionGrade) -> str:
    if not grade.has_score:
        return grade.status.value
    raw = f" ({number(grade.raw_score)} earned by checks)" if grade.changes else ""
    return f"{number(grade.score)} of {number(grade.max_score)} points{raw}"


def _line(event: Event) -> str:
    when = event.when[:19].replace("T", " ")
    who = f", by {event.who}" if event.who else ""
    if event.kind == "handed in":
        return f"{when}  handed in ({event.why})"
    if event.kind == "adjusted":
        place = f" in {event.slug}" if event.slug else ""
        return f"{when}  adjusted{place}: {signed(event.points)}{who}: {harmless(event.why)}"
    before = "" if event.before is None else f"{number(event.before)} → "
    why = f" ({harmless(event.why)}{who})" if event.why else ""
    after = number(event.after or 0.0)
    return f"{when}  {event.kind} {event.slug}: {before}{after} of {number(event.points)}{why}"


def observed(reading: Reading, exercise: Exercise) -> Iterator[str]:
    """What a reading of an exercise was seen to do: how it ended, what was claimed and trained."""
    seen = None if reading.observation is None else by_name(exercise, reading.observation)
    when, place = reading.made_at[:19].replace("T", " "), reading.host
    yield f"observed {when} on {place}, sandbox {reading.sandbox}: {reading.outcome}"
    if seen is None:
        yield f"  {NOT_KEPT}"
        return
    yield f"  {number(seen.seconds)} s, {number(seen.peak_memory_mb)} MB"
    for probe, report in seen.evidence.items():
        values = report.get("values") if isinstance(report, dict) else report
        yield f"  {probe} reported (a claim): {capped(repr(values), LONGEST_VALUE)}"
    for probe in seen.crashes:
        yield f"  {probe} has no report"
    for probe, fits in seen.trainings.items():
        for fit in fits:
            last = {name: round(series[-1], 4) for name, series in fit.logs.items() if series}
            count = fit.images.count if fit.images else 0
            epochs, images = counted(fit.epochs, "epoch"), counted(count, "image")
            yield (
                f"  {probe} trained (a fact): layers {fit.layers.in_words}, {epochs} on {images},"
                f" at the end {last}"
            )
    for probe in seen.classified:
        yield f"  {probe}: the judge classified the hidden images with the trained network"
