"""Keeps grades, and what they rest on: it resumes a run and feeds every report."""

from __future__ import annotations

import json
import platform
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from autograder.grading.entries import Judged, JudgedAgain, Observed, PackedObserved
from autograder.grading.gradebook_file import encoded, packed, storable
from autograder.grading.gradebook_reading import EXERCISES, HEADERS, LATEST, GradebookReading
from autograder.grading.kept_evidence import KeptEvidence
from autograder.grading.keys import Keys
from autograder.records import Adjustment, ExerciseGrade, Outcome, Submission, SubmissionGrade
from autograder.wire.errors import UsageError


class Gradebook(GradebookReading):
    """The grades of one class in one file; safe to use from several threads."""

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
        observed: Sequence[Observed | PackedObserved] = (),
        looked_up: Collection[str] = (),
        handed_in_at: str | None = None,
        proposal: int | None = None,
        host: str | None = None,
    ) -> int:
        """Add what is new of a submission, all of it or nothing; returns the hand-in's number.

        The hand-in is the student's latest one if that has the same content, and else a new one.
        `host` is the machine that ran it, if it was not this one.
        """
        header = encoded(replace(grade, exercises=()), HEADERS)
        student = storable(grade.student)
        with self.transaction() as connection:
            latest = connection.execute(LATEST, [assignment, student]).fetchone()
            is_new = latest is None or (latest[2], not latest[2] and latest[3]) != (
                grade.digest,
                not grade.digest and key,
            )
            if is_new:
                content = None if work is None else packed(work)
                row = [assignment, student, grade.digest, key, handed_in_at, self.now()]
                earlier = None if latest is None else latest[0]
                number = self.add_hand_in([*storable([*row, header]), content], earlier)
            else:
                number = latest[0]
                connection.execute(
                    """UPDATE hand_ins SET header = ?, key = ?, work = coalesce(?, work)
                        WHERE id = ?""",
                    [header, key, None if work is None else packed(work), number],
                )
            self._add_observed(number, observed, grade.sandbox, host)
            self._take_over(number, student, looked_up)
            self._add_judged(number, judged, proposal)
        return int(number)

    def add_hand_in(self, row: Sequence[Any], earlier: int | None) -> int:
        """Add a row of the table, which counts in the place of the student's `earlier` hand-in."""
        with self.transaction() as connection:
            made = connection.execute(
                "INSERT INTO hand_ins VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )
            assert made.lastrowid is not None  # noqa: S101 - a row was inserted
            if earlier is not None:
                self._close_earlier(earlier)
        return made.lastrowid

    def judge_again(self, again: JudgedAgain, proposal: int, sandbox: str) -> None:
        """Add what comes of judging a hand-in again."""
        with self.transaction() as connection:
            self._add_observed(again.hand_in, again.observed, sandbox)
            self._add_judged(again.hand_in, again.judged, proposal)
            for slug in again.left:
                connection.execute(
                    "DELETE FROM pending WHERE hand_in = ? AND slug = ?", [again.hand_in, slug]
                )
            for slug, why in again.pending.items():
                connection.execute(
                    "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?)",
                    [proposal, again.hand_in, slug, why],
                )

    def note_handed_in(self, hand_in: int, when: str) -> None:
        """Note when a hand-in's files were last changed."""
        with self.transaction() as connection:
            connection.execute("UPDATE hand_ins SET handed_in_at = ? WHERE id = ?", [when, hand_in])

    def note_runs(self, keys: Iterable[Keys]) -> None:
        """Remember what run keys are made of."""
        with self.transaction() as connection:
            for one in keys:
                connection.execute(
                    "INSERT OR IGNORE INTO runs VALUES (?, ?)", [one.run, json.dumps(one.parts)]
                )

    def note_shown(self, assignment: str) -> None:
        """Note that all pages were written, so that students may have seen their grades."""
        with self.transaction() as connection:
            connection.execute(
                """UPDATE judgings SET shown_at = ? WHERE shown_at IS NULL
                    AND published IS NOT NULL
                    AND hand_in IN (SELECT id FROM hand_ins WHERE assignment = ?)""",
                [self.now(), assignment],
            )

    def adjust(self, assignment: str, adjustment: Adjustment, *, is_listed: bool = False) -> None:
        """Add points by hand; whoever `is_listed` in the course may have handed in nothing."""
        one = adjustment
        with self.transaction() as connection:
            latest = connection.execute(LATEST, [assignment, storable(one.student)]).fetchone()
            if latest is None and not is_listed:
                raise UsageError(f"The gradebook has no hand-in of {one.student!r}.")
            hand_in = None if latest is None else latest[0]
            row = [assignment, one.student, hand_in, one.slug, one.check, one.points]
            connection.execute(
                "INSERT INTO adjustments VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                storable([*row, one.comment, one.who, one.made_at or self.now()]),
            )

    def pass_on(self, assignment: str, waiting: str, student: str) -> None:
        """Makes points that were given under one name those of another name of the person."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE adjustments SET student = ? WHERE assignment = ? AND student = ?",
                [*storable([student]), assignment, *storable([waiting])],
            )

    def _close_earlier(self, hand_in: int) -> None:
        """Takes a hand-in that no longer counts out of the open proposal."""
        for table in ("pending", "judgings"):
            self._connection.execute(
                f"""DELETE FROM {table} WHERE hand_in = ? AND proposal IN
                    (SELECT id FROM proposals WHERE state = 'open')""",  # noqa: S608 - our words
                [hand_in],
            )

    def _add_observed(
        self,
        hand_in: int,
        observed: Sequence[Observed | PackedObserved],
        sandbox: str,
        host: str | None = None,
    ) -> None:
        for each in (one.packed() for one in observed):
            kept, outcome = each.kept, each.outcome
            is_kept = not kept.is_too_large and outcome is not Outcome.SANDBOX_FAULT
            if is_kept:
                self._add_evidence(kept)
            row = (hand_in, each.slug, each.run, outcome.value, kept.key if is_kept else None)
            self._connection.execute(
                "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, *each.costs, sandbox, host or platform.node(), self.now()),
            )

    def _take_over(self, hand_in: int, student: str, runs: Collection[str]) -> None:
        """Makes evidence of the student's earlier hand-ins that of this one too."""
        for run in runs:
            self._connection.execute(
                """INSERT OR IGNORE INTO readings SELECT ?, slug, run, outcome, evidence, seconds,
                    cpu_seconds, training_seconds, memory_mb, sandbox, host, made_at FROM readings
                    WHERE hand_in IN (SELECT id FROM hand_ins WHERE student = ?) AND run = ?
                    AND outcome = 'finished' ORDER BY hand_in DESC LIMIT 1""",
                [hand_in, student, run],
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
                [run, judge, encoded(grade, EXERCISES), number],
            )
        confirmed = [grade for _number, grade, _run, _judge in judged.confirmed]
        published = [grade for grade, _run, _judge in judged.published]
        for grade in [*confirmed, *published]:
            # Nothing changes any more, whatever an open proposal said.
            self._connection.execute(
                """DELETE FROM judgings WHERE hand_in = ? AND slug = ? AND proposal IN
                    (SELECT id FROM proposals WHERE state = 'open')""",
                [hand_in, grade.slug],
            )
        proposed = [grade for grade, _run, _judge in judged.proposed]
        for grade in [*confirmed, *published, *proposed]:
            self._connection.execute(
                "DELETE FROM pending WHERE hand_in = ? AND slug = ?", [hand_in, grade.slug]
            )

    def _add_judging(
        self, hand_in: int, proposal: int | None, grade: ExerciseGrade, run: str, judge: str
    ) -> None:
        record, when = encoded(grade, EXERCISES), self.now()
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
