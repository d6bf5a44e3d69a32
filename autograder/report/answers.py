"""Gathers what students wrote for their instructor, to be read without names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.records import SubmissionGrade
from autograder.report.attention import BY_HAND
from autograder.report.wording import capped

CHARACTERS = 4_000
CODE_CHARACTERS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What one student wrote, with the points given for it by hand, and the last remark."""

    slug: str
    student: str
    name: str
    text: str
    points: float | None = None
    remark: str = ""
    who: str = ""

    @property
    def code(self) -> str:
        """What the answer is called while the name is hidden; it says nothing of who wrote it."""
        whose = f"{self.slug}\0{self.student}".encode("utf-8", "backslashreplace")
        return hashlib.sha256(whose).hexdigest()[:CODE_CHARACTERS]


def answers_of(grade: SubmissionGrade) -> Iterable[Answer]:
    """The answers in one submission; empty ones are none."""
    for slug, text in grade.answers.items():
        if text.strip():
            own = [one for one in grade.changes if one.slug == slug and one.reason.name in BY_HAND]
            last = own[-1].reason.values if own else {}
            yield Answer(
                slug,
                grade.student,
                grade.shown_name,
                capped(text, CHARACTERS),
                sum(one.points for one in own) if own else None,
                str(last.get("comment", "")),
                str(last.get("who", "")),
            )


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """By their codes: as good as chance, and the same each time."""
    return sorted(answers, key=lambda one: (one.code, one.student))
