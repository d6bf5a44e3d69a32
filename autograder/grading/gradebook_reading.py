"""Reads out of a gradebook what was handed in, observed and decided, and makes grades of it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import msgspec

from autograder.grading.entries import HandIn, Judging, KeptRun, Known, Moment, Reading
from autograder.grading.faults import why_again
from autograder.grading.gradebook_file import GradebookFile, storable
from autograder.grading.kept_evidence import KeptEvidence
from autograder.grading.terms import Terms, applied
from autograder.records import (
    Adjustment,
    ExerciseGrade,
    Status,
    Submission,
    SubmissionGrade,
)
from autograder.wire.errors import EvidenceError
from autograder.wire.messages import Message

HAND_IN = "SELECT id, student, digest, key, header, handed_in_at, work IS NOT NULL FROM hand_ins"
LATEST = f"""{HAND_IN}
    WHERE assignment = ? AND student = ? ORDER BY id DESC LIMIT 1"""

# Made here: several threads may read grades, and msgspec reads a class for one thread alone.
HEADERS = msgspec.json.Decoder(SubmissionGrade)
EXERCISES = msgspec.json.Decoder(ExerciseGrade)
WORK = msgspec.msgpack.Decoder(Submission, dec_hook=lambda kind, value: kind(value))


class GradebookReading(GradebookFile):
    """The part of a gradebook that changes nothing."""

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
            row = connection.execute(LATEST, [assignment, storable(student)]).fetchone()
        return None if row is None else self._hand_in(row)

    def has(self, student: str, assignment: str, digest: str) -> bool:
        """Whether the student ever handed in just this."""
        query = """SELECT 1 FROM hand_ins WHERE assignment = ? AND student = ? AND digest = ?
            LIMIT 1"""
        with self.reading() as connection:
            row = connection.execute(query, [assignment, storable(student), digest]).fetchone()
        return row is not None

    def hand_ins(
        self, assignment: str | None = None, moment: Moment | None = None
    ) -> tuple[HandIn, ...]:
        """What each student handed in last, by name; in one assignment, or in each.

        As it is, or as it was at a moment.
        """
        query = f"""{HAND_IN} WHERE id IN (SELECT max(id) FROM hand_ins
                WHERE ? IS NULL OR recorded_at <= ? GROUP BY assignment, student)
            AND assignment = coalesce(?, assignment) ORDER BY student, assignment"""  # noqa: S608 - our own
        with self.reading() as connection:
            when = None if moment is None else moment.recorded_at
            rows = connection.execute(query, [when, when, assignment]).fetchall()
        return tuple(map(self._hand_in, rows))

    def students(self, assignment: str | None = None) -> frozenset[str]:
        """Who handed anything in, in one assignment or in any."""
        query = "SELECT DISTINCT student FROM hand_ins WHERE assignment = coalesce(?, assignment)"
        with self.reading() as connection:
            return frozenset(name for (name,) in connection.execute(query, [assignment]))

    def judgings(self, hand_in: int, moment: Moment | None = None) -> dict[str, Judging]:
        """What counts of a hand-in, by exercise, or what counted at a moment."""
        if moment is None:
            return self._judgings("counting WHERE hand_in = ?", hand_in)
        # The last of an exercise replaces those before it.
        where = "(SELECT * FROM judgings WHERE hand_in = ? AND published < ? ORDER BY published)"
        return self._judgings(where, hand_in, moment.published)

    def proposed(self, hand_in: int) -> dict[str, Judging]:
        """What is openly proposed for a hand-in, by exercise."""
        where = """(SELECT judgings.* FROM judgings JOIN proposals ON proposals.id = proposal
            WHERE state = 'open' AND hand_in = ?)"""
        return self._judgings(where, hand_in)

    def known(
        self, assignment: str = "", hand_in: int | None = None
    ) -> dict[int, dict[str, Known]]:
        """The keys of all that counts, or is openly proposed, by hand-in and exercise.

        Of one hand-in, or of all.
        """
        query = f"""SELECT hand_in, slug, published IS NULL, run, judge,
            instr(record, '"outcome":"sandbox fault"') > 0,
            instr(record, '"verdict":"error"') > 0
            FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
            LEFT JOIN proposals ON proposals.id = proposal
            WHERE {"hand_in = ?" if hand_in is not None else "hand_ins.assignment = ?"}
            AND (published IS NOT NULL OR state = 'open')
            ORDER BY published IS NULL, published"""  # noqa: S608 - our own words
        found: dict[int, dict[str, Known]] = {}
        which = assignment if hand_in is None else hand_in
        with self.reading() as connection:
            for number, slug, proposed, run, judge, fault, error in connection.execute(
                query, [which]
            ):
                own = found.setdefault(number, {})
                replaces = bool(proposed) and slug in own and own[slug].is_our_fault
                own[slug] = Known(run, judge, bool(fault), bool(error), replaces)
        return found

    def work(self, hand_in: int) -> Submission | None:
        """A hand-in as it was read; none where it was recorded before that was kept."""
        packed = self.packed_work(hand_in)
        return None if packed is None else unpacked(packed)

    def packed_work(self, hand_in: int) -> bytes | None:
        """The same as `unpacked` takes it."""
        with self.reading() as connection:
            query = "SELECT work FROM hand_ins WHERE id = ?"
            (packed,) = connection.execute(query, [hand_in]).fetchone()
        return None if packed is None else bytes(packed)

    def kept_run(self, hand_in: int, student: str, run: str) -> KeptRun | None:
        """What is kept of a run of this student's.

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
            row = connection.execute(query, [storable(student), run, hand_in, hand_in]).fetchone()
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
        kept = KeptEvidence(form, content, descriptions)
        return KeptRun(slug, kept, dict(zip(names, costs, strict=True)))

    def seconds_a_hand_in(self, assignment: str) -> float | None:
        """How long a submission ran on average; none where nothing is known of that."""
        query = """SELECT avg(total) FROM (SELECT sum(seconds) AS total FROM readings
            JOIN hand_ins ON hand_ins.id = hand_in WHERE assignment = ? GROUP BY hand_in)"""
        with self.reading() as connection:
            (seconds,) = connection.execute(query, [assignment]).fetchone()
        return None if seconds is None else float(seconds)

    def digests_of(self, student: str, assignment: str) -> frozenset[str]:
        """The digests of all that the student ever handed in."""
        query = "SELECT digest FROM hand_ins WHERE assignment = ? AND student = ?"
        with self.reading() as connection:
            rows = connection.execute(query, [assignment, storable(student)]).fetchall()
        return frozenset(digest for (digest,) in rows)

    def runs_of(self, student: str, assignment: str) -> dict[str, bool]:
        """The runs that anything is kept of, and whether each came to its end."""
        query = """SELECT run, max(outcome = 'finished') FROM readings
            JOIN hand_ins ON hand_ins.id = hand_in
            WHERE student = ? AND assignment = ? GROUP BY run"""
        with self.reading() as connection:
            rows = connection.execute(query, [storable(student), assignment]).fetchall()
        return {run: bool(finished) for run, finished in rows}

    def is_shown(self, assignment: str) -> bool:
        """Whether all that counts was written into pages."""
        query = """SELECT 1 FROM judgings JOIN hand_ins ON hand_ins.id = hand_in
            WHERE assignment = ? AND published NOT NULL AND shown_at IS NULL LIMIT 1"""
        with self.reading() as connection:
            return connection.execute(query, [assignment]).fetchone() is None

    def was_run(self, hand_in: int, run: str) -> bool:
        """Whether this was run for a hand-in, and nobody forgot it; it may be too large to keep."""
        query = "SELECT 1 FROM readings WHERE hand_in = ? AND run = ?"
        with self.reading() as connection:
            return connection.execute(query, [hand_in, run]).fetchone() is not None

    def judged_of_runs(self, runs: Collection[str]) -> frozenset[tuple[int, str]]:
        """The hand-ins that were judged under these run keys by what is still kept, with each."""
        places = ", ".join("?" * len(runs))
        query = f"""SELECT hand_in, run FROM judgings AS one WHERE run IN ({places})
            AND EXISTS (SELECT 1 FROM readings WHERE hand_in = one.hand_in AND slug = one.slug
            AND evidence NOT NULL)"""  # noqa: S608 - our own words
        with self.reading() as connection:
            return frozenset(connection.execute(query, [*runs]).fetchall())

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
                kept = self.kept_run(hand_in, student, run)
                seen = None if kept is None else kept.observation()
            found.append(Reading(outcome, sandbox, host, made_at, seen))
        return tuple(found)

    def run_parts(self, run: str) -> dict[str, str]:
        """What a run key was made of; nothing where that is not known."""
        with self.reading() as connection:
            row = connection.execute("SELECT parts FROM runs WHERE key = ?", [run]).fetchone()
        return {} if row is None else json.loads(row[0])

    def current(
        self,
        students: Collection[str] | None = None,
        assignment: str | None = None,
        terms: Terms | None = None,
        moment: Moment | None = None,
    ) -> Iterator[SubmissionGrade]:
        """The latest grade of each student, or of these students, by name and one at a time.

        By the terms of the assignment, whoever lacks an exercise is graded in part. At a `moment`
        the grade was the one before it.
        """
        wanted = None if students is None else set(map(storable, students))
        for hand_in in self.hand_ins(assignment, moment):
            if wanted is None or hand_in.student in wanted:
                yield self._whole(hand_in, terms, moment)

    def defects(self, assignment: str) -> dict[str, Message | None]:
        """Whom a defect of ours keeps from having a grade, and what that is."""
        known = self.known(assignment)
        found = {}
        for hand_in in self.hand_ins(assignment):
            keys = known.get(hand_in.number, {}).values()
            if hand_in.header.is_defect or any(one.is_our_fault for one in keys):
                grade = self._whole(hand_in, None)
                if grade.is_defect:
                    found[hand_in.student] = grade.reason
        return found

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

    def waiting(self, assignment: str) -> dict[str, list[Adjustment]]:
        """The points given by hand to those who handed in nothing, by student."""
        query = """SELECT student, points, comment, who, slug, check_name, made_at
            FROM adjustments AS one WHERE assignment = ? AND NOT EXISTS (SELECT 1 FROM hand_ins
                WHERE assignment = one.assignment AND student = one.student)
            ORDER BY id"""
        found: dict[str, list[Adjustment]] = {}
        with self.reading() as connection:
            for row in connection.execute(query, [assignment]):
                found.setdefault(row[0], []).append(Adjustment(*row))
        return found

    def whole(self, student: str, assignment: str, terms: Terms) -> SubmissionGrade | None:
        """The latest grade of one student."""
        hand_in = self.latest(student, assignment)
        return None if hand_in is None else self._whole(hand_in, terms)

    def _judgings(self, where: str, *values: Any) -> dict[str, Judging]:
        query = f"""SELECT slug, id, hand_in, run, judge, record, published_at, shown_at
            FROM {where} ORDER BY published, id"""  # noqa: S608 - our own words
        with self.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return {
            slug: Judging(number, hand_in, run, judge, self.read(record, EXERCISES), *times)
            for slug, number, hand_in, run, judge, record, *times in rows
        }

    def _whole(
        self, hand_in: HandIn, terms: Terms | None, moment: Moment | None = None
    ) -> SubmissionGrade:
        """A hand-in with all that counts of it, or counted."""
        judgings = self.judgings(hand_in.number, moment)
        header, adjustments = hand_in.header, self.adjustments(hand_in.number)
        points = None if terms is None else terms.points
        if not judgings:
            if points is not None:
                header = replace(header, max_score=sum(points.values()))
            return applied(header, adjustments, hand_in.handed_in_at, terms)
        slugs = [*points] if points is not None else [*judgings]
        exercises = [judgings[slug].grade for slug in slugs if slug in judgings]
        status, why = Status.GRADED, why_again(exercises)
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
        return applied(whole, adjustments, hand_in.handed_in_at, terms)

    def _hand_in(self, row: Sequence[Any]) -> HandIn:
        number, student, digest, key, header, handed_in_at, has_work = row
        made = self.read(header, HEADERS)
        return HandIn(number, student, digest, key, made, handed_in_at, bool(has_work))


def unpacked(work: bytes) -> Submission:
    """A submission as it was read."""
    return WORK.decode(zlib.decompress(work))
