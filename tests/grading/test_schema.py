"""A gradebook of an earlier format becomes one of today's, and no grade is lost on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from autograder.grading.gradebook import Gradebook
from autograder.grading.history import history
from autograder.grading.schema import VERSION
from autograder.grading.terms import Terms
from autograder.records import Status, SubmissionGrade
from autograder.wire.errors import UsageError
from tests.grades import check, exercise, grade, refused, whole_grade

# As it was written in format 3.
FORMAT_3 = """CREATE TABLE submissions (id INTEGER PRIMARY KEY,
        student TEXT NOT NULL, recorded_at TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL,
        status TEXT NOT NULL, sandbox TEXT NOT NULL, score REAL, max_score REAL NOT NULL,
        on_trust REAL NOT NULL, reason TEXT NOT NULL, record TEXT NOT NULL);
    CREATE TABLE checks (submission INTEGER NOT NULL REFERENCES submissions (id),
        slug TEXT NOT NULL, name TEXT NOT NULL, verdict TEXT NOT NULL,
        points REAL NOT NULL, earned REAL NOT NULL, on_trust TEXT NOT NULL);
    CREATE INDEX submissions_by_student ON submissions (student, id);
    CREATE INDEX checks_by_submission ON checks (submission);
    CREATE VIEW latest AS SELECT * FROM submissions
        WHERE id IN (SELECT max(id) FROM submissions GROUP BY student);
    PRAGMA user_version = 3;"""


def write_3(path: Path, grades: Sequence[SubmissionGrade]) -> None:
    """A gradebook of format 3 with these grades, one an hour."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(FORMAT_3)
        for hour, one in enumerate(grades):
            plain = msgspec.to_builtins(one)
            del plain["changes"]  # there was no such thing
            record = msgspec.json.encode(plain).decode()
            when = f"2026-03-01T{hour:02}:00:00.000+00:00"
            row = [one.student, when, f"key {hour}", one.digest, one.status.value, one.sandbox]
            connection.execute(
                "INSERT INTO submissions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?)",
                [*row, one.score, one.max_score, record],
            )


def assignment_of(slug: str) -> str:
    return "cats" if slug == "purr" else "fashion"


def migrated(path: Path) -> Gradebook:
    return Gradebook(path, assignment_of=assignment_of)


def test_every_grade_is_kept(tmp_path: Path) -> None:
    """Grades and refusals come out as they were, and stay so when the file is opened again."""
    whole, no = whole_grade("Ada", 0.7), refused("Rik")
    write_3(tmp_path / "book", [whole, no])
    for _time in range(2):
        with migrated(tmp_path / "book") as book:
            assert [*book.current()] == [whole, no]
    with closing(sqlite3.connect(tmp_path / "book")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_exercises_that_hid_each_other_are_together(tmp_path: Path) -> None:
    """One exercise that was graded alone no longer hides the others of the same hand-in."""
    one, two = exercise(slug="neurons"), exercise(check(points=7), slug="more_layers")
    again = exercise(check(points=6), slug="neurons")
    write_3(tmp_path / "book", [grade(one, two), grade(again)])
    terms = Terms({"neurons": 5.0, "more_layers": 7.0})
    with migrated(tmp_path / "book") as book:
        (whole,) = book.current(None, "fashion", terms)
        assert [each.earned for each in whole.exercises] == [6, 7]
        assert (whole.status, whole.max_score) == (Status.GRADED, 13)
        assert [event.kind for event in history(book, "Ada Lovelace", "fashion")] == [
            "handed in", "graded", "graded", "graded",
        ]  # fmt: skip


def test_assignments_that_hid_each_other_are_apart(tmp_path: Path) -> None:
    """Each assignment has its own latest grade of a student."""
    cats = grade(exercise(check(points=3), slug="purr"))
    write_3(tmp_path / "book", [grade(), cats])
    with migrated(tmp_path / "book") as book:
        assert [each.raw_score for each in book.current(None, "fashion")] == [5]
        assert [each.raw_score for each in book.current(None, "cats")] == [3]


def test_a_migration_that_fails_leaves_the_file(tmp_path: Path) -> None:
    """Where an old record cannot be read, nothing is changed, and the trouble is said."""
    path = tmp_path / "book"
    write_3(path, [grade()])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE submissions SET record = substr(record, 1, 99)")
    before = path.read_bytes()
    with pytest.raises(UsageError, match="it is damaged"):
        migrated(path)
    assert path.read_bytes() == before


def test_views_of_format_4_are_made_again(tmp_path: Path) -> None:
    """What is asked in plain SQL of an older file has today's answers; nothing else is touched."""
    path = tmp_path / "book"
    with Gradebook(path) as book:
        book.record(grade(exercise(check(points=4))), "key")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(
            "DROP VIEW latest; CREATE VIEW latest AS SELECT 1; PRAGMA user_version = 4"
        )
    with Gradebook(path) as book:
        assert [each.raw_score for each in book.current()] == [4]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT score, max_score FROM latest").fetchall() == [(4, 4)]
