"""Turns public verdicts into lines for a terminal, and into a piece of HTML for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from autograder.records import CheckResult, ExerciseGrade, Outcome, Verdict
from autograder.report.pages import environment
from autograder.report.wording import (
    VERDICT_SYMBOLS,
    capped,
    harmless,
    number,
    outcome_sentence,
    remark,
    said,
    sentence_of,
    title_of,
    why,
)
from autograder.wire.messages import Message

UNSEEN = Message("public.unseen")
STYLES = {
    Verdict.PASSED: "green",
    Verdict.FAILED: "red",
    Verdict.SKIPPED: "dim",
    Verdict.ERROR: "yellow",
}


def lines(grades: Iterable[ExerciseGrade]) -> Iterator[Text]:
    """The verdicts on each exercise, a check a line, with what to do where one is not met."""
    for grade in grades:
        yield from _heading(grade)
        for check in grade.checks if grade.outcome is not Outcome.SANDBOX_FAULT else ():
            yield from _check(check, grade.slug)
        yield Text()


def plain_text(grades: Iterable[ExerciseGrade]) -> str:
    """The same without colours."""
    return "\n".join(line.plain for line in lines(grades)).rstrip()


def html(grades: Sequence[ExerciseGrade], *sentences: str) -> str:
    """The same for a notebook's output, below the sentences; what a student wrote is escaped."""
    page = environment().get_template("check.html.j2")
    return page.render(grades=grades, sentences=sentences, explained=explained)


def explained(check: CheckResult) -> Iterator[tuple[str, str]]:
    """What there is to say of a check that did not pass: a label, which may be empty, and words."""
    reason = why(check)
    for label, words in (
        ("About", reason.about),
        ("Expected", reason.expected),
        ("Seen", reason.seen),
        ("Try" if check.verdict is Verdict.FAILED else "", reason.hint),
    ):
        if words:
            yield label, words


def _heading(grade: ExerciseGrade) -> Iterator[Text]:
    points = f"{number(grade.earned)} of {number(grade.points)} points"
    yield Text.assemble((title_of(grade.slug), "bold"), f" ({grade.slug}): ", (points, "bold"))
    if grade.outcome is Outcome.SANDBOX_FAULT:
        reason = why(grade.checks[0]).seen if grade.checks else ""
        yield Text(f"  It could not be checked, which is not your fault. {harmless(reason)}", "red")
    elif grade.outcome is not Outcome.FINISHED:
        yield Text(f"  {outcome_sentence(grade.outcome)}", "red")
    for note in grade.notes:
        yield Text(f"  {harmless(remark(note))}", "yellow")


def _check(check: CheckResult, slug: str) -> Iterator[Text]:
    symbol = VERDICT_SYMBOLS[check.verdict]
    yield Text.assemble(
        (f"  {symbol} ", STYLES[check.verdict]), harmless(sentence_of(slug, check.name))
    )
    if check.verdict is Verdict.PASSED:
        if check.unseen:
            yield Text(f"      {said(UNSEEN)}", "dim")
        return
    for label, words in explained(check):
        shown = capped(harmless(words)).replace("\n", "\n        ")
        yield Text.assemble((f"      {label}: " if label else "      ", "dim"), shown)
