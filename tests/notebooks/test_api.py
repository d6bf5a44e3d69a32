"""What a notebook shows of an exercise: by `check`, by `grader`, and in Otter's test files."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest

import autograder
from autograder.course import find_course, read_course
from autograder.notebooks import api
from autograder.notebooks.api import (
    Checked,
    Expected,
    Grader,
    Later,
    Report,
    _spoken,
    check,
    course_here,
)
from autograder.notebooks.course_here import DAMAGED
from autograder.notebooks.hand_in import JUPYTER
from autograder.records import CheckResult, Verdict
from autograder.wire.messages import message
from tests import grades, tiny

ROOT = Path(__file__).parents[2]
SLUG = "first_prediction"
slow = pytest.mark.slow


def names_of(*edits: tuple[str, str]) -> dict[str, Any]:
    """What a notebook holds once the reference, with these changes, was run in it."""
    course = find_course(ROOT)
    source = course.solution_path("fashion_mnist", SLUG).read_text("utf-8")
    for old, new in edits:
        assert old in source
        source = source.replace(old, new)
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102 - our own
    return names


WRONG = ("argmax", "argmin")


@pytest.fixture(autouse=True)
def in_the_course(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_package_offers_them() -> None:
    """`from autograder import check, grader` is all that a notebook needs."""
    assert autograder.check is check
    assert isinstance(autograder.grader, Grader)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        autograder.nothing  # noqa: B018 - asking is what is tried


@slow
def test_a_right_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """All checks of a right answer pass, as text and as HTML."""
    report = check(SLUG, names_of())
    assert "12 of 12 points" in repr(report)
    assert "12 of 12 points" in report._repr_html_()
    assert capsys.readouterr().out == ""


@slow
def test_a_wrong_answer() -> None:
    """Of a wrong answer the report says what was expected, what was seen and what to try."""
    text = repr(check(SLUG, names_of(WRONG)))
    assert "✗ " in text
    for label in ("Expected: ", "Seen: ", "Try: "):
        assert label in text


@slow
def test_the_names_are_the_callers() -> None:
    """Without being told, `check` and `grader.check` look at the names where they are called."""
    names = names_of() | {"check": check, "grader": Grader(), "slug": SLUG}
    exec("one, other = check(slug), grader.check(slug)", names)  # noqa: S102 - our own
    assert "12 of 12 points" in repr(names["one"])
    assert repr(names["one"]) == repr(names["other"])


def test_a_wrong_name_is_told() -> None:
    """A slug that does not exist is answered by those that do and the nearest, and no exception."""
    report = check("frist_prediction", {})
    assert repr(report).startswith("There is no exercise 'frist_prediction'; there are: first_")
    assert repr(report).endswith(" Did you mean 'first_prediction'?")
    assert "&#39;frist_prediction&#39;" in report._repr_html_()
    assert "Did you mean" not in repr(check("xylophone", {}))


def test_markup_is_escaped() -> None:
    """Nothing that a student wrote becomes markup."""
    assert "<b>" not in Report(trouble="<b>")._repr_html_()


def test_outside_a_course_the_packages_own_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook that lies elsewhere finds the course beside the package."""
    monkeypatch.chdir(tmp_path)
    assert course_here().root == ROOT


# ---- Otter -------------------------------------------------------------------------------------


@slow
def test_all_are_those_of_the_folders_assignment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a course with several assignments a notebook checks its own; elsewhere, all are meant."""
    tiny.course(tmp_path)
    with (tmp_path / "course.toml").open("a") as file:
        file.write('[assignments.other]\ntitle = "Other"\nexercises = ["neurons"]\n')
    course = read_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert api.slugs_here(course) == (*tiny.SLUGS, "neurons")
    monkeypatch.chdir(tmp_path / "assignments" / tiny.NAME)
    assert api.slugs_here(course) == tiny.SLUGS


def test_otter_is_told_in_words() -> None:
    """A check that is not met raises what was expected, seen and to be tried; others nothing."""
    checked, names = Checked(SLUG), names_of(WRONG)
    checked.demand("probabilities_are_ten_shares", names)
    with pytest.raises(Expected) as caught:
        checked.demand("class_is_the_models_choice", names)
    text = str(caught.value)
    assert "\nSeen: " in text
    assert "\nTry: " in text
    assert max(map(len, text.split("\n"))) <= 80


@slow
def test_otter_asks_anew_each_time() -> None:
    """Asked for the same check again, an exercise is looked at again."""
    checked = Checked(SLUG)
    checked.demand("class_is_the_models_choice", names_of())
    with pytest.raises(Expected):
        checked.demand("class_is_the_models_choice", names_of(WRONG))


@slow
def test_a_skipped_check_says_what_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that waits for another one is no failure of its own, and says so."""
    waiting = message("check.after", sentence=message(f"{SLUG}.checks.class_is_a_plain_index"))
    skipped = CheckResult("class_is_the_models_choice", Verdict.SKIPPED, 3, 0, waiting)
    monkeypatch.setattr(api, "_grade", lambda _slug, _names: grades.exercise(skipped, slug=SLUG))
    with pytest.raises(Later, match="Checked once this passes"):
        Checked(SLUG).demand(skipped.name, {})


# ---- handing in --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that lies in no course, without an editor that says which notebook is open."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(JUPYTER, raising=False)
    return tmp_path


def write_notebook(path: Path, source: str) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    path.write_text(nbformat.writes(notebook), "utf-8")


WRITTEN = "def build_deeper_model():\n    return None"


def test_export_packs_the_notebook(folder: Path) -> None:
    """The one notebook of the folder is packed, with Otter's arguments or without."""
    write_notebook(folder / "work.ipynb", WRITTEN)
    assert Grader().export(pdf=False, force_save=True).zipped == Path("work.zip")
    assert (folder / "work.zip").is_file()


def test_colabs_notebook_is_not_on_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Colab a file beside the kernel is an old one: not packed; a download is asked for."""
    monkeypatch.setitem(sys.modules, "google.colab", ModuleType("google.colab"))
    write_notebook(folder / "work.ipynb", WRITTEN)
    assert "Download .ipynb" in repr(Grader().export())
    assert not list(folder.glob("*.zip"))


def test_export_asks_which_notebook(folder: Path) -> None:
    """Where there is no notebook, or more than one, a sentence says what to do."""
    assert "There is no notebook in this folder" in repr(Grader().export())
    assert "There is no file 'b.ipynb'" in repr(Grader().export("b.ipynb"))
    for name in ("a.ipynb", "b.ipynb"):
        write_notebook(folder / name, WRITTEN)
    assert "`grader.export('a.ipynb')`" in repr(Grader().export())
    assert Grader().export("b.ipynb").zipped == Path("b.zip")


def test_a_damaged_course_is_said_in_words_for_students(folder: Path) -> None:
    """Where the course's own files are wrong, no check and no export names them or fails."""
    (folder / "course.toml").write_text("titel = 1", "utf-8")
    write_notebook(folder / "work.ipynb", WRITTEN)
    asked = [check("", {}), check("any", {}), Grader().check("any"), Grader().check_all()]
    for said in (*asked, Grader().export()):
        assert repr(said) == DAMAGED


def test_values_keep_their_quotes() -> None:
    """Otter strips quotes from both ends of what it shows; ours stay."""
    result = grades.check(Verdict.FAILED, expected="'relu'", seen="'<b>'")
    said = str(_spoken(result)).strip("'")
    assert "'relu'" in said
    assert said.replace("\u2060", "").endswith("Seen: '<b>'")
    assert "<b>" not in said
