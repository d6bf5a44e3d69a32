"""Turns a grade into what Gradescope shows: at once, once published, or to instructors.

What student code returned, raised or printed is in these texts, so Gradescope is asked to take
every text as it is: as neither HTML nor Markdown nor colours. What rests on images that students
have not seen waits until grades are published: handing in often must not bring these to light.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from autograder.records import CheckResult, Status, SubmissionGrade, Verdict
from autograder.report.wording import (
    OUTPUT_CHARACTERS,
    capped,
    harmless,
    number,
    outcome_sentence,
    printed,
    remark,
    said,
    sentence_of,
    title_of,
    why,
)

Visibility = Literal["visible", "after_published", "hidden"]
Format = Literal["text"]


class Test(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of Gradescope's list; without a score it only says something."""

    name: str
    output: str = ""
    visibility: Visibility
    number: str | None = None
    status: Literal["passed", "failed"] | None = None
    score: float | None = None
    max_score: float | None = None


class Results(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`results.json`. Without a score of its own, the score is the sum of the tests' scores.

    `extra_data` is kept by Gradescope and shown to nobody.
    """

    score: float | None = None
    execution_time: float
    output: str
    tests: tuple[Test, ...] = ()
    extra_data: dict[str, str | dict[str, str]]
    # Not defaults of the format, so that they are always written.
    output_format: Format
    test_output_format: Format
    test_name_format: Format
    visibility: Visibility
    stdout_visibility: Visibility


def results(grade: SubmissionGrade, seconds: float) -> Results | None:
    """What Gradescope is told of a grade that took so long to make.

    `None` where we could not grade: any file would be taken for a grade, and no file is shown as a
    failure to student and instructor.
    """
    if grade.status is Status.REGRADE:
        return None
    is_graded = grade.status is Status.GRADED
    return Results(
        score=None if is_graded else 0.0,
        execution_time=round(seconds, 1),
        output=capped("\n".join(_remarks(grade)), OUTPUT_CHARACTERS)
        if is_graded
        else _refusal(grade),
        tests=(*_checks(grade), *_for_instructors(grade)) if is_graded else (),
        extra_data={
            "status": grade.status.value,
            "sandbox": grade.sandbox,
            "digest": grade.digest,
            "points_on_trust": number(grade.on_trust),
            "outcomes": {each.slug: each.outcome.value for each in grade.exercises},
        },
        output_format="text",
        test_output_format="text",
        test_name_format="text",
        visibility="visible",
        stdout_visibility="hidden",
    )


def encode(found: Results) -> str:
    """The text of `results.json`."""
    return msgspec.json.encode(found).decode()


def _refusal(grade: SubmissionGrade) -> str:
    is_other = grade.status is Status.OTHER_WORK
    trouble = "is for another assignment" if is_other else "could not be read"
    step = "" if is_other else " Hand in a repaired file."
    return (
        f"This submission {trouble}. {_said(said(grade.reason))}\n"
        f"Nothing was graded, so there are no points.{step}"
    )


def _remarks(grade: SubmissionGrade) -> Iterator[str]:
    """What there is to say beside the checks: about the file, and how exercises ended."""
    for note in grade.notes:
        yield _said(remark(note))
    for position, exercise in enumerate(grade.exercises, start=1):
        about = f"{position}. {title_of(exercise.slug)}: "
        if ended := outcome_sentence(exercise.outcome):
            yield about + ended
        for note in exercise.notes:
            yield about + _said(remark(note))


def _checks(grade: SubmissionGrade) -> Iterator[Test]:
    for position, exercise in enumerate(grade.exercises, start=1):
        for place, check in enumerate(exercise.checks, start=1):
            yield Test(
                number=f"{position}.{place}",
                name=f"{title_of(exercise.slug)}: {sentence_of(exercise.slug, check.name)}",
                output="\n".join(_reasons(check)),
                status="passed" if check.verdict is Verdict.PASSED else "failed",
                score=check.earned,
                max_score=check.points,
                visibility="after_published" if check.unseen else "visible",
            )


def _reasons(check: CheckResult) -> Iterator[str]:
    """Why a check did not pass, in the words of our own pages."""
    reason = why(check)
    if check.verdict is Verdict.SKIPPED:
        yield _said(reason.hint)
    elif check.verdict is Verdict.FAILED:
        parts = {
            "About": reason.about,
            "Expected": reason.expected,
            "Seen": reason.seen,
            "Try": reason.hint,
        }
        for label, text in parts.items():
            if text:
                yield f"{label}: {_said(text)}"


def _for_instructors(grade: SubmissionGrade) -> Iterator[Test]:
    """What the student wrote, what the code printed and what rests on trust.

    The student does not see what was printed either: in any number of hand-ins, it could spell out
    what probes are given.
    """
    for slug, text in grade.answers.items():
        if text.strip():
            yield _hidden(f"{title_of(slug)}: the student's answer", harmless(text))
    for exercise in grade.exercises:
        if output := printed(exercise.output):
            yield _hidden(f"{title_of(exercise.slug)}: what the code printed", harmless(output))
        reasons = [said(check.on_trust) for check in exercise.checks if check.on_trust is not None]
        if reasons:
            points = number(exercise.on_trust)
            yield _hidden(
                f"{title_of(exercise.slug)}: {points} points on trust, since the trainer could not"
                " repeat the training",
                harmless("\n".join(dict.fromkeys(reasons))),
            )


def _hidden(name: str, text: str) -> Test:
    return Test(name=name, output=capped(text, OUTPUT_CHARACTERS), visibility="hidden")


def _said(text: str) -> str:
    return harmless(capped(text))
