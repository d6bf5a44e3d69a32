"""Keeps grades in a SQLite file: what resumes a run, keeps history and feeds every report.

A grade is one transaction, so it is wholly in the file or not at all, whatever ends the program.
The plain rollback journal is enough for that, and unlike a write-ahead log it leaves one file that
can be copied, mailed, read from a read-only folder and kept on a network drive.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

import msgspec

from autograder.records import Status, SubmissionGrade
from autograder.wire.errors import UsageError

# To be raised with every change to these tables, or to the records that old files would not fit.
SCHEMA_VERSION = 3
BUSY_SECONDS = 30.0

# `score` is empty unless the submission was graded: a refusal is not a zero. `on_trust` is how many
# points rest on trainings that only the sandbox knows of, and of a check the name of the reason.
SCHEMA = (
    """CREATE TABLE submissions (id INTEGER PRIMARY KEY,
        student TEXT NOT NULL, recorded_at TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL,
        status TEXT NOT NULL, sandbox TEXT NOT NULL, score REAL, max_score REAL NOT NULL,
        on_trust REAL NOT NULL, reason TEXT NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE checks (submission INTEGER NOT NULL REFERENCES submissions (id),
        slug TEXT NOT NULL, name TEXT NOT NULL, verdict TEXT NOT NULL,
        points REAL NOT NULL, earned REAL NOT NULL,
        on_trust TEXT NOT NULL)""",
    "CREATE INDEX submissions_by_student ON submissions (student, id)",
    "CREATE INDEX checks_by_submission ON checks (submission)",
    """CREATE VIEW latest AS SELECT * FROM submissions
        WHERE id IN (SELECT max(id) FROM submissions GROUP BY student)""",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)
INSERT_SUBMISSION = "INSERT INTO submissions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_CHECK = "INSERT INTO checks VALUES (?, ?, ?, ?, ?, ?, ?)"

DAMAGED = "it is damaged; restore a copy or move it away and grade again"
TROUBLE = {
    sqlite3.SQLITE_NOTADB: "it is not a gradebook; move it away or choose another folder",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_READONLY: "it or its folder is read-only; choose a folder you can write to",
    sqlite3.SQLITE_CANTOPEN: "it or its folder cannot be opened; choose a folder you can write to",
    sqlite3.SQLITE_FULL: "the disk is full; free some space and try again, no grade is lost",
    sqlite3.SQLITE_BUSY: "another program keeps it locked; close that program and try again",
}
PRIMARY_CODE = 0xFF  # the low byte of SQLite's extended error codes

# Made here: several threads may read grades, and msgspec reads a class for one thread alone.
DECODER = msgspec.json.Decoder(SubmissionGrade)


@dataclass(frozen=True, slots=True)
class RecordedGrade:
    """One recorded grade and when it was recorded."""

    recorded_at: datetime
    key: str
    grade: SubmissionGrade


class Gradebook:
    """The grades of one class in one file; safe to use from several threads."""

    def __init__(self, path: Path, now: Callable[[], datetime] | None = None) -> None:
        self._path = path
        self._now = now or partial(datetime.now, UTC)
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, BUSY_SECONDS, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"The gradebook {path} cannot be opened: {reason}.") from error
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def record(self, grade: SubmissionGrade, key: str) -> None:
        """Add a grade; `key` is a digest of everything the grade depends on."""
        record = _encode(grade)
        score = grade.score if grade.status is Status.GRADED else None
        reason = grade.reason.name if grade.reason is not None else ""
        when = self._now().astimezone(UTC).isoformat(timespec="milliseconds")
        row = [grade.student, when, key, grade.digest, grade.status.value, grade.sandbox]
        row = _storable([*row, score, grade.max_score, grade.on_trust, reason, record])
        checks = [(each.slug, check) for each in grade.exercises for check in each.checks]
        with self._transaction() as connection:
            number = connection.execute(INSERT_SUBMISSION, row).lastrowid
            for slug, check in checks:
                why = check.on_trust.name if check.on_trust is not None else ""
                verdict = (check.name, check.verdict.value, check.points, check.earned)
                values = (number, slug, *verdict, why)
                connection.execute(INSERT_CHECK, values)

    def find(self, student: str, key: str) -> SubmissionGrade | None:
        """The student's latest grade, if it has this key and need not be graded again.

        An older grade with this key is not enough: `current` would go on reporting the latest. What
        a defect of ours kept from being graded would be kept from it again.
        """
        query = """SELECT key, status, record FROM submissions
            WHERE student = ? ORDER BY id DESC LIMIT 1"""
        with self._transaction() as connection:
            row = connection.execute(query, [_storable(student)]).fetchone()
        if row is None or row[0] != key:
            return None
        grade = self._read(row[2])
        return None if grade.status is Status.REGRADE and not grade.is_defect else grade

    def current(self, students: Collection[str] | None = None) -> Iterator[SubmissionGrade]:
        """The latest grade of each student, or of these students, by name and one at a time."""
        wanted = None if students is None else set(map(_storable, students))
        with self._transaction() as connection:
            rows = connection.execute("SELECT id, student FROM latest ORDER BY student").fetchall()
        for number, student in rows:
            if wanted is None or student in wanted:
                query = "SELECT record FROM submissions WHERE id = ?"
                with self._transaction() as connection:
                    (record,) = connection.execute(query, [number]).fetchone()
                yield self._read(record)

    def history(self, student: str) -> tuple[RecordedGrade, ...]:
        """Every grade of one student, the oldest first."""
        query = "SELECT recorded_at, key, record FROM submissions WHERE student = ? ORDER BY id"
        with self._transaction() as connection:
            rows = connection.execute(query, [_storable(student)]).fetchall()
        return tuple(
            RecordedGrade(datetime.fromisoformat(row[0]), row[1], self._read(row[2]))
            for row in rows
        )

    def _prepare(self) -> None:
        with self._transaction() as connection:
            if _version(connection) == 0:
                # The lock comes first, so that two programs cannot both create the tables.
                connection.execute("BEGIN IMMEDIATE")
                is_empty = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
                for statement in SCHEMA if is_empty else ():
                    connection.execute(statement)
            version = _version(connection)
            # Damage anywhere is to be known before anything is added.
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if not whole:
            raise UsageError(f"The gradebook {self._path} cannot be used: {DAMAGED}.")
        if version == 0:
            raise UsageError(f"{self._path} is a database of another program, not a gradebook.")
        if version != SCHEMA_VERSION:
            raise UsageError(
                f"The gradebook {self._path} has format {version}, but this autograder reads "
                f"format {SCHEMA_VERSION}; move the file away and grade again."
            )

    def _read(self, record: str) -> SubmissionGrade:
        try:
            return DECODER.decode(record)
        except msgspec.MsgspecError as error:
            message = f"The gradebook {self._path} cannot be used: {DAMAGED}."
            raise UsageError(message) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                with self._connection:
                    yield self._connection
            except sqlite3.ProgrammingError:
                raise  # a defect of ours, such as use after closing
            except sqlite3.DatabaseError as error:
                trouble = TROUBLE.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE, error)
                message = f"The gradebook {self._path} cannot be used: {trouble}."
                raise UsageError(message) from error


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _encode(grade: SubmissionGrade) -> str:
    record = msgspec.json.encode(_storable(msgspec.to_builtins(grade))).decode()
    DECODER.decode(record)  # what cannot be read back must not be written
    return record


def _storable(value: Any) -> Any:
    """The value with what UTF-8 cannot hold as escapes, which keep two such names apart."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(item) for item in value]
    return value
