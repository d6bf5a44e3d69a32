"""A proposal in figures: who loses, how each check moves, and what is no difference."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from rich.console import Console

from autograder.records import ExerciseGrade, Verdict
from autograder.report.difference import (
    Difference,
    difference_of,
    in_terminal,
    lines,
    write_difference,
)
from tests.grades import check, exercise, grade
from tests.html_page import Page


@dataclass(frozen=True)
class Judged:
    grade: ExerciseGrade
    shown_at: str | None = None
    published_at: str | None = None


@dataclass(frozen=True)
class Changed:
    student: str
    old: Judged
    new: Judged


@dataclass(frozen=True)
class Proposed:
    number: int = 3
    reason: str = "80 %, as the prompt says"
    who: str = "me"
    opened_at: str = "2026-03-01T12:00:00"
    state: str = "open"
    pending: dict[str, int] = field(default_factory=dict)


def verdicts(first: Verdict, second: Verdict, points: float = 4) -> ExerciseGrade:
    return exercise(check(first, points, "one"), check(second, 2, "two"))


PASSED, FAILED = Verdict.PASSED, Verdict.FAILED
BOTH, NONE = verdicts(PASSED, PASSED), verdicts(FAILED, FAILED)
CHANGES = [
    Changed("Ada", Judged(BOTH, "then"), Judged(verdicts(PASSED, FAILED))),
    Changed("Bea", Judged(NONE), Judged(verdicts(PASSED, FAILED))),
    Changed("Cem <b>", Judged(BOTH), Judged(verdicts(FAILED, FAILED))),
]


def found(**proposed: object) -> Difference:
    grades = [grade(one.old.grade, student=one.student) for one in CHANGES]
    unchanged = grade(BOTH, student="Dan")
    return difference_of(Proposed(**proposed), CHANGES, [*grades, unchanged])  # type: ignore[arg-type]


def test_who_loses_points_comes_first() -> None:
    """Students are in the order of what they lose; who may have seen the old grade is counted."""
    difference = found()
    assert [(one.student, one.points) for one in difference.students] == [
        ("Cem <b>", -6),
        ("Ada", -2),
        ("Bea", 4),
    ]
    assert [one.student for one in difference.losing] == ["Cem <b>", "Ada"]
    assert difference.shown == 1


def test_each_check_has_a_matrix() -> None:
    """Old by new verdict, with the names behind each cell."""
    one, two = found().matrices
    assert one.moves == [(("failed", "passed"), ["Bea"]), (("passed", "failed"), ["Cem <b>"])]
    assert two.cells["failed", "failed"] == ["Bea"]
    assert two.moves == [(("passed", "failed"), ["Ada", "Cem <b>"])]


def test_a_matrix_has_the_whole_class() -> None:
    """Who is not concerned is where they were; verdicts that nobody has have no row."""
    one, _two = found().matrices
    assert one.cells["passed", "passed"] == ["Ada", "Dan"]
    assert one.verdicts(0) == one.verdicts(1) == ["passed", "failed"]
    skipped = Changed("Ada", Judged(verdicts(Verdict.SKIPPED, PASSED)), Judged(BOTH))
    (matrix,) = difference_of(Proposed(), [skipped]).matrices
    assert matrix.verdicts(0) == matrix.verdicts(1) == ["passed", "failed", "skipped"]


def test_points_alone_are_no_other_verdicts() -> None:
    """Where a check is worth more, that is said, and out of how many points everybody is then."""
    more = [
        Changed(name, Judged(before), Judged(after))
        for name, before, after in (
            ("Ada", BOTH, verdicts(PASSED, PASSED, 8)),
            ("Bea", NONE, verdicts(FAILED, FAILED, 8)),
        )
    ]
    grades = [grade(one.old.grade, student=one.student) for one in more]
    difference = difference_of(Proposed(), more, grades)
    assert difference.in_words().startswith("2 students would have other points: 0 lose points, 1")
    assert difference.mean == "3 of 100 → 5 of 104"
    assert [one.exercises[0][1:] for one in difference.students] == [
        ("0 of 6", "0 of 10"),
        ("6 of 6", "10 of 10"),
    ]
    either = difference_of(Proposed(), [more[0], CHANGES[1]])
    assert "have other verdicts or points" in either.in_words()


def test_the_class_is_seen_as_a_whole() -> None:
    """Mean and pass rates are those of everybody, the unchanged included."""
    difference = found()
    assert difference.means == (18 / 4, 14 / 4)
    assert difference.rates["neurons", "one"] == (0.75, 0.75)
    assert difference.rates["neurons", "two"] == (0.75, 0.25)


def test_other_words_are_no_difference() -> None:
    """A check with the same verdict and other words has no matrix; other points are one."""
    old = exercise(check(FAILED, 4, "one", seen="a"))
    same = Changed("Ada", Judged(old), Judged(exercise(check(FAILED, 4, "one", seen="b"))))
    assert difference_of(Proposed(), [same]).matrices == []
    more = Changed("Ada", Judged(old), Judged(exercise(check(FAILED, 5, "one"))))
    (matrix,) = difference_of(Proposed(), [more]).matrices
    assert (matrix.points, matrix.moves) == ((4, 5), [])


def test_a_new_check_and_one_that_is_gone() -> None:
    """A check without a verdict before, or after, is told as that."""
    gone = exercise(check(PASSED, 4, "one"))
    new = exercise(check(FAILED, 4, "other"))
    change = Changed("Ada", Judged(gone), Judged(new))
    found = difference_of(Proposed(), [change], [grade(gone, student="Ada")])
    matrices, rates = found.matrices, found.rates
    assert rates == {}
    assert [(one.name, [*one.cells]) for one in matrices] == [
        ("one", [("passed", "none")]),
        ("other", [("none", "failed")]),
    ]


def test_in_the_terminal() -> None:
    """All of it is said, with what is missing and why."""
    console = Console(width=100, record=True, file=StringIO())
    console.print(in_terminal(found(pending={"changed: limits": 7})))
    text = console.export_text()
    for words in (
        "Proposal 3 (open), by me: 80 %, as the prompt says",
        "3 students would have other verdicts: 2 lose points, 1 gains some.",
        "1 of them may have seen the old grade.",
        "Mean of what was earned: 4.5 → 3.5.",
        "7 exercises are undecided (changed: limits).",
        "passed → failed: 2 (Ada, Cem <b>)",
    ):
        assert words in text


def test_a_reason_is_only_text() -> None:
    """What somebody pasted changes no terminal."""
    first, *_rest = lines(found(reason="80 %\x1b[2J"))
    assert first == "Proposal 3 (open), by me: 80 %\\x1b[2J"


def test_as_a_page(tmp_path: Path) -> None:
    """The page has every student and every name, and nothing of theirs as markup."""
    write_difference(tmp_path / "page.html", found(), "Keras", "Fashion")
    page = Page((tmp_path / "page.html").read_text("utf-8"))
    assert [tag for tag, _attributes in page.elements].count("table") == 3
    assert "b" not in [tag for tag, _attributes in page.elements]
    for words in ("Cem <b>", "may have seen the old grade", "passed by 75% → 25% of the class"):
        assert words in page.text


def test_a_check_that_is_gone_has_a_column(tmp_path: Path) -> None:
    """Whoever had a verdict on it is on the page, behind a column of its own."""
    gone = Changed("Ada", Judged(BOTH), Judged(exercise(check(PASSED, 4, "one"))))
    write_difference(tmp_path / "page.html", difference_of(Proposed(), [gone]), "Keras", "Fashion")
    page = Page((tmp_path / "page.html").read_text("utf-8"))
    assert "none after" in page.text
    assert page.text.count("Ada") == 2


def test_what_kept_its_verdicts_is_no_loss() -> None:
    """Of a published proposal, only what was published changed something; the rest is counted."""
    published = [
        Changed(one.student, one.old, Judged(one.new.grade, published_at=when))
        for one, when in zip(CHANGES, (None, "now", None), strict=True)
    ]
    difference = difference_of(Proposed(state="published"), published)
    assert ([one.student for one in difference.students], difference.kept) == (["Bea"], 2)
    console = Console(width=100, record=True, file=StringIO())
    console.print(in_terminal(difference))
    assert "2 exercises would have lost points, and kept" in console.export_text()
