"""What Gradescope is told: what its specification allows, to whom it may be shown, and no zero."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest

from autograder.course import find_course
from autograder.gradescope.results import encode, results
from autograder.judging.exercise import find_exercise
from autograder.records import Note, Outcome, Status, SubmissionGrade, Verdict
from autograder.report.wording import said as words_of
from tests.grades import (
    TRUSTED,
    check,
    exercise,
    grade,
    hostile_grade,
    made_up_class,
    other_work,
    refused,
    regrade,
    said,
    whole_grade,
)

TITLE = "Change the number of neurons"
HOSTILE = "<script>alert(1)</script> **bold** \x1b[31mred\x1b[0m \x00 \u202e \udcff &amp;"
Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]
Format = Literal["text", "simple_format", "html", "md", "ansi"]


class SpecifiedTest(msgspec.Struct, forbid_unknown_fields=True):
    """A test as Gradescope's specification has it."""

    score: float | None = None
    max_score: float | None = None
    status: Literal["passed", "failed"] | None = None
    name: str | None = None
    name_format: Format | None = None
    number: str | None = None
    output: str | None = None
    output_format: Format | None = None
    tags: list[str] | None = None
    visibility: Visibility | None = None
    extra_data: dict[str, Any] | None = None


class SpecifiedResults(msgspec.Struct, forbid_unknown_fields=True):
    """`results.json` as Gradescope's specification has it."""

    score: float | None = None
    execution_time: float | None = None
    output: str | None = None
    output_format: Format | None = None
    test_output_format: Format | None = None
    test_name_format: Format | None = None
    visibility: Visibility | None = None
    stdout_visibility: Visibility | None = None
    extra_data: dict[str, Any] | None = None
    tests: list[SpecifiedTest] | None = None
    leaderboard: list[dict[str, Any]] | None = None


def told(made: SubmissionGrade) -> dict[str, Any]:
    """What is written for a grade, read again as JSON."""
    found = results(made, 12.34)
    assert found is not None
    text: dict[str, Any] = json.loads(encode(found))
    return text


def meant_for(made: SubmissionGrade, visibility: str) -> list[dict[str, Any]]:
    """The tests of that visibility."""
    return [each for each in told(made)["tests"] if each["visibility"] == visibility]


# ---- what is written ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "made",
    [*made_up_class(20), hostile_grade(HOSTILE), whole_grade("Ada", 0.5)],
    ids=lambda made: made.student[:8].encode("ascii", "replace").decode(),
)
def test_every_key_and_value_is_one_that_gradescope_knows(made: SubmissionGrade) -> None:
    """Whatever a grade holds, the file has the specified form; for faults there is none."""
    found = results(made, 1.0)
    if found is None:
        assert made.status == "regrade"
        return
    text = encode(found)
    read = msgspec.json.decode(text, type=SpecifiedResults)
    assert read.score is not None or read.tests


def test_a_check_is_a_test_under_its_exercise() -> None:
    """Tests stand in the exercises' order, with number, exercise, sentence, points and status."""
    first = exercise(check(points=4, name="It is."), slug="first_one")
    second = exercise(
        check(points=3, name="A."),
        check(Verdict.FAILED, 2, name="B."),
        check(Verdict.SKIPPED, 1, name="C.", hint="Checked once this passes: B."),
        slug="second_one",
    )
    columns = ("number", "name", "status", "score", "max_score")
    assert [
        tuple(each[key] for key in columns) for each in told(grade(first, second))["tests"]
    ] == [
        ("1.1", "first one: It is.", "passed", 4, 4),
        ("2.1", "second one: A.", "passed", 3, 3),
        ("2.2", "second one: B.", "failed", 0, 2),
        ("2.3", "second one: C.", "failed", 0, 1),
    ]


def test_the_tests_add_up_to_the_score() -> None:
    """No total stands beside the tests, which would show what is to be shown later."""
    made = whole_grade("Ada", 0.7)
    found = told(made)
    assert "score" not in found
    assert sum(each.get("score", 0) for each in found["tests"]) == pytest.approx(made.score)
    assert sum(each.get("max_score", 0) for each in found["tests"]) == sum(
        each.points for each in made.exercises
    )


def test_reasons_are_those_of_our_pages() -> None:
    """A failed check says what was expected, seen and to try; a skipped one what comes first."""
    failed = check(Verdict.FAILED, expected="two layers", seen="one", hint="Add `Dense`.")
    skipped = check(Verdict.SKIPPED, hint="Checked once this passes: Two.")
    outputs = [each.get("output", "") for each in told(grade(exercise(failed, skipped)))["tests"]]
    assert outputs == [
        "Expected: two layers\nSeen: one\nTry: Add `Dense`.",
        "Checked once this passes: Two.",
    ]
    passed = told(grade(exercise(check(expected="hidden thoughts"))))["tests"]
    assert "output" not in passed[0]


def test_what_is_no_check_is_said_above() -> None:
    """Notes on the file and its cells, and how an exercise ended, stand at the top."""
    late = replace(
        exercise(check(Verdict.FAILED), outcome=Outcome.TIMED_OUT, slug="slow"),
        notes=(Note(2, said("`!pip` was left out."), said("cell 2")),),
    )
    made = replace(grade(exercise(), late), notes=(Note(0, said("Two answers.")),))
    lines = told(made)["output"].splitlines()
    assert lines[0] == "Two answers."
    assert lines[1].startswith("2. slow: Your code was still running")
    assert lines[2] == "2. slow: Cell 2: `!pip` was left out."
    assert told(grade())["output"] == ""


def test_what_is_kept_beside_says_how_it_was_graded() -> None:
    """The tier of the sandbox, the digest and every outcome are kept; the time is rounded."""
    made = grade(exercise(outcome=Outcome.CRASHED), sandbox="uid")
    found = told(made)
    assert found["extra_data"] == {
        "status": "graded",
        "sandbox": "uid",
        "digest": made.digest,
        "points_on_trust": "0",
        "outcomes": {"neurons": "crashed"},
    }
    assert found["execution_time"] == 12.3


# ---- who sees it -------------------------------------------------------------------------------


def test_what_rests_on_unseen_images_is_shown_later() -> None:
    """A check of images that students have not seen waits for publication, whatever its verdict."""
    for verdict in (Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED):
        unseen = replace(check(verdict, name="classifies"), unseen=True)
        found = told(grade(exercise(check(), unseen)))["tests"]
        assert [each["visibility"] for each in found] == ["visible", "after_published"]


def test_no_visible_check_tells_of_an_unseen_one() -> None:
    """A check that is skipped when an unseen one fails would show that, so it is unseen too."""
    course = find_course(Path(__file__).parent)
    count = 0
    for name, table in course.table.assignments.items():
        for slug in table.exercises:
            found = find_exercise(name, slug)
            unseen = {each.function for each in found.checks if each.unseen}
            count += len(unseen)
            assert all(each.unseen for each in found.checks if each.after in unseen), slug
    assert count


def test_only_instructors_see_answers_and_what_was_printed() -> None:
    """Both are tests without points that no student sees; what is empty is left out."""
    made = grade(
        exercise(output="\x1b[1mEpoch 1\x1b[0m\n", slug="neurons"),
        exercise(output="", slug="other"),
        answers={"neurons": "Because.", "other": " \n", "gone": "Left."},
    )
    assert meant_for(made, "hidden") == [
        {
            "name": "Change the number of neurons: the student's answer",
            "output": "Because.",
            "visibility": "hidden",
        },
        {"name": "gone: the student's answer", "output": "Left.", "visibility": "hidden"},
        {
            "name": "Change the number of neurons: what the code printed",
            "output": "Epoch 1",
            "visibility": "hidden",
        },
    ]
    shown = json.dumps([told(made)["output"], meant_for(made, "visible")])
    assert "Because" not in shown
    assert "Epoch 1" not in shown


def test_only_instructors_see_points_on_trust() -> None:
    """How many they are is kept, and the reasons are a test without points that no student sees."""
    made = grade(exercise(check(points=4, on_trust=TRUSTED), check(points=3, on_trust=TRUSTED)))
    (hidden,) = meant_for(made, "hidden")
    assert hidden["name"].startswith("Change the number of neurons: 7 points on trust")
    assert hidden["output"] == words_of(TRUSTED)
    assert told(made)["extra_data"]["points_on_trust"] == "7"
    shown = json.dumps([told(made)["output"], meant_for(made, "visible")])
    assert "trust" not in shown


def test_nothing_of_a_student_is_interpreted() -> None:
    """All texts are plain, without terminal codes, reordering marks or what is no text."""
    found = told(hostile_grade(HOSTILE))
    formats = ("output_format", "test_output_format", "test_name_format")
    assert [found[key] for key in formats] == ["text"] * 3
    assert found["stdout_visibility"] == "hidden"
    assert found["visibility"] == "visible"
    for each in found["tests"]:
        assert not {"output_format", "name_format"} & set(each)
    texts = [found["output"]] + [each.get("output", "") for each in found["tests"]]
    assert sum("<script>" in text for text in texts) >= 5
    for text in texts:
        assert not set(text) & set("\x00\x1b\u202e\udcff")


def test_no_text_is_longer_than_gradescope_takes() -> None:
    """A million characters anywhere come out as fewer than the 100,000 that are kept there."""
    found = told(hostile_grade("x" * 1_000_000))
    texts = [found["output"]] + [each.get("output", "") for each in found["tests"]]
    assert max(map(len, texts)) < 10_000
    many = replace(grade(), notes=tuple(Note(number, said("x" * 700)) for number in range(1000)))
    assert len(told(many)["output"]) < 10_000


# ---- what has no grade -------------------------------------------------------------------------


def test_a_refused_submission_says_why_and_has_no_points() -> None:
    """The reason stands where the student sees it, with a zero that is meant."""
    made = refused()
    found = told(made)
    assert (found["score"], found["visibility"]) == (0, "visible")
    assert "tests" not in found
    assert "no list of cells" in found["output"]
    assert "Hand in a repaired file" in found["output"]


def test_other_work_says_so_and_has_no_points() -> None:
    """The student reads what it seems to be, and what to hand in."""
    found = told(other_work())
    assert (found["score"], found["visibility"]) == (0, "visible")
    assert "is for another assignment" in found["output"]
    assert "'Cats'" in found["output"]
    assert "Hand in the notebook of this assignment" in found["output"]


def test_a_fault_of_ours_is_no_result() -> None:
    """Nothing is written that could be taken for a grade."""
    assert results(regrade(), 1.0) is None
    broken = replace(grade(exercise(check(Verdict.ERROR))), status=Status.REGRADE)
    assert results(broken, 1.0) is None
