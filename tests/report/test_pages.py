"""The web pages: what they tell, and that nothing a student wrote can change what they are."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from autograder.grading.gradebook import Gradebook
from autograder.records import Curve, Note, Outcome, SubmissionGrade, Verdict
from autograder.report import class_page
from autograder.report.class_page import write_index
from autograder.report.pages import write_student_page
from autograder.report.tally import tally
from autograder.report.wording import caption_of, said
from autograder.wire.dataset import data_set
from autograder.wire.messages import message
from tests.grades import (
    SLUGS,
    check,
    exercise,
    grade,
    hostile_grade,
    made_up_class,
    other_work,
    refused,
    regrade,
    whole_grade,
)
from tests.html_page import Page

WHEN = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>'\"&{{ 7*7 }}$x^$\x1b[31m\u202e\ud800"
)
QUOTED = message("cell.python_says", text=HOSTILE)


@pytest.fixture
def student(tmp_path: Path) -> Any:
    """The page of a grade."""

    def read(shown: SubmissionGrade) -> Page:
        path = tmp_path / "page.html"
        write_student_page(path, shown, "Keras", "Fashion")
        return Page(path.read_text(encoding="utf-8"))

    return read


@pytest.fixture
def index(tmp_path: Path) -> Any:
    """The overview of some grades."""

    def read(*grades: SubmissionGrade) -> Page:
        path = tmp_path / "index.html"
        write_index(
            path, tally(grades, SLUGS), course_title="Keras", assignment_title="Fashion", when=WHEN
        )
        return Page(path.read_text(encoding="utf-8"))

    return read


NOTES = (
    Note(
        3,
        message("cell.ipython", command="%time"),
        message("place.cell", number=3, begins="import keras"),
    ),
    Note(0, message("cell.python_says", text="Python's words.")),
)


@pytest.fixture(params=["student", "hostile student", "class", "hostile class"])
def any_page(request: pytest.FixtureRequest, student: Any, index: Any) -> Page:
    both = [
        replace(one, confusion=((1, 0), (0, 1)), classes=("a", "b"))
        for one in whole_grade("Ada", 0.5).exercises
    ]
    pages = {
        "student": lambda: student(replace(whole_grade("Ada", 0.5), exercises=tuple(both))),
        "hostile student": lambda: student(hostile_grade(HOSTILE)),
        "class": lambda: index(*made_up_class(30)),
        "hostile class": lambda: index(hostile_grade(HOSTILE), replace(refused(), reason=QUOTED)),
    }
    page: Page = pages[request.param]()
    return page


# ---- every page --------------------------------------------------------------------------------


def test_pages_stand_alone(any_page: Page) -> None:
    """A page loads nothing, and forbids it to whatever might slip in."""
    assert not any_page.tags & {"link", "iframe", "object", "embed", "form", "base"}
    assert not any(name.startswith("on") for _, each in any_page.elements for name in each)
    for address in any_page.addresses:
        assert address.startswith(("#", "students/", "answers/"))
    assert "://" not in any_page.html
    assert policy_of(any_page).startswith("default-src 'none'; ")


def test_what_is_handed_back_holds_no_script(student: Any) -> None:
    """A student's page runs nothing, and forbids it to whatever might slip in."""
    for page in (student(whole_grade("Ada", 0.5)), student(hostile_grade(HOSTILE))):
        assert not page.tags & {"script", "button", "input", "select"}
        assert policy_of(page).startswith("default-src 'none'; style-src 'unsafe-inline'; base-uri")


def test_the_class_page_runs_one_script_of_ours(index: Any) -> None:
    """Its policy names it by what it is, allows no other, and lets it make no markup of text."""
    for page in (index(*made_up_class(30)), index(hostile_grade(HOSTILE))):
        assert page.of("script") == [{}]
        (ours,) = re.findall(r"<script>(.*)</script>", page.html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(ours.encode()).digest()).decode()
        assert policy_of(page).startswith(
            f"default-src 'none'; script-src 'sha256-{digest}';"
            " require-trusted-types-for 'script'; trusted-types 'none'; style-src"
        )
        assert ours == (Path(class_page.__file__).parent / "templates/class_page.js").read_text()


def policy_of(page: Page) -> str:
    policy = next(each for each in page.of("meta") if "http-equiv" in each)
    assert policy["http-equiv"] == "Content-Security-Policy"
    return policy["content"]


def test_pages_are_readable_by_everyone(any_page: Page) -> None:
    """A page names its language, fits a phone, and labels its headings, tables and pictures."""
    assert any_page.of("html") == [{"lang": "en"}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in any_page.of(
        "meta"
    )
    levels = [int(tag[1]) for tag, _ in any_page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
    assert all(each.get("scope") in {"col", "row"} for each in any_page.of("th"))
    assert all(each["role"] == "img" and each["aria-label"] for each in any_page.of("svg"))
    names = [each["id"] for _, each in any_page.elements if "id" in each]
    assert len(names) == len(set(names))
    regions = [each["aria-label"] for _, each in any_page.elements if each.get("role") == "region"]
    assert len(regions) == len(set(regions))


def test_hostile_text_stays_text(student: Any, index: Any) -> None:
    """Markup, template and terminal codes in a student's words are shown letter by letter."""
    shown = "<script>alert(1)</script><img src=x onerror=alert(1)>'\"&{{ 7*7 }}$x^$"
    for page in (student(hostile_grade(HOSTILE)), index(hostile_grade(HOSTILE))):
        assert shown + "\\x1b[31m\\u202e\\ud800" in page.text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page.html)


def test_same_bytes(student: Any, index: Any) -> None:
    """The same grades make the same pages."""
    assert student(whole_grade("Ada", 0.5)).html == student(whole_grade("Ada", 0.5)).html
    assert index(*made_up_class(5)).html == index(*made_up_class(5)).html


# ---- the student's page ------------------------------------------------------------------------


def test_score_and_contents(student: Any) -> None:
    """The score comes first, then each exercise with its points and a way to it."""
    page = student(grade(exercise(check(points=12.5), check(Verdict.FAILED, 2))))
    assert "Ada Lovelace Score 12.5 / 100" in page.text
    assert "1 Change the number of neurons 12.5 / 14.5" in page.text
    assert page.of("a") == [{"href": "#exercise-1"}]


def test_verdicts_in_words(student: Any) -> None:
    """Each verdict is a word and a sign, and a failure says what was expected, seen, and to try."""
    failed = check(Verdict.FAILED, expected="`ten` outputs", seen="five", hint="Count them.")
    page = student(grade(exercise(check(), failed)))
    assert "✓ Passed The last layer has ten outputs. 5 / 5" in page.text
    assert "✗ Not yet The last layer has ten outputs." in page.text
    assert "Expected ten outputs Seen five Try Count them. 0 / 5" in page.text
    assert "<code>ten</code>" in page.html


def test_skipped_checks_say_why(student: Any) -> None:
    """A skipped check says what must pass first."""
    after = message("check.after", sentence=message("neurons.checks.has_a_hidden_layer"))
    page = student(grade(exercise(replace(check(Verdict.SKIPPED), message=after))))
    assert "Skipped The last layer has ten outputs." in page.text
    assert "has a hidden layer" in page.text
    page = student(grade(exercise(check(Verdict.SKIPPED))))
    assert "An earlier check of this exercise must pass first." in page.text


def test_our_errors_are_ours(student: Any) -> None:
    """A check that went wrong on our side says so and counts no points against the student."""
    page = student(grade(exercise(check(Verdict.ERROR))))
    assert "This is our fault, not yours; your instructor has been told." in page.text
    assert page.all_of_class("check-error") == 1
    assert "0 / 5 points" not in page.text


@pytest.mark.parametrize("outcome", list(Outcome))
def test_outcomes_in_words(student: Any, outcome: Outcome) -> None:
    """A run that did not finish is explained in a sentence; one that did is not."""
    page = student(grade(exercise(outcome=outcome)))
    assert page.all_of_class("banner") == int(outcome is not Outcome.FINISHED)
    assert (f"{outcome.value.capitalize()}." in page.text) == (outcome is not Outcome.FINISHED)


@pytest.mark.parametrize("shown", [refused(), regrade(), other_work()])
def test_ungraded_pages(student: Any, shown: SubmissionGrade) -> None:
    """A page without a grade gives the reason and no score."""
    page = student(shown)
    assert said(shown.reason).replace("`", "") in page.text
    assert page.all_of_class("points") == page.all_of_class("score") == 0


def test_interrupted_pages(student: Any) -> None:
    """A submission to be graded again shows its verdicts, but nothing earned."""
    page = student(replace(regrade(), exercises=(exercise(check(), check(Verdict.ERROR)),)))
    assert "✓ Passed The last layer has ten outputs. 5 points" in page.text
    assert "/ 5" not in page.text
    assert page.all_of_class("score") == 0


def test_sandbox_is_stamped(student: Any, index: Any) -> None:
    """Pages made without a sandbox carry a warning; others only name the sandbox."""
    assert "Graded without a sandbox." in student(grade(sandbox="none")).text
    assert "Graded without a sandbox." in index(grade(), grade(sandbox="none")).text
    assert "Bo no sandbox 5" in index(grade(), grade(student="Bo", sandbox="none")).text
    assert "Graded without a sandbox." not in index(grade()).text
    assert "sandbox: full" in student(grade()).text


def test_notes_and_answers(student: Any) -> None:
    """What was left out of the notebook and what the student answered are on the page."""
    noted = replace(exercise(), notes=NOTES)
    page = student(grade(noted, answers={"neurons": "More is\nmore.", "other_one": "Less."}))
    assert "Cell 3 (import keras): %time was not run" in page.text
    assert "Python's words." in page.text
    assert "Your answer More is more." in page.text
    assert "Your other answers other one Less." in page.text


def test_no_page_shows_what_was_printed(student: Any) -> None:
    """Over many hand-ins it could spell out what probes are given."""
    page = student(grade(exercise(output="first\r2/2 last\n" + "[0.25, 0.75]\n" * 1_000)))
    assert "printed" not in page.text
    assert "2/2 last" not in page.html
    assert "0.25, 0.75" not in page.html


def test_trainings(student: Any) -> None:
    """Each training is drawn under its network, and said to be what the grader asked for, once."""
    logs = {"loss": (0.9, 0.5), "accuracy": (0.6, 0.8)}
    curves = [Curve(f"Dense({n})", logs, "compare", images=1600, maximum=255) for n in (256, 16)]
    page = student(grade(replace(exercise(), curves=(Curve("Dense(1)", logs), *curves))))
    asked = caption_of("neurons", "compare").replace("`", "")
    assert len(page.of("svg")) == 6
    assert "compare_widths" in asked
    assert page.text.count(asked) == 1
    assert "Dense(256) · 1,600 images, values up to 255" in page.text
    assert "How the training went Dense(1) Loss" in page.text


def test_an_unknown_probe_has_no_caption(student: Any) -> None:
    """A training whose probe is in no definition any more is drawn without words for it."""
    curves = (Curve("Dense(1)", {"loss": (0.9, 0.5)}, "gone"),)
    page = student(grade(replace(exercise(), curves=curves)))
    assert "How the training went Dense(1) Loss" in page.text


def test_one_epoch_is_said(student: Any) -> None:
    """A training of one epoch is a sentence, not a chart with a dot."""
    curves = (Curve("Dense(46)", {"loss": (0.834,), "accuracy": (0.71,)}, images=1, maximum=1),)
    page = student(grade(replace(exercise(), curves=curves)))
    assert "Dense(46) · 1 image, values up to 1 One epoch: loss 0.83, accuracy 71%." in page.text
    assert page.of("svg") == []


def test_confusion_matrix(student: Any) -> None:
    """The confusion matrix is a table with the class names on both sides."""
    page = student(whole_grade("Ada", 1))
    assert len([each for each in page.of("td") if each.get("class") == "right"]) == 10
    assert all(page.text.count(name) >= 2 for name in data_set("fashion_mnist").classes)
    assert "Most frequent mistake" in page.text


def test_charts_stay_within_their_frame(student: Any, index: Any) -> None:
    """No figure of a chart is drawn outside of it, and its words are the page's own."""
    for page in (student(whole_grade("Ada", 1)), index(*made_up_class(30))):
        assert page.of("svg")
        width = height = 0
        for tag, each in page.elements:
            if tag == "svg":
                _, _, width, height = map(int, each["viewbox"].split())
            elif tag == "text":
                assert 0 <= float(each["x"]) <= width
                assert 0 < float(each["y"]) < height
        assert all("nan" not in each["d"] for each in page.of("path"))


def test_training_with_no_figures(student: Any) -> None:
    """A training that logged nothing finite says so instead of showing a chart."""
    curves = (Curve("Dense(10)", {"loss": (None, None)}),)
    page = student(grade(replace(exercise(), curves=curves)))
    assert "Dense(10) This training logged no finite numbers." in page.text


def test_a_page_of_the_same_grade_is_left_alone(tmp_path: Path) -> None:
    """What is on the disk is not written again, whether the grade is new or from a gradebook."""
    shown = whole_grade("Ada", 0.5)
    path = tmp_path / "page.html"
    write_student_page(path, shown, "Keras", "Fashion")
    written = path.stat().st_mtime_ns, path.stat().st_ino
    with Gradebook(tmp_path / "gradebook.sqlite") as gradebook:
        gradebook.record(shown, "key")
        (kept,) = gradebook.current()
    for same in (shown, kept):
        write_student_page(path, same, "Keras", "Fashion")
        assert (path.stat().st_mtime_ns, path.stat().st_ino) == written


def test_a_page_of_anything_else_is_written_again(tmp_path: Path) -> None:
    """Another grade, another title, a broken page or no page: the page is made anew."""
    path = tmp_path / "page.html"
    write_student_page(path, grade(), "Keras", "Fashion")
    whole = path.read_bytes()
    write_student_page(path, grade(exercise(check(points=4))), "Keras", "Fashion")
    assert "4 / 100" in Page(path.read_text("utf-8")).text
    write_student_page(path, grade(), "Deep learning", "Fashion")
    assert "Deep learning" in path.read_text("utf-8")
    for broken in (b"", b"<!DOCTYPE html>"):
        path.write_bytes(broken)
        write_student_page(path, grade(), "Keras", "Fashion")
        assert path.read_bytes() == whole
