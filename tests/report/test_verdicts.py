"""Public verdicts as lines and as HTML: complete, in order, and harmless."""

from __future__ import annotations

from dataclasses import replace

from autograder.records import Note, Outcome, Verdict
from autograder.report.verdicts import html, lines, plain_text
from autograder.report.wording import said
from autograder.wire.messages import message
from tests.grades import WORDS, check, exercise

WRONG = check(Verdict.FAILED, 3, "A sentence.", **WORDS)
SKIPPED = check(Verdict.SKIPPED, 2, "Another.", hint="Checked later.")
PASSED = check(Verdict.PASSED, 5, "A third.", unseen=True)
NOTE = Note(
    3, message("cell.ipython", command="%time"), message("place.cell", number=3, begins="x = 1")
)
UNSEEN = said(message("public.unseen"))
GRADE = exercise(PASSED, WRONG, SKIPPED, slug="neurons")


def test_every_check_is_a_line_with_what_to_do() -> None:
    """Each check has its sentence, a failed one also what was expected, seen and is to be tried."""
    assert plain_text([GRADE]).split("\n") == [
        "Change the number of neurons (neurons): 5 of 10 points",
        "  ✓ A third.",
        f"      {UNSEEN}",
        "  ✗ A sentence.",
        f"      Expected: {WORDS['expected']}",
        f"      Seen: {WORDS['seen']}",
        f"      Try: {WORDS['hint']}",
        "  ○ Another.",
        "      Checked later.",
    ]


def test_html_says_the_same() -> None:
    """A notebook shows all that a terminal shows."""
    text = html([GRADE])
    for words in (
        "Change the number of neurons",
        "5 of 10",
        "A third.",
        UNSEEN,
        WORDS["seen"],
        "Checked later.",
    ):
        assert words in text


def test_sentences_come_first() -> None:
    """A notebook can show sentences without a grade, and escapes them."""
    text = html((), "One `a < b`.", "Two.")
    assert text.index("One <code>a &lt; b</code>.") < text.index("Two.")


def test_what_a_student_wrote_is_harmless() -> None:
    """Markup is escaped in HTML, and terminal codes are made visible in both."""
    hostile = check(Verdict.FAILED, seen="<script>\x1b[31m")
    grade = exercise(hostile)
    assert "<script>" not in html([grade])
    assert "\x1b" not in html([grade]) + plain_text([grade])


def test_notes_and_outcomes_are_told() -> None:
    """What was left out of the notebook, and how a run ended, stand above the checks."""
    grade = replace(GRADE, outcome=Outcome.TIMED_OUT, notes=(NOTE,))
    text = plain_text([grade])
    assert "Cell 3 (`x = 1`): `%time` was not run" in text
    assert "still running when the time" in text


def test_our_fault_is_not_the_students() -> None:
    """Where the grader failed, that is said once, and no check is shown as missing."""
    failed = check(Verdict.ERROR, 3, "A sentence.", seen="The grader failed: no memory")
    grade = replace(exercise(failed), outcome=Outcome.SANDBOX_FAULT)
    text = plain_text([grade])
    assert "not your fault" in text
    assert text.count("no memory") == 1
    assert "A sentence." not in text


def test_colours_mark_the_verdicts() -> None:
    """On a terminal, passed is green and failed red."""
    styles = {span.style for line in lines([GRADE]) for span in line.spans}
    assert {"green", "red", "dim"} <= styles
