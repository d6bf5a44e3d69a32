"""What happened to a student's grades: when, why and by whom; and what of a student is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.grading.gradebook import Gradebook
from autograder.grading.gradebook_reading import EXERCISES
from autograder.wire.errors import UsageError

# Rows of a student by table, in an order in which they can be deleted.
OWN = "(SELECT id FROM hand_ins WHERE student = ?)"
TABLES = {
    "pending": f"hand_in IN {OWN}",
    "judgings": f"hand_in IN {OWN}",
    "readings": f"hand_in IN {OWN}",
    "adjustments": "student = ?",
    "hand_ins": "student = ?",
}
# What belongs to nobody any more.
UNUSED = (
    "DELETE FROM evidence WHERE key NOT IN (SELECT evidence FROM readings WHERE evidence NOT NULL)",
    "DELETE FROM described WHERE evidence NOT IN (SELECT key FROM evidence)",
    "DELETE FROM descriptions WHERE key NOT IN (SELECT description FROM described)",
    "DELETE FROM runs WHERE key NOT IN (SELECT run FROM judgings)",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. Of a published exercise, `before` is what it had, if anything."""

    when: str
    kind: str
    slug: str = ""
    before: float | None = None
    after: float | None = None
    points: float = 0.0
    why: str = ""
    who: str = ""


def history(gradebook: Gradebook, student: str, assignment: str) -> tuple[Event, ...]:
    """Everything that happened to a student's grades in an assignment, the oldest first."""
    with gradebook.reading() as connection:
        events = [*_handed_in(connection, assignment, student)]
        events += _published(connection, assignment, student)
        events += _adjusted(connection, assignment, student)
    if not events:
        raise UsageError(f"The gradebook has nothing of {student!r} in {assignment}.")
    return tuple(sorted(events, key=lambda event: event.when))


def _handed_in(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    query = """SELECT recorded_at, handed_in_at, substr(digest, 1, 12) FROM hand_ins
        WHERE assignment = ? AND student = ? ORDER BY id"""
    return [
        Event(when, "handed in", why=f"file {digest}" + (f", last changed {at}" if at else ""))
        for when, at, digest in connection.execute(query, whose)
    ]


def _published(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    query = """SELECT published_at, hand_in, slug, earned, points, reason, closed_by
        FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
        LEFT JOIN proposals ON proposals.id = proposal
        WHERE hand_ins.assignment = ? AND student = ? AND published NOT NULL
        ORDER BY published, judgings.id"""
    events, before = [], dict[tuple[int, str], float]()
    for when, hand_in, slug, earned, points, why, who in connection.execute(query, whose):
        kind = "published" if why else "graded"
        old = before.get((hand_in, slug))
        events.append(Event(when, kind, slug, old, earned, points, why or "", who or ""))
        before[hand_in, slug] = earned
    return events


def _adjusted(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    query = """SELECT made_at, slug, points, comment, who FROM adjustments
        WHERE assignment = ? AND student = ? ORDER BY id"""
    return [
        Event(when, "adjusted", slug, points=points, why=comment, who=who)
        for when, slug, points, comment, who in connection.execute(query, whose)
    ]


# ---- what is kept of a student -------------------------------------------------------------------


def all_of(gradebook: Gradebook, student: str) -> Mapping[str, Any]:
    """All that is kept of a student, in every assignment, as plain data.

    Work is as the grader read it; of what is packed, there is the size.
    """
    with gradebook.reading() as connection:
        kept: dict[str, Any] = {}
        for table, whose in TABLES.items():
            found = connection.execute(f"SELECT * FROM {table} WHERE {whose}", [student])  # noqa: S608
            names = [column[0] for column in found.description]
            kept[table] = [dict(zip(names, map(_plain, row), strict=True)) for row in found]
    for row in kept["hand_ins"]:
        work = gradebook.work(row["id"])
        row["work"] = [] if work is None else [cell.source for cell in work.cells]
    for row in kept["judgings"]:
        gradebook.read(row["record"], EXERCISES)
    if not any(kept.values()):
        raise UsageError(f"The gradebook has nothing of {student!r}.")
    return kept


def forget(gradebook: Gradebook, student: str) -> Mapping[str, int]:
    """Deletes all that is kept of a student; returns how many rows that were, by table."""
    counts = {}
    with gradebook.transaction() as connection:
        for table, whose in TABLES.items():
            query = f"DELETE FROM {table} WHERE {whose}"  # noqa: S608 - our own words
            counts[table] = connection.execute(query, [student]).rowcount
        if not counts["hand_ins"]:
            raise UsageError(f"The gradebook has nothing of {student!r}.")
        _drop_unused(connection)
    gradebook.shrink()
    return counts


def forget_evidence(gradebook: Gradebook, before: str) -> int:
    """Deletes work and evidence of hand-ins recorded before that time; returns of how many.

    Grades, adjustments and the history stay; what is judged again must run again.
    """
    with gradebook.transaction() as connection:
        old = "(SELECT id FROM hand_ins WHERE recorded_at < ?)"
        connection.execute(f"DELETE FROM readings WHERE hand_in IN {old}", [before])  # noqa: S608
        query = "UPDATE hand_ins SET work = NULL WHERE recorded_at < ? AND work NOT NULL"
        count = connection.execute(query, [before]).rowcount
        _drop_unused(connection)
    gradebook.shrink()
    return count


def _drop_unused(connection: sqlite3.Connection) -> None:
    for statement in UNUSED:
        connection.execute(statement)


def _plain(value: Any) -> Any:
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
