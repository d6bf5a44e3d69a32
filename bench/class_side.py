"""What it costs to judge a class again, to grade it once more unchanged, and to open its gradebook.

The class is as large as asked for: real submissions with their evidence, each under many names. A
process of its own measures each figure, so that memory is of that alone.
"""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from autograder.course import find_course
from autograder.grading.grade_class import grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, PreparedExercise, make_plan, make_setup
from autograder.grading.proposals import finish
from autograder.grading.rejudge import begin, rejudge
from autograder.grading.secret import fixed_secret
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.intake import find

ROOT = Path(__file__).parent.parent
CLASS = ROOT / "examples" / "class" / "fashion_mnist"
SLUG = "neurons"
SIZES = (300, 3000)
UNCHANGED = 1000
MEGABYTE = 2**20


def bench_classes(say: Callable[[str, float, str], None]) -> None:
    """Says all figures; grades the example class first."""
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        original = folder / "original.sqlite"
        plan = planned()
        with Gradebook(original) as book:
            sources = find([CLASS], plan.all_slugs, folder / "workspace").sources
            for _grade in grade_class(sources, plan, book, jobs=2):
                pass
        for size in SIZES:
            book_path = folder / f"{size}.sqlite"
            multiply(original, book_path, size)
            say(f"gradebook of {size:,}: size", book_path.stat().st_size / MEGABYTE, "MB")
            seconds, megabytes = measured("opened", book_path)
            say("  opened: wall", seconds, "s (at most 1)")
            seconds, megabytes = measured("rejudged", book_path)
            say("  one check changed, proposed: wall", seconds, f"s (at most {10 * size // 500})")
            say("  the same: memory at most", megabytes, "MB (at most 400)")
            multiply(original, book_path, size)
            seconds, _megabytes = measured("rejudged_all", book_path)
            say("  a check of each exercise changed, proposed: wall", seconds, "s")
        work = folder / "work"
        copies(work, UNCHANGED)
        book_path = folder / "unchanged.sqlite"
        multiply(original, book_path, UNCHANGED)
        seconds, _megabytes = measured("again", book_path, work)
        say(f"{UNCHANGED:,} submissions graded again, unchanged: wall", seconds, "s (at most 5)")


def planned() -> Plan:
    """The whole assignment."""
    course = find_course(ROOT)
    name, table = course.assignment("fashion_mnist")
    setup = make_setup(course, choose_sandbox(allow_unsandboxed=False))
    secret = fixed_secret(course.table.seed)
    return make_plan(course, name, table.exercises, setup, secret)


def names(size: int, count: int) -> list[tuple[int, int, str]]:
    """For each of so many students: which of the submissions it is a copy of, and a name."""
    return [(number, number % count, f"student {number:05}") for number in range(size)]


def copies(folder: Path, size: int) -> None:
    """A folder with the notebooks of that many students."""
    folder.mkdir()
    notebooks = [path for path in sorted(CLASS.glob("*.ipynb")) if path.stem != "zoe"]
    for _number, place, name in names(size, len(notebooks)):
        (folder / f"{name}.ipynb").write_bytes(notebooks[place].read_bytes())


def multiply(original: Path, path: Path, size: int) -> None:
    """A gradebook with what each submission has, under the names of that many students."""
    path.write_bytes(original.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        query = "SELECT id FROM hand_ins WHERE work NOT NULL ORDER BY student"
        own = [row[0] for row in connection.execute(query)]
        for _number, place, name in names(size, len(own)):
            made = connection.execute(
                """INSERT INTO hand_ins SELECT NULL, assignment, ?, digest, key, handed_in_at,
                    recorded_at, json_set(header, '$.student', ?), work
                    FROM hand_ins WHERE id = ?""",
                [name, name, own[place]],
            ).lastrowid
            connection.execute(
                """INSERT INTO readings SELECT ?, slug, run, outcome, evidence, seconds,
                    cpu_seconds, training_seconds, memory_mb, sandbox, host, made_at
                    FROM readings WHERE hand_in = ?""",
                [made, own[place]],
            )
            connection.execute(
                """INSERT INTO judgings SELECT NULL, ?, slug, run, judge, proposal, earned, points,
                    record, made_at, published, published_at, shown_at
                    FROM judgings WHERE hand_in = ?""",
                [made, own[place]],
            )
        for table, whose in (("judgings", "hand_in"), ("readings", "hand_in"), ("hand_ins", "id")):
            marks = ", ".join("?" * len(own))
            connection.execute(f"DELETE FROM {table} WHERE {whose} IN ({marks})", own)  # noqa: S608


def measured(what: str, book: Path, work: Path | None = None) -> tuple[float, float]:
    """Seconds and megabytes that it took, in a process of its own."""
    words = [sys.executable, __file__, what, str(book), str(work or "")]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    seconds, megabytes = map(float, done.stdout.split()[-2:])
    return seconds, megabytes


def opened(book_path: Path, _work: Path) -> float:
    """Opens a gradebook."""
    started = time.monotonic()
    with Gradebook(book_path):
        return time.monotonic() - started


def rejudged(book_path: Path, _work: Path, slugs: Collection[str] = (SLUG,)) -> float:
    """Proposes what exercises are worth once their checks are worth twice as much."""
    plan = planned()
    exercises = tuple(changed(one) if one.slug in slugs else one for one in plan.exercises)
    plan = replace(plan, exercises=exercises)
    started = time.monotonic()
    with Gradebook(book_path) as book:
        number = begin(plan, book, "worth more", "bench")
        assert number is not None
        done = [*rejudge(plan, book, number, jobs=2)][-1]
        assert finish(book, number)
        assert done.changed == done.exercises > 0, done
    return time.monotonic() - started


def rejudged_all(book_path: Path, work: Path) -> float:
    """The same of every exercise."""
    return rejudged(book_path, work, planned().slugs)


def changed(one: PreparedExercise) -> PreparedExercise:
    """An exercise with twice the points, and another judge key."""
    checks = [replace(check, points=2 * check.points) for check in one.exercise.checks]
    exercise = replace(one.exercise, checks=checks)
    return replace(one, exercise=exercise, keys=replace(one.keys, judge="changed"))


def again(book_path: Path, work: Path) -> float:
    """Grades a class again that nothing changed for."""
    plan = planned()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as workspace, Gradebook(book_path) as book:
        sources = find([work], plan.all_slugs, Path(workspace)).sources
        count = sum(1 for _grade in grade_class(sources, plan, book, jobs=2))
        assert count == UNCHANGED
        query = "SELECT count(*) FROM hand_ins"
        with book.reading() as connection:
            assert connection.execute(query).fetchone() == (UNCHANGED,)
    return time.monotonic() - started


if __name__ == "__main__":
    acts: dict[str, Callable[[Path, Path], float]] = {
        one.__name__: one for one in (opened, rejudged, rejudged_all, again)
    }
    taken = acts[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
