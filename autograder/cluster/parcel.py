"""A submission on its way to another machine, with what the gradebook knows of it, and back."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.grading.entries import HandIn, Judged, Judging, KeptRun, Known, Observed
from autograder.grading.grade_class import MOST_EARLIER, Proposal
from autograder.grading.gradebook import Gradebook
from autograder.records import Submission, SubmissionGrade
from autograder.submissions.intake import Source, refuse_unreadable
from autograder.supervision.judge_process import Call
from autograder.wire.errors import RefusedSubmission

# What a worker may have done to the gradebook.
RECORDS = ("add", "note_handed_in")


@dataclass(frozen=True, slots=True)
class Content:
    """A file's name, what is in it, and when it was last changed, where that is known."""

    name: str
    data: bytes
    changed_ns: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """What the gradebook knows of a student in an assignment."""

    latest: HandIn | None = None
    judgings: Mapping[str, Judging] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    kept: Mapping[str, KeptRun] = field(default_factory=dict)
    # Of these runs, those that count for the latest hand-in alone.
    unfinished: frozenset[str] = frozenset()
    # Of all that was ever handed in.
    digests: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shipped:
    """A source with what is in its files."""

    source: Source
    contents: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One submission with the student's attempts before it, and what is known of the student."""

    now: Shipped
    earlier: tuple[Shipped, ...]
    entry: Entry

    @property
    def student(self) -> str:
        return self.now.source.student


@dataclass(frozen=True, slots=True)
class Returned:
    """What a worker made of a parcel, and what it has to be recorded of that, in order.

    The grade is `None` where nothing changed.
    """

    grade: SubmissionGrade | None
    records: tuple[Call, ...]
    host: str


def parcel_of(source: Source, gradebook: Gradebook, assignment: str) -> Parcel:
    """What is sent of a source."""
    return Parcel(
        _shipped(replace(source, earlier=())),
        tuple(_shipped(one) for one in source.earlier[-MOST_EARLIER:]),
        entry_of(gradebook, source.student, assignment),
    )


def _shipped(source: Source) -> Shipped:
    """A source whose files cannot be read is sent as refused."""
    try:
        return Shipped(source, tuple(_content(file, source) for file in source.files))
    except RefusedSubmission as error:
        return Shipped(replace(source, reason=error.message, files=()), ())


def _content(file: Path, source: Source) -> Content:
    refuse_unreadable(file)
    try:
        data, status = file.read_bytes(), file.stat()
    except OSError as error:
        raise RefusedSubmission("file.cannot_be_opened", reason=error.strerror) from error
    # What was unpacked here has no time of its own.
    is_own = source.workspace not in (*source.path.parents, *file.parents)
    return Content(file.name, data, status.st_mtime_ns if is_own else None)


def entry_of(gradebook: Gradebook, student: str, assignment: str) -> Entry:
    """What a worker may be asked about a student while it grades."""
    latest = gradebook.latest(student, assignment)
    if latest is None:
        return Entry()
    number = latest.number
    runs = gradebook.runs_of(student, assignment)
    kept = {run: gradebook.kept_run(number, student, run) for run in runs}
    return Entry(
        latest,
        gradebook.judgings(number),
        gradebook.known(assignment, number).get(number, {}),
        {run: one for run, one in kept.items() if one is not None},
        frozenset(run for run, is_finished in runs.items() if not is_finished),
        gradebook.digests_of(student, assignment),
    )


def laid_out(parcel: Parcel, folder: Path) -> Source:
    """The source with its files in a folder of this machine."""
    earlier = [
        _laid_out(one, folder / f"earlier-{number}") for number, one in enumerate(parcel.earlier)
    ]
    return replace(_laid_out(parcel.now, folder / "now"), earlier=tuple(earlier))


def _laid_out(shipped: Shipped, folder: Path) -> Source:
    files = []
    for number, content in enumerate(shipped.contents):
        file = folder / "files" / str(number) / content.name
        file.parent.mkdir(parents=True)
        file.write_bytes(content.data)
        if content.changed_ns is not None:
            os.utime(file, ns=(content.changed_ns, content.changed_ns))
        files.append(file)
    is_own = all(content.changed_ns is not None for content in shipped.contents)
    workspace = folder / "workspace" if is_own else folder
    return replace(shipped.source, files=tuple(files), workspace=workspace)


class EntryBook:
    """Stands in for the gradebook where it is not: answers by an entry, and notes what to record.

    A proposal has no number here; who records gives it one.
    """

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._latest = entry.latest
        self.records: list[Call] = []

    def latest(self, _student: str, _assignment: str = "") -> HandIn | None:
        return self._latest

    def has(self, _student: str, _assignment: str, digest: str) -> bool:
        return digest in self._entry.digests

    def judgings(self, hand_in: int) -> dict[str, Judging]:
        return dict(self._entry.judgings) if self._is_known(hand_in) else {}

    def known(
        self, _assignment: str = "", hand_in: int | None = None
    ) -> dict[int, dict[str, Known]]:
        return {} if hand_in is None else {hand_in: dict(self._entry.known)}

    def kept_run(self, hand_in: int, _student: str, run: str) -> KeptRun | None:
        if run in self._entry.unfinished and not self._is_known(hand_in):
            return None
        return self._entry.kept.get(run)

    def _is_known(self, hand_in: int) -> bool:
        return self._entry.latest is not None and hand_in == self._entry.latest.number

    def add(  # noqa: PLR0913 - as the gradebook has it
        self,
        grade: SubmissionGrade,
        key: str,
        assignment: str,
        *,
        judged: Judged,
        work: Submission | None = None,
        observed: Sequence[Observed] = (),
        looked_up: Collection[str] = (),
        handed_in_at: str | None = None,
        proposal: int | None = None,
    ) -> int:
        named = {
            "judged": judged,
            "work": work,
            # A thirtieth of what it is here.
            "observed": [one.packed() for one in observed],
            "looked_up": looked_up,
            "handed_in_at": handed_in_at,
            "proposal": proposal,
        }
        self.records.append(Call("add", (grade, key, assignment), named))
        self._latest = HandIn(0, grade.student, grade.digest, key, grade, handed_in_at)
        return 0

    def note_handed_in(self, hand_in: int, when: str) -> None:
        self.records.append(Call("note_handed_in", (hand_in, when)))


def record(returned: Returned, gradebook: Gradebook, proposal: Proposal) -> None:
    """Records what a worker returned, as if it had been graded here."""
    for call in returned.records:
        assert call.name in RECORDS  # noqa: S101 - the worker's code is our own
        named: dict[str, Any] = dict(call.named)
        if named.get("proposal") is not None:
            named["proposal"] = proposal()
        if call.name == "add":
            named["host"] = returned.host
        getattr(gradebook, call.name)(*call.arguments, **named)
