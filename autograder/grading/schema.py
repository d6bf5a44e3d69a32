"""The gradebook's tables, and how a file of an earlier format becomes one of today's.

A hand-in is one submission as it was read; of a student's, the latest counts. Evidence is kept
once, under a digest of itself; `readings` say which evidence a hand-in has, and what it cost. A
judging is the verdicts on one exercise: it counts once it has a number in `published`, and of those
of an exercise the highest counts. No verdict that was published is changed, or deleted but by
`forget`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

VERSION = 5

TABLES = (
    # `header` is the grade without its exercises, `work` the submission as read, and `file` what
    # was read by which code; `key` covers all that a refusal depends on.
    """CREATE TABLE hand_ins (id INTEGER PRIMARY KEY, assignment TEXT NOT NULL,
        student TEXT NOT NULL, digest TEXT NOT NULL, key TEXT NOT NULL, handed_in_at TEXT,
        recorded_at TEXT NOT NULL, header TEXT NOT NULL, work BLOB)""",
    "CREATE INDEX hand_ins_by_assignment ON hand_ins (assignment, student, id)",
    "CREATE INDEX hand_ins_by_student ON hand_ins (student)",
    """CREATE TABLE evidence (key TEXT PRIMARY KEY, format INTEGER NOT NULL,
        content BLOB NOT NULL)""",
    "CREATE TABLE descriptions (key TEXT PRIMARY KEY, content BLOB NOT NULL)",
    """CREATE TABLE described (evidence TEXT NOT NULL, description TEXT NOT NULL,
        PRIMARY KEY (evidence, description)) WITHOUT ROWID""",
    # `run` covers what was executed and with what. Without evidence, it was too large to keep.
    """CREATE TABLE readings (hand_in INTEGER NOT NULL REFERENCES hand_ins (id),
        slug TEXT NOT NULL, run TEXT NOT NULL, outcome TEXT NOT NULL, evidence TEXT,
        seconds REAL NOT NULL, cpu_seconds REAL NOT NULL, training_seconds REAL NOT NULL,
        memory_mb REAL NOT NULL, sandbox TEXT NOT NULL, host TEXT NOT NULL, made_at TEXT NOT NULL,
        PRIMARY KEY (hand_in, slug, run)) WITHOUT ROWID""",
    "CREATE INDEX readings_by_evidence ON readings (evidence)",
    """CREATE TABLE proposals (id INTEGER PRIMARY KEY, assignment TEXT NOT NULL,
        reason TEXT NOT NULL, who TEXT NOT NULL, opened_at TEXT NOT NULL,
        state TEXT NOT NULL, closed_at TEXT, closed_by TEXT)""",
    # What a proposal is to say and does not yet: nobody has judged it, or it must be run first.
    """CREATE TABLE pending (proposal INTEGER NOT NULL REFERENCES proposals (id),
        hand_in INTEGER NOT NULL, slug TEXT NOT NULL, why TEXT NOT NULL,
        PRIMARY KEY (proposal, hand_in, slug)) WITHOUT ROWID""",
    """CREATE TABLE judgings (id INTEGER PRIMARY KEY,
        hand_in INTEGER NOT NULL REFERENCES hand_ins (id), slug TEXT NOT NULL,
        run TEXT NOT NULL, judge TEXT NOT NULL, proposal INTEGER REFERENCES proposals (id),
        earned REAL NOT NULL, points REAL NOT NULL, record TEXT NOT NULL, made_at TEXT NOT NULL,
        published INTEGER, published_at TEXT, shown_at TEXT)""",
    "CREATE INDEX judgings_by_hand_in ON judgings (hand_in, slug, published)",
    "CREATE INDEX judgings_by_publishing ON judgings (published)",
    """CREATE UNIQUE INDEX judgings_by_proposal ON judgings (proposal, hand_in, slug)
        WHERE proposal IS NOT NULL""",
    # What a run key is made of, part by part: why something must be run again.
    "CREATE TABLE runs (key TEXT PRIMARY KEY, parts TEXT NOT NULL)",
    # No rejudging touches these. Without a slug, one is for the whole assignment.
    """CREATE TABLE adjustments (id INTEGER PRIMARY KEY, assignment TEXT NOT NULL,
        student TEXT NOT NULL, hand_in INTEGER, slug TEXT NOT NULL, check_name TEXT NOT NULL,
        points REAL NOT NULL, comment TEXT NOT NULL, who TEXT NOT NULL, made_at TEXT NOT NULL)""",
)
# For whoever asks in plain SQL; what a course deducts and drops is applied when grades are read.
VIEWS = (
    """CREATE VIEW counting AS SELECT * FROM judgings AS one WHERE published =
        (SELECT max(published) FROM judgings WHERE hand_in = one.hand_in AND slug = one.slug)""",
    """CREATE VIEW latest AS SELECT hand_ins.id, assignment, student, digest, recorded_at,
        json_extract(header, '$.status') AS status, json_extract(header, '$.sandbox') AS sandbox,
        CASE json_extract(header, '$.status') WHEN 'graded' THEN
            (SELECT sum(earned) FROM counting WHERE hand_in = hand_ins.id) END AS score,
        coalesce((SELECT sum(points) FROM counting WHERE hand_in = hand_ins.id),
            json_extract(header, '$.max_score')) AS max_score
        FROM hand_ins WHERE id IN
            (SELECT max(id) FROM hand_ins GROUP BY assignment, student)""",
    """CREATE VIEW checks AS SELECT hand_in AS submission, slug,
        json_extract(value, '$.name') AS name,
        json_extract(value, '$.verdict') AS verdict, json_extract(value, '$.points') AS points,
        json_extract(value, '$.earned') AS earned,
        coalesce(json_extract(value, '$.on_trust.name'), '') AS on_trust
        FROM counting, json_each(record, '$.checks')""",
)
SCHEMA = (*TABLES, *VIEWS, f"PRAGMA user_version = {VERSION}")
# Format 4 had other views. Format 3 had one row a submission, with all of its grade.
FORMAT_4, FORMAT_3 = 4, 3
READ_3 = """SELECT student, recorded_at, key, digest, record FROM submissions ORDER BY id"""

AssignmentOf = Callable[[str], str]


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables, within the transaction under way."""
    for statement in SCHEMA:
        connection.execute(statement)


def migrate(connection: sqlite3.Connection, version: int, assignment_of: AssignmentOf) -> bool:
    """Brings a file of an earlier format up to date, within the transaction; false if unknown.

    `assignment_of` says to which assignment an exercise belongs, and of an empty name the one that
    refusals are taken to be for. Every grade is kept; none has evidence.
    """
    if version == FORMAT_4:
        for view in ("latest", "checks", "counting"):
            connection.execute(f"DROP VIEW {view}")
        for statement in SCHEMA[len(TABLES) :]:
            connection.execute(statement)
        return True
    if version != FORMAT_3:
        return False
    old = connection.execute(READ_3).fetchall()
    for name in ("latest", "checks", "submissions"):
        kind = "VIEW" if name == "latest" else "TABLE"
        connection.execute(f"DROP {kind} {name}")
    create(connection)
    hand_ins: dict[tuple[str, str], tuple[str, int]] = {}
    for number, (student, when, key, digest, record) in enumerate(old, start=1):
        grade: dict[str, Any] = json.loads(record)
        exercises = grade.pop("exercises")
        assignment = assignment_of(exercises[0]["slug"] if exercises else "")
        known, hand_in = hand_ins.get((assignment, student), ("", 0))
        if not hand_in or known != digest or not exercises:
            row = (assignment, student, digest, key, when, json.dumps(grade))
            hand_in = int(
                connection.execute(
                    "INSERT INTO hand_ins VALUES (NULL, ?, ?, ?, ?, NULL, ?, ?, NULL)", row
                ).lastrowid
                or 0
            )
        hand_ins[assignment, student] = digest, hand_in
        for one in exercises:
            earned = sum(check["earned"] for check in one["checks"])
            points = sum(check["points"] for check in one["checks"])
            values = (hand_in, one["slug"], earned, points, json.dumps(one), when, number, when)
            connection.execute(
                """INSERT INTO judgings VALUES
                    (NULL, ?, ?, '', '', NULL, ?, ?, ?, ?, ?, ?, NULL)""",
                values,
            )
    return True
