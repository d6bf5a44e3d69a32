"""Takes what one gradebook holds over into another, as if it had been graded there.

What was never graded there is published, a verdict that would change is proposed, and what is
known already stays. So taking over the same twice, or stopping on the way, doubles and loses
nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from autograder.grading.entries import JudgedAgain
from autograder.grading.grade_class import Proposal, sorted_out
from autograder.grading.gradebook import Gradebook
from autograder.grading.gradebook_file import storable
from autograder.grading.keys import Keys

# So many hand-ins are a transaction: a disk takes its time for each.
AT_ONCE = 100


@dataclass(slots=True)
class Taken:
    """How many hand-ins were new, known, or handed in before what counts now, and so left out."""

    new: int = 0
    known: int = 0
    older: int = 0

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.new + other.new, self.known + other.known, self.older + other.older)


def take_over(
    book: Gradebook,
    other: Gradebook,
    proposal: Proposal,
    students: Collection[str] | None = None,
    *,
    assignment: str,
) -> Taken:
    """Takes over what `other` holds of an assignment, or of these students; it stays as it is."""
    wanted = None if students is None else set(map(storable, students))
    with other.reading() as connection:
        query = "SELECT id, student FROM hand_ins WHERE assignment = ? ORDER BY id"
        rows = connection.execute(query, [assignment]).fetchall()
        runs = connection.execute("SELECT key, parts FROM runs").fetchall()
    numbers = [number for number, student in rows if wanted is None or student in wanted]
    with book.transaction() as connection:
        connection.executemany("INSERT OR IGNORE INTO runs VALUES (?, ?)", runs)
    taking = _Taking(book, other, proposal)
    for start in range(0, len(numbers), AT_ONCE):
        with book.transaction():
            for number in numbers[start : start + AT_ONCE]:
                taking.take(number)
    return taking.taken


@dataclass(slots=True)
class _Taking:
    book: Gradebook
    other: Gradebook
    proposal: Proposal
    taken: Taken = field(default_factory=Taken)
    # Digests of descriptions that are in both, of which a class has few.
    described: set[str] = field(default_factory=set)

    def take(self, number: int) -> None:
        """Takes over one hand-in with all that belongs to it, within a transaction."""
        here = self._place(number)
        if here is None:
            self.taken.older += 1
            return
        self._copy_evidence(number, here)
        found = self.other.judgings(number) | self.other.proposed(number)
        before = self.book.judgings(here)
        new = {
            slug: one
            for slug, one in found.items()
            if slug not in before
            or before[slug].is_our_fault
            or (before[slug].run, before[slug].judge) != (one.run, one.judge)
        }
        keys = {slug: Keys(one.run, one.judge, "") for slug, one in new.items()}
        judged = sorted_out([one.grade for one in new.values()], before, keys)
        number = self.proposal() if judged.proposed else 0
        self.book.judge_again(JudgedAgain(here, judged), number, "")

    def _place(self, number: int) -> int | None:
        """The hand-in here that is the same one, made if there is none; none if it is too old."""
        query = """SELECT assignment, student, digest, key, handed_in_at, recorded_at, header, work
            FROM hand_ins WHERE id = ?"""
        with self.other.reading() as connection:
            row = connection.execute(query, [number]).fetchone()
        assignment, student, digest, key, handed_in_at, recorded_at, header, work = row
        with self.book.transaction() as connection:
            whose = [assignment, student]
            query = """SELECT id, recorded_at, digest, key, handed_in_at FROM hand_ins
                WHERE assignment = ? AND student = ? ORDER BY id DESC"""
            known = connection.execute(query, whose).fetchall()
            same = [one for one in known if one[1:3] == (recorded_at, digest)]
            if known and known[0][2:4] == (digest, known[0][3] if digest else key):
                same.append(known[0])
            if not same and known and known[0][1] > recorded_at:
                return None
            if not same:
                self.taken.new += 1
                return self.book.add_hand_in(row, known[0][0] if known else None)
            self.taken.known += 1
            here = int(same[0][0])
            connection.execute(
                "UPDATE hand_ins SET header = ?, key = ?, work = coalesce(?, work) WHERE id = ?",
                [header, key, work, here],
            )
            if handed_in_at is not None and handed_in_at < (same[0][4] or "9"):
                self.book.note_handed_in(here, handed_in_at)
        return here

    def _copy_evidence(self, number: int, here: int) -> None:
        """Copies what was observed of a hand-in, and what that rests on."""
        of_it = "(SELECT evidence FROM readings WHERE hand_in = ?)"
        with self.other.reading() as there, self.book.transaction() as connection:

            def copied(table: str, query: str, values: list[Any]) -> None:
                rows = there.execute(query, values).fetchall()
                if rows:
                    places = ", ".join("?" * len(rows[0]))
                    insert = f"INSERT OR IGNORE INTO {table} VALUES ({places})"  # noqa: S608 - our words
                    connection.executemany(insert, rows)

            copied("evidence", f"SELECT * FROM evidence WHERE key IN {of_it}", [number])  # noqa: S608
            query = f"SELECT * FROM described WHERE evidence IN {of_it}"  # noqa: S608 - our words
            copied("described", query, [number])
            for _evidence, key in there.execute(query, [number]).fetchall():
                if key not in self.described:
                    copied("descriptions", "SELECT * FROM descriptions WHERE key = ?", [key])
                    self.described.add(key)
            query = """SELECT ?, slug, run, outcome, evidence, seconds, cpu_seconds,
                training_seconds, memory_mb, sandbox, host, made_at FROM readings
                WHERE hand_in = ?"""
            copied("readings", query, [here, number])
