"""What happened to a student's grades: when, why and by whom; and what of a student is kept."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from autograder.grading.gradebook import Gradebook
from autograder.grading.gradebook_file import storable
from autograder.grading.gradebook_reading import EXERCISES, HEADERS
from autograder.submissions.sources import safe_name
from autograder.wire.errors import EvidenceError, UsageError

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
    whose = (assignment, storable(student))
    with gradebook.reading() as connection:
        events = [*_handed_in(connection, *whose)]
        events += _published(connection, *whose)
        events += _not_published(connection, *whose)
        events += _adjusted(connection, *whose)
    if not events:
        raise UsageError(f"The gradebook has nothing of {student!r} in {assignment}.")
    return tuple(sorted(events, key=lambda event: event.when))


def _handed_in(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    query = """SELECT recorded_at, handed_in_at, substr(digest, 1, 12),
        json_extract(header, '$.status') FROM hand_ins
        WHERE assignment = ? AND student = ? ORDER BY id"""
    return [
        Event(
            when,
            "handed in",
            why=(f"file {digest}" if digest else status) + (f", last changed {at}" if at else ""),
        )
        for when, at, digest, status in connection.execute(query, whose)
    ]


def _published(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    query = """SELECT published_at, hand_in, slug, earned, points, proposal, reason, closed_by
        FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
        LEFT JOIN proposals ON proposals.id = proposal
        WHERE hand_ins.assignment = ? AND student = ? AND published NOT NULL
        ORDER BY published, judgings.id"""
    events, before = [], dict[tuple[int, str], float]()
    for when, hand_in, slug, earned, points, proposal, why, who in connection.execute(query, whose):
        kind = "graded" if proposal is None else "published"
        old = before.get((hand_in, slug))
        events.append(Event(when, kind, slug, old, earned, points, why or "", who or ""))
        before[hand_in, slug] = earned
    return events


def _not_published(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    """What was proposed and dropped, or left out since it would have cost points."""
    query = """SELECT closed_at, state, slug, earned, points, reason, closed_by
        FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
        JOIN proposals ON proposals.id = proposal
        WHERE hand_ins.assignment = ? AND student = ? AND published IS NULL AND closed_at NOT NULL
        ORDER BY judgings.id"""
    return [
        Event(when, "discarded" if state == "discarded" else "not lowered", slug, None, *rest)
        for when, state, slug, *rest in connection.execute(query, whose)
    ]


def _adjusted(connection: sqlite3.Connection, *whose: str) -> list[Event]:
    query = """SELECT made_at, slug, points, comment, who FROM adjustments
        WHERE assignment = ? AND student = ? ORDER BY id"""
    return [
        Event(when, "adjusted", slug, points=points, why=comment, who=who)
        for when, slug, points, comment, who in connection.execute(query, whose)
    ]


# ---- what is kept of a student -------------------------------------------------------------------


def refuse_unknown(gradebook: Gradebook, student: str) -> None:
    """Raises `UsageError` for who is not in the gradebook, with the name that may be meant."""
    query = "SELECT student FROM hand_ins UNION SELECT student FROM adjustments"
    with gradebook.reading() as connection:
        names = [name for (name,) in connection.execute(query)]
    name = storable(student)
    if name in names:
        return
    # A file's name has few signs.
    plain = {one.casefold(): one for one in names}
    wanted = (safe_name(name).casefold(), name.casefold())
    near = [plain[one] for one in wanted if one in plain]
    near += difflib.get_close_matches(name, names, n=1)
    guess = f" Did you mean {near[0]!r}?" if near else ""
    raise UsageError(f"The gradebook has nothing of {student!r}.{guess}")


def assignments_of(gradebook: Gradebook, student: str) -> set[str]:
    """The assignments in which the gradebook has anything of a student."""
    query = "SELECT assignment FROM hand_ins WHERE student = ?"
    with gradebook.reading() as connection:
        return {name for (name,) in connection.execute(query, [storable(student)])}


def all_of(gradebook: Gradebook, student: str) -> Mapping[str, Any]:
    """All that is kept of a student, in every assignment, as plain data.

    Work is as the grader read it, evidence as it was observed.
    """
    student = storable(student)
    with gradebook.reading() as connection:
        kept: dict[str, Any] = {}
        for table, whose in TABLES.items():
            found = connection.execute(f"SELECT * FROM {table} WHERE {whose}", [student])  # noqa: S608
            names = [column[0] for column in found.description]
            kept[table] = [dict(zip(names, map(_plain, row), strict=True)) for row in found]
    for row in kept["hand_ins"]:
        work = gradebook.work(row["id"])
        row["work"] = [] if work is None else [cell.source for cell in work.cells]
        row["header"] = _built(gradebook.read(row["header"], HEADERS))
    for row in kept["judgings"]:
        row["record"] = _built(gradebook.read(row["record"], EXERCISES))
    for row in kept["readings"]:
        run = gradebook.kept_run(row["hand_in"], student, row["run"])
        with suppress(EvidenceError):
            row["evidence"] = None if run is None else _built(run.observation())
    if not any(kept.values()):
        raise UsageError(f"The gradebook has nothing of {student!r}.")
    return kept


def forget(gradebook: Gradebook, student: str, *, is_listed: bool = False) -> Mapping[str, int]:
    """Deletes all that is kept of a student; returns how many rows that were, by table.

    What they were is overwritten; the file becomes smaller once it is told to. Of whoever
    `is_listed` in the course there may be nothing.
    """
    counts, student = dict[str, int](), storable(student)
    with gradebook.transaction() as connection:
        for table, whose in TABLES.items():
            query = f"DELETE FROM {table} WHERE {whose}"  # noqa: S608 - our own words
            counts[table] = connection.execute(query, [student]).rowcount
        if not any(counts.values()) and not is_listed:
            raise UsageError(f"The gradebook has nothing of {student!r}.")
        _drop_unused(connection)
    return counts


def forget_evidence(gradebook: Gradebook, before: str) -> int:
    """Deletes work and evidence of hand-ins recorded before that time; returns of how many.

    Grades, adjustments and the history stay; what is judged again must run again.
    """
    with gradebook.transaction() as connection:
        old = "(SELECT id FROM hand_ins WHERE recorded_at < ?)"
        connection.execute(f"DELETE FROM readings WHERE hand_in IN {old}", [before])  # noqa: S608
        connection.execute(f"UPDATE judgings SET run = '' WHERE hand_in IN {old}", [before])  # noqa: S608
        query = "UPDATE hand_ins SET work = NULL WHERE recorded_at < ? AND work NOT NULL"
        count = connection.execute(query, [before]).rowcount
        _drop_unused(connection)
    gradebook.shrink()
    return count


def _drop_unused(connection: sqlite3.Connection) -> None:
    for statement in UNUSED:
        connection.execute(statement)


def _built(value: Any) -> Any:
    """A record as plain data, with arrays as lists."""
    return msgspec.to_builtins(value, str_keys=True, enc_hook=_of_other_kind)


def _of_other_kind(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else repr(value)


def _plain(value: Any) -> Any:
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
