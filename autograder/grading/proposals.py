"""Verdicts that were reached again: proposed, looked at, then published or discarded as a whole.

An assignment has one open proposal at most, to which all that would change is added. Publishing is
one transaction, and says nothing that the proposal did not show.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from autograder.grading.entries import Judging, Moment
from autograder.grading.gradebook import Gradebook
from autograder.grading.gradebook_reading import EXERCISES
from autograder.wire.errors import UsageError

OPEN, PUBLISHED, DISCARDED = "open", "published", "discarded"
# Why an exercise is pending before anybody has come to it.
UNJUDGED = "nobody has come to it yet"
# More than anything that is published will be numbered.
FOREVER = 2**62
FIELDS = "id, assignment, reason, who, opened_at, state, closed_at, closed_by"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What became of it is its `state`; `pending` counts what it lacks, by the reason."""

    number: int
    assignment: str
    reason: str
    who: str
    opened_at: str
    state: str
    closed_at: str | None
    closed_by: str | None
    pending: dict[str, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One exercise of one student's hand-in, before and after; `old` counts, `new` is proposed."""

    student: str
    old: Judging
    new: Judging


def open_proposal(gradebook: Gradebook, assignment: str, reason: str, who: str) -> int:
    """The number of the assignment's open proposal, or of a new one."""
    with gradebook.transaction() as connection:
        query = "SELECT id, reason FROM proposals WHERE assignment = ? AND state = ?"
        row = connection.execute(query, [assignment, OPEN]).fetchone()
        if row is not None:
            # A reason may have several parts itself, as one that was copied has.
            reasons = "; ".join(dict.fromkeys(f"{row[1]}; {reason}".split("; ")))
            connection.execute("UPDATE proposals SET reason = ? WHERE id = ?", [reasons, row[0]])
            return int(row[0])
        made = connection.execute(
            "INSERT INTO proposals VALUES (NULL, ?, ?, ?, ?, ?, NULL, NULL)",
            [assignment, reason, who, gradebook.now(), OPEN],
        )
        assert made.lastrowid is not None  # noqa: S101 - a row was inserted
        return made.lastrowid


def open_number(gradebook: Gradebook, assignment: str) -> int | None:
    """The number of the assignment's open proposal, if it has one that would change anything."""
    with gradebook.transaction() as connection:
        query = "SELECT id FROM proposals WHERE assignment = ? AND state = ?"
        row = connection.execute(query, [assignment, OPEN]).fetchone()
        return int(row[0]) if row is not None and finish(gradebook, row[0]) else None


def drop_pending(
    gradebook: Gradebook,
    assignment: str,
    slugs: Collection[str],
    all_slugs: Collection[str],
    students: Collection[str] | None = None,
) -> None:
    """Takes out of the open proposal what it lacks in these exercises, and in those that are gone.

    `all_slugs` are those of the assignment; `students` may name some.
    """
    query = """SELECT proposal, hand_in, slug, student FROM pending
        JOIN hand_ins ON hand_ins.id = hand_in JOIN proposals ON proposals.id = proposal
        WHERE proposals.assignment = ? AND state = ?"""
    with gradebook.transaction() as connection:
        for *key, student in connection.execute(query, [assignment, OPEN]).fetchall():
            slug = key[-1]
            if slug not in all_slugs or (
                slug in slugs and (students is None or student in students)
            ):
                connection.execute(
                    "DELETE FROM pending WHERE proposal = ? AND hand_in = ? AND slug = ?", key
                )


def finish(gradebook: Gradebook, number: int) -> bool:
    """Whether a proposal would change anything; one that would not is gone."""
    with gradebook.transaction() as connection:
        for table in ("judgings", "pending"):
            query = f"SELECT 1 FROM {table} WHERE proposal = ? LIMIT 1"  # noqa: S608 - our words
            if connection.execute(query, [number]).fetchone():
                return True
        connection.execute("DELETE FROM proposals WHERE id = ? AND state = ?", [number, OPEN])
    return False


def proposals(gradebook: Gradebook, assignment: str) -> tuple[Proposal, ...]:
    """All that there ever were, the oldest first."""
    with gradebook.reading() as connection:
        query = f"SELECT {FIELDS} FROM proposals WHERE assignment = ? ORDER BY id"  # noqa: S608
        rows = connection.execute(query, [assignment]).fetchall()
        counts = "SELECT why, count(*) FROM pending WHERE proposal = ? GROUP BY why ORDER BY why"
        return tuple(
            _proposal(row, connection.execute(counts, [row[0]]).fetchall()) for row in rows
        )


def with_proposal(
    gradebook: Gradebook, assignments: Collection[str], number: int | None
) -> tuple[str, ...]:
    """The assignments that have a proposal of that number, or without one an open proposal."""
    return tuple(
        name for name in assignments if any(map(_is_meant(number), proposals(gradebook, name)))
    )


def _is_meant(number: int | None) -> Callable[[Proposal], bool]:
    return lambda one: one.state == OPEN if number is None else one.number == number


def proposal_of(gradebook: Gradebook, assignment: str, number: int | None) -> Proposal:
    """The proposal of that number, or without one the open one; raises `UsageError`."""
    known = proposals(gradebook, assignment)
    found = [*filter(_is_meant(number), known)]
    if not found:
        numbers = ", ".join(f"{one.number} ({one.state})" for one in known) or "none"
        wanted = "no open proposal" if number is None else f"no proposal {number}"
        raise UsageError(
            f"There is {wanted} for {assignment}; there are: {numbers}. `autograder rejudge` makes"
            " one."
        )
    return found[0]


def moment_of(gradebook: Gradebook, proposal: Proposal) -> Moment | None:
    """When a proposal was decided on; none where it is open."""
    if proposal.closed_at is None:
        return None
    with gradebook.reading() as connection:
        query = "SELECT max(published) FROM judgings WHERE proposal = ?"
        (number,) = connection.execute(query, [proposal.number]).fetchone()
        if number is None:
            query = "SELECT min(published) FROM judgings WHERE published_at > ?"
            (number,) = connection.execute(query, [proposal.closed_at]).fetchone()
    return Moment(FOREVER if number is None else number, proposal.closed_at)


def changes(gradebook: Gradebook, proposal: Proposal) -> Iterator[Change]:
    """What a proposal changes or changed, by student and exercise."""
    query = """SELECT student, new.id, new.hand_in, new.run, new.judge, new.record,
            new.published_at, new.shown_at, old.id, old.hand_in, old.run, old.judge, old.record,
            old.published_at, old.shown_at
        FROM judgings AS new JOIN hand_ins ON hand_ins.id = new.hand_in
        JOIN judgings AS old ON old.hand_in = new.hand_in AND old.slug = new.slug
            AND old.published = (SELECT max(published) FROM judgings WHERE hand_in = new.hand_in
                AND slug = new.slug AND published < ?)
        WHERE new.proposal = ? ORDER BY student, new.slug"""
    moment = moment_of(gradebook, proposal)
    before = FOREVER if moment is None else moment.published
    with gradebook.reading() as connection:
        rows = connection.execute(query, [before, proposal.number]).fetchall()
    for student, *values in rows:
        new, old = (_judging(gradebook, part) for part in (values[:7], values[7:]))
        yield Change(student, old, new)


@dataclass(frozen=True, slots=True)
class Published:
    """How many exercises have new verdicts now, of how many students, and how many keep theirs."""

    exercises: int
    students: int
    kept: int


def publish(gradebook: Gradebook, proposal: Proposal, who: str, *, never_lower: bool) -> Published:
    """Makes a proposal count, all of it at once.

    With `never_lower`, an exercise that would lose points keeps the verdicts that it has. Raises
    `UsageError` unless it is open and nothing is missing in it.
    """
    lower = """AND earned >= (SELECT earned FROM counting AS old
        WHERE old.hand_in = judgings.hand_in AND old.slug = judgings.slug)"""
    with gradebook.transaction() as connection:
        _refuse_closed(gradebook, proposal)
        query = f"""UPDATE judgings SET published = ?, published_at = ? WHERE proposal = ?
            {lower if never_lower else ""}"""  # noqa: S608 - our own words
        values = [gradebook.next_published(), gradebook.now(), proposal.number]
        connection.execute(query, values)
        counts = connection.execute(
            """SELECT count(published), count(DISTINCT CASE WHEN published NOT NULL THEN hand_in
                END), count(*) - count(published) FROM judgings WHERE proposal = ?""",
            [proposal.number],
        ).fetchone()
        # What was decided to stay is not proposed again by the same course.
        connection.execute(
            """UPDATE judgings SET judge = new.judge FROM judgings AS new
                WHERE new.proposal = ? AND new.published IS NULL
                AND judgings.id = (SELECT old.id FROM counting AS old
                    WHERE old.hand_in = new.hand_in AND old.slug = new.slug)""",
            [proposal.number],
        )
        _close(gradebook, proposal, PUBLISHED, who)
    return Published(*counts)


def discard(gradebook: Gradebook, proposal: Proposal, who: str) -> None:
    """Closes an open proposal of which nothing counts; it is kept for the history."""
    with gradebook.transaction() as connection:
        query = "SELECT state FROM proposals WHERE id = ?"
        (state,) = connection.execute(query, [proposal.number]).fetchone()
        if state != OPEN:
            raise UsageError(f"Proposal {proposal.number} is {state} already.")
        _close(gradebook, proposal, DISCARDED, who)


def _refuse_closed(gradebook: Gradebook, proposal: Proposal) -> None:
    now = proposal_of(gradebook, proposal.assignment, proposal.number)
    if now.state != OPEN:
        raise UsageError(f"Proposal {now.number} is {now.state} already.")
    if UNJUDGED in now.pending:
        raise UsageError(
            f"Proposal {now.number} is unfinished: the command that makes it was stopped, or runs."
            " Run it again, then look at the difference."
        )
    if now.pending:
        reasons = ", ".join(f"{count}: {why}" for why, count in now.pending.items())
        raise UsageError(
            f"Proposal {now.number} lacks exercises ({reasons}); see to that and judge again:"
            " `autograder rejudge --run` runs what must run."
        )


def _close(gradebook: Gradebook, proposal: Proposal, state: str, who: str) -> None:
    with gradebook.transaction() as connection:
        connection.execute("DELETE FROM pending WHERE proposal = ?", [proposal.number])
        connection.execute(
            "UPDATE proposals SET state = ?, closed_at = ?, closed_by = ? WHERE id = ?",
            [state, gradebook.now(), who, proposal.number],
        )


def _proposal(row: list[Any], pending: list[Any]) -> Proposal:
    return Proposal(*[*row, dict(pending)])


def _judging(gradebook: Gradebook, values: list[object]) -> Judging:
    number, hand_in, run, judge, record, *times = values
    return Judging(number, hand_in, run, judge, gradebook.read(record, EXERCISES), *times)  # type: ignore[arg-type]
