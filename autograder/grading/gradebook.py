"""Keeps grades, and what they rest on, in a SQLite file: it resumes a run and feeds every report.

What belongs together is one transaction, so it is wholly in the file or not at all, whatever ends
the program. The plain rollback journal is enough for that, and unlike a write-ahead log it leaves
one file that can be copied, mailed, read from a read-only folder and kept on a network drive.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import threading
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

import msgspec

from autograder.grading import schema
from autograder.grading.faults import is_our_fault, why_again
from autograder.grading.kept_evidence import MOST_BYTES, KeptEvidence, pack, unpack
from autograder.grading.keys import Keys
from autograder.grading.terms import Terms, applied
from autograder.records import (
    Adjustment,
    ExerciseGrade,
    Observation,
    Outcome,
    Status,
    Submission,
    SubmissionGrade,
)
from autograder.wire.errors import EvidenceError, UsageError

BUSY_SECONDS = 30.0
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
LATEST = """SELECT id, student, digest, key, header, handed_in_at FROM hand_ins
    WHERE assignment = ? AND student = ? ORDER BY id DESC LIMIT 1"""

# Made here: several threads may read grades, and msgspec reads a class for one thread alone.
HEADERS = msgspec.json.Decoder(SubmissionGrade)
EXERCISES = msgspec.json.Decoder(ExerciseGrade)
WORK = msgspec.msgpack.Decoder(Submission, dec_hook=lambda kind, value: kind(value))


@dataclass(frozen=True, slots=True)
class Observed:
    """What was newly observed of one reading of an exercise, whose run key is `run`."""

    slug: str
    run: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class Judging:
    """The verdicts on one exercise of a hand-in, and the keys they were reached under."""

    number: int
    hand_in: int
    run: str
    judge: str
    grade: ExerciseGrade
    published_at: str | None = None
    shown_at: str | None = None

    @property
    def is_our_fault(self) -> bool:
        return is_our_fault(self.grade)

    @property
    def runs_again(self) -> bool:
        """Whether the sandbox failed, which it may not do a second time."""
        return self.grade.outcome is Outcome.SANDBOX_FAULT


@dataclass(frozen=True, slots=True)
class Known:
    """The keys that the verdicts on one exercise were reached under."""

    run: str
    judge: str
    runs_again: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What is kept of one run of an exercise; no observation where that is not kept or readable."""

    outcome: str
    sandbox: str
    host: str
    made_at: str
    observation: Observation | None


@dataclass(frozen=True, slots=True)
class HandIn:
    """One submission as it was handed in; `header` is its grade without exercises."""

    number: int
    student: str
    digest: str
    key: str
    header: SubmissionGrade
    handed_in_at: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided of a hand-in now; of each exercise, the grade, the run key and judge key."""

    published: Sequence[tuple[ExerciseGrade, str, str]] = ()
    proposed: Sequence[tuple[ExerciseGrade, str, str]] = ()
    # Judgings whose verdicts are the same under these keys.
    confirmed: Sequence[tuple[int, ExerciseGrade, str, str]] = ()


class Gradebook:
    """The grades of one class in one file; safe to use from several threads.

    `assignment_of` is needed where the file is of an earlier format: see `schema.migrate`.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] | None = None,
        assignment_of: schema.AssignmentOf = lambda _slug: "",
    ) -> None:
        self.path = path
        self._now = now or partial(datetime.now, UTC)
        self._assignment_of = assignment_of
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, BUSY_SECONDS, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"The gradebook {path} cannot be opened: {reason}.") from error
        try:
            # Every transaction is begun by hand.
            self._connection.isolation_level = None
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

    def now(self) -> str:
        """The time, as the gradebook writes it."""
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")

    # ---- writing -------------------------------------------------------------------------------

    def record(self, grade: SubmissionGrade, key: str, assignment: str = "") -> None:
        """Add a grade as it is; `key` is a digest of everything that it depends on."""
        published = [(one, "", "") for one in grade.exercises]
        self.add(grade, key, assignment, judged=Judged(published=published))

    def add(  # noqa: PLR0913 - all of them by name
        self,
        grade: SubmissionGrade,
        key: str,
        assignment: str,
        *,
        judged: Judged,
        work: Submission | None = None,
        observed: Sequence[Observed] = (),
        handed_in_at: str | None = None,
        proposal: int | None = None,
    ) -> int:
        """Add what is new of a submission, all of it or nothing; returns the hand-in's number.

        The hand-in is the student's latest one if that has the same content, and else a new one.
        """
        header = _encode(replace(grade, exercises=()), HEADERS)
        student = _storable(grade.student)
        with self.transaction() as connection:
            latest = connection.execute(LATEST, [assignment, student]).fetchone()
            is_new = latest is None or (latest[2], not latest[2] and latest[3]) != (
                grade.digest,
                not grade.digest and key,
            )
            if is_new:
                packed = None if work is None else _packed(work)
                row = [assignment, student, grade.digest, key, handed_in_at, self.now()]
                number = connection.execute(
                    "INSERT INTO hand_ins VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [*_storable([*row, header]), packed],
                ).lastrowid
            else:
                number = latest[0]
                connection.execute(
                    """UPDATE hand_ins SET header = ?, key = ?, work = coalesce(?, work)
                        WHERE id = ?""",
                    [header, key, None if work is None else _packed(work), number],
                )
            assert number is not None  # noqa: S101 - a row was inserted
            if is_new and latest is not None:
                self._close_earlier(latest[0])
            self._add_observed(number, observed, grade.sandbox)
            self._add_judged(number, judged, proposal)
        return int(number)

    def judge_again(
        self, hand_in: int, judged: Judged, proposal: int | None, pending: Mapping[str, str]
    ) -> None:
        """Add what comes of judging a hand-in again; `pending` says why an exercise must be run."""
        with self.transaction() as connection:
            self._add_judged(hand_in, judged, proposal)
            for slug, why in pending.items():
                connection.execute(
                    "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?)",
                    [proposal, hand_in, slug, why],
                )

    def note_runs(self, keys: Iterable[Keys]) -> None:
        """Remember what run keys are made of."""
        with self.transaction() as connection:
            for one in keys:
                connection.execute(
                    "INSERT OR IGNORE INTO runs VALUES (?, ?)", [one.run, json.dumps(one.parts)]
                )

    def note_shown(self, students: Collection[str], assignment: str) -> None:
        """Note that these students' pages were written, so that they may have seen their grades."""
        with self.transaction() as connection:
            connection.executemany(
                """UPDATE judgings SET shown_at = ? WHERE shown_at IS NULL
                    AND published IS NOT NULL AND hand_in IN
                        (SELECT id FROM hand_ins WHERE assignment = ? AND student = ?)""",
                [(self.now(), assignment, _storable(student)) for student in students],
            )

    def adjust(self, assignment: str, adjustment: Adjustment) -> None:
        """Add points by hand."""
        one = adjustment
        with self.transaction() as connection:
            latest = connection.execute(LATEST, [assignment, _storable(one.student)]).fetchone()
            if latest is None:
                raise UsageError(f"The gradebook has no hand-in of {one.student!r}.")
            row = [assignment, one.student, latest[0], one.slug, one.check, one.points]
            connection.execute(
                "INSERT INTO adjustments VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _storable([*row, one.comment, one.who, one.made_at or self.now()]),
            )

    def _close_earlier(self, hand_in: int) -> None:
        """Takes a hand-in that no longer counts out of the open proposal."""
        for table in ("pending", "judgings"):
            self._connection.execute(
                f"""DELETE FROM {table} WHERE hand_in = ? AND proposal IN
                    (SELECT id FROM proposals WHERE state = 'open')""",  # noqa: S608 - our words
                [hand_in],
            )

    def _add_observed(self, hand_in: int, observed: Sequence[Observed], sandbox: str) -> None:
        for each in observed:
            seen, kept = each.observation, pack(each.observation)
            is_kept = len(kept.content) <= MOST_BYTES and seen.outcome is not Outcome.SANDBOX_FAULT
            if is_kept:
                self._add_evidence(kept)
            costs = (seen.seconds, seen.cpu_seconds, seen.training_seconds, seen.peak_memory_mb)
            row = (hand_in, each.slug, each.run, seen.outcome.value, kept.key if is_kept else None)
            self._connection.execute(
                "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, *costs, sandbox, platform.node(), self.now()),
            )

    def _add_evidence(self, kept: KeptEvidence) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?)", (kept.key, kept.format, kept.content)
        )
        for key, content in kept.descriptions.items():
            self._connection.execute(
                "INSERT OR IGNORE INTO descriptions VALUES (?, ?)", (key, content)
            )
            self._connection.execute(
                "INSERT OR IGNORE INTO described VALUES (?, ?)", (kept.key, key)
            )

    def _add_judged(self, hand_in: int, judged: Judged, proposal: int | None) -> None:
        for own, results in ((None, judged.published), (proposal, judged.proposed)):
            for grade, run, judge in results:
                self._add_judging(hand_in, own, grade, run, judge)
        for number, grade, run, judge in judged.confirmed:
            self._connection.execute(
                "UPDATE judgings SET run = ?, judge = ?, record = ? WHERE id = ?",
                [run, judge, _encode(grade, EXERCISES), number],
            )
            # Nothing changes any more, whatever an open proposal said.
            self._connection.execute(
                """DELETE FROM judgings WHERE hand_in = ? AND slug = ? AND proposal IN
                    (SELECT id FROM proposals WHERE state = 'open')""",
                [hand_in, grade.slug],
            )
        confirmed = [grade for _number, grade, _run, _judge in judged.confirmed]
        decided = [grade for grade, _run, _judge in [*judged.published, *judged.proposed]]
        for grade in [*confirmed, *decided]:
            self._connection.execute(
                "DELETE FROM pending WHERE hand_in = ? AND slug = ?", [hand_in, grade.slug]
            )

    def _add_judging(
        self, hand_in: int, proposal: int | None, grade: ExerciseGrade, run: str, judge: str
    ) -> None:
        record, when = _encode(grade, EXERCISES), self.now()
        published = None if proposal is not None else self.next_published()
        row = (hand_in, grade.slug, run, judge, proposal, grade.earned, grade.points, record, when)
        self._connection.execute(
            "INSERT OR REPLACE INTO judgings VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (*row, published, None if proposal is not None else when),
        )

    def next_published(self) -> int:
        """The number of what is published next, within a transaction."""
        (highest,) = self._connection.execute("SELECT max(published) FROM judgings").fetchone()
        return int(highest or 0) + 1

    # ---- reading -------------------------------------------------------------------------------

    def find(self, student: str, key: str, assignment: str = "") -> SubmissionGrade | None:
        """The student's latest grade, if it has this key and need not be graded again.

        An older grade with this key is not enough: `current` would go on reporting the latest. What
        a defect of ours kept from being graded would be kept from it again.
        """
        hand_in = self.latest(student, assignment)
        if hand_in is None or hand_in.key != key:
            return None
        grade = self._whole(hand_in, None)
        return None if grade.status is Status.REGRADE and not grade.is_defect else grade

    def latest(self, student: str, assignment: str = "") -> HandIn | None:
        """What the student handed in last."""
        with self.reading() as connection:
            row = connection.execute(LATEST, [assignment, _storable(student)]).fetchone()
        return None if row is None else self._hand_in(row)

    def hand_ins(self, assignment: str | None = None) -> tuple[HandIn, ...]:
        """What each student handed in last, by name; in one assignment, or in each."""
        query = """SELECT id, student, digest, key, header, handed_in_at FROM hand_ins WHERE id IN
            (SELECT max(id) FROM hand_ins GROUP BY assignment, student)
            AND assignment = coalesce(?, assignment) ORDER BY student, assignment"""
        with self.reading() as connection:
            rows = connection.execute(query, [assignment]).fetchall()
        return tuple(map(self._hand_in, rows))

    def judgings(self, hand_in: int) -> dict[str, Judging]:
        """What counts of a hand-in, by exercise."""
        with self.reading():
            return self._judgings("counting WHERE hand_in = ?", hand_in)

    def proposed(self, hand_in: int) -> dict[str, Judging]:
        """What the open proposal says of a hand-in, by exercise."""
        where = """judgings WHERE hand_in = ? AND proposal IN
            (SELECT id FROM proposals WHERE state = 'open')"""
        with self.reading():
            return self._judgings(where, hand_in)

    def known(self, assignment: str = "") -> dict[int, dict[str, Known]]:
        """The keys of all that counts, or is openly proposed, by hand-in and exercise."""
        query = """SELECT hand_in, slug, run, judge, instr(record, '"outcome":"sandbox fault"') > 0
            FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
            LEFT JOIN proposals ON proposals.id = proposal
            WHERE hand_ins.assignment = ? AND (published IS NOT NULL OR state = 'open')
            ORDER BY published IS NULL, published"""
        found: dict[int, dict[str, Known]] = {}
        with self.reading() as connection:
            for hand_in, slug, run, judge, fault in connection.execute(query, [assignment]):
                found.setdefault(hand_in, {})[slug] = Known(run, judge, bool(fault))
        return found

    def work(self, hand_in: int) -> Submission | None:
        """A hand-in as it was read; none where it was recorded before that was kept."""
        with self.reading() as connection:
            query = "SELECT work FROM hand_ins WHERE id = ?"
            (packed,) = connection.execute(query, [hand_in]).fetchone()
        return None if packed is None else WORK.decode(zlib.decompress(packed))

    def evidence(self, hand_in: int, student: str, run: str) -> Observation | None:
        """What is kept of a run of this student's; raises `EvidenceError` for what none can read.

        Other hand-ins count where a run came to its end: one that did not gets another chance.
        Other students' do not count at all: the exercises of a submission share a process, so what
        one of them leaves there may make the evidence of another.
        """
        query = """SELECT slug, evidence, seconds, cpu_seconds, training_seconds, memory_mb, format,
            content FROM readings
            LEFT JOIN evidence ON evidence.key = evidence
            WHERE hand_in IN (SELECT id FROM hand_ins WHERE student = ?) AND run = ?
            AND (hand_in = ? OR outcome = 'finished')
            ORDER BY hand_in = ? DESC, hand_in DESC LIMIT 1"""
        with self.reading() as connection:
            row = connection.execute(query, [_storable(student), run, hand_in, hand_in]).fetchone()
            if row is None:
                return None
            slug, key, *costs, form, content = row
            if content is None:
                return None
            descriptions = dict(
                connection.execute(
                    """SELECT key, content FROM descriptions JOIN described
                        ON description = key WHERE evidence = ?""",
                    [key],
                ).fetchall()
            )
        names = ("seconds", "cpu_seconds", "training_seconds", "peak_memory_mb")
        seen = unpack(slug, KeptEvidence(form, content, descriptions))
        return replace(seen, **dict(zip(names, costs, strict=True)))

    def readings(self, hand_in: int, slug: str) -> tuple[Reading, ...]:
        """Every run of an exercise of a hand-in, the oldest first."""
        query = """SELECT student, run, outcome, sandbox, host, made_at FROM readings
            JOIN hand_ins ON hand_ins.id = hand_in WHERE hand_in = ? AND slug = ?
            ORDER BY made_at"""
        with self.reading() as connection:
            rows = connection.execute(query, [hand_in, slug]).fetchall()
        found = []
        for student, run, *rest in rows:
            outcome, sandbox, host, made_at = rest
            seen = None
            with suppress(EvidenceError):
                seen = self.evidence(hand_in, student, run)
            found.append(Reading(outcome, sandbox, host, made_at, seen))
        return tuple(found)

    def run_parts(self, run: str) -> Mapping[str, str]:
        """What a run key was made of; nothing where that is not known."""
        with self.reading() as connection:
            row = connection.execute("SELECT parts FROM runs WHERE key = ?", [run]).fetchone()
        return {} if row is None else json.loads(row[0])

    def current(
        self,
        students: Collection[str] | None = None,
        assignment: str | None = None,
        terms: Terms | None = None,
    ) -> Iterator[SubmissionGrade]:
        """The latest grade of each student, or of these students, by name and one at a time.

        By the terms of the assignment, whoever lacks an exercise is graded in part.
        """
        wanted = None if students is None else set(map(_storable, students))
        for hand_in in self.hand_ins(assignment):
            if wanted is None or hand_in.student in wanted:
                yield self._whole(hand_in, terms)

    def adjustments(self, hand_in: int) -> tuple[Adjustment, ...]:
        """The points given or taken by hand in a hand-in's assignment, the oldest first.

        Those made for an earlier hand-in of the student's count on.
        """
        query = """SELECT one.student, points, comment, who, slug, check_name, made_at
            FROM adjustments AS one JOIN hand_ins USING (assignment, student)
            WHERE hand_ins.id = ? ORDER BY one.id"""
        with self.reading() as connection:
            rows = connection.execute(query, [hand_in]).fetchall()
        return tuple(Adjustment(*row) for row in rows)

    def whole(self, student: str, assignment: str, terms: Terms) -> SubmissionGrade:
        """The latest grade of one student."""
        (grade,) = self.current({student}, assignment, terms)
        return grade

    def _judgings(self, where: str, *values: Any) -> dict[str, Judging]:
        query = f"""SELECT slug, id, hand_in, run, judge, record, published_at, shown_at
            FROM {where} ORDER BY id"""  # noqa: S608 - our own words
        rows = self._connection.execute(query, values).fetchall()
        return {
            slug: Judging(number, hand_in, run, judge, self.read(record, EXERCISES), *times)
            for slug, number, hand_in, run, judge, record, *times in rows
        }

    def _whole(self, hand_in: HandIn, terms: Terms | None) -> SubmissionGrade:
        """A hand-in with all that counts of it."""
        judgings = self.judgings(hand_in.number)
        header = hand_in.header
        if not judgings:
            return header
        points = None if terms is None else terms.points
        slugs = [*points] if points is not None else [*judgings]
        exercises = [judgings[slug].grade for slug in slugs if slug in judgings]
        status, why = Status.GRADED, why_again(one.grade for one in judgings.values())
        if why is not None:
            status = Status.REGRADE
        elif points is not None and len(exercises) < len(points):
            status = Status.PARTIAL
        whole = replace(header, exercises=tuple(exercises))
        if points is not None:
            # A grade that was given is out of the points there were then.
            given = {slug: one.grade.points for slug, one in judgings.items()}
            most = sum(given.get(slug, worth) for slug, worth in points.items())
            whole = replace(whole, status=status, max_score=most, reason=why)
        adjustments = self.adjustments(hand_in.number)
        return applied(whole, adjustments, hand_in.handed_in_at, terms)

    def _hand_in(self, row: Sequence[Any]) -> HandIn:
        number, student, digest, key, header, handed_in_at = row
        return HandIn(number, student, digest, key, self.read(header, HEADERS), handed_in_at)

    # ---- the file ------------------------------------------------------------------------------

    def _prepare(self) -> None:
        with self.reading() as connection:
            version = _version(connection)
            # Damage anywhere is to be known before anything is added.
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if whole and version != schema.VERSION:
            with self._told_of_damage(), self.transaction() as connection:
                # Another program may have done this meanwhile.
                if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                    if not _version(connection):
                        schema.create(connection)
                else:
                    schema.migrate(connection, _version(connection), self._assignment_of)
                version = _version(connection)
        if not whole:
            raise UsageError(f"The gradebook {self.path} cannot be used: {DAMAGED}.")
        if version == 0:
            raise UsageError(f"{self.path} is a database of another program, not a gradebook.")
        if version != schema.VERSION:
            raise UsageError(
                f"The gradebook {self.path} has format {version}, but this autograder reads formats"
                f" {schema.FORMAT_3} and {schema.VERSION}; move the file away and grade again."
            )

    @contextmanager
    def _told_of_damage(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, KeyError, IndexError, TypeError) as error:
            message = f"The gradebook {self.path} cannot be used: {DAMAGED}."
            raise UsageError(message) from error

    def read(self, record: str, decoder: msgspec.json.Decoder[Any]) -> Any:
        """A record as what it was; raises `UsageError` where it is damaged."""
        try:
            return decoder.decode(record)
        except msgspec.MsgspecError as error:
            message = f"The gradebook {self.path} cannot be used: {DAMAGED}."
            raise UsageError(message) from error

    @contextmanager
    def transaction(self, begin: str = "BEGIN IMMEDIATE") -> Iterator[sqlite3.Connection]:
        """All that is done inside is done as a whole; one inside another is part of it."""
        with self._lock:
            try:
                if self._connection.in_transaction:
                    yield self._connection
                    return
                # The lock comes first: what is read inside is still so when something is written.
                self._connection.execute(begin)
                try:
                    yield self._connection
                    self._connection.execute("COMMIT")
                finally:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
            except sqlite3.ProgrammingError:
                raise  # a defect of ours, such as use after closing
            except sqlite3.DatabaseError as error:
                trouble = TROUBLE.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE, error)
                message = f"The gradebook {self.path} cannot be used: {trouble}."
                raise UsageError(message) from error

    def shrink(self) -> None:
        """Takes what was deleted out of the file."""
        with self._lock:
            self._connection.execute("VACUUM")

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """The same where nothing is written, so that others may go on meanwhile."""
        return self.transaction("BEGIN")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _packed(work: Submission) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(_storable(msgspec.to_builtins(work, enc_hook=str))))


def _encode(value: Any, decoder: msgspec.json.Decoder[Any]) -> str:
    record = msgspec.json.encode(_storable(msgspec.to_builtins(value))).decode()
    decoder.decode(record)  # what cannot be read back must not be written
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
