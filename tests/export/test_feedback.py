"""What students are told, in files that platforms take back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.export.feedback import feedback_zip, markdown, place_of
from autograder.records import Verdict
from tests.grades import check, exercise, grade, refused


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (
            "x/Ada Lovelace_71_assignsubmission_file",
            "Ada Lovelace_71_assignsubmission_file_/feedback.html",
        ),
        ("x/Ada_71_assignsubmission_onlinetext_", "Ada_71_assignsubmission_file_/feedback.html"),
        (
            "Mal_73_assignsubmission_file_Ada_71_assignsubmission_file_work.py",
            "Mal_73_assignsubmission_file_/feedback.html",
        ),
        (
            "mal_73_9001_Ada_71_assignsubmission_file_w.py",
            "mal_73_9001_Ada_71_assignsubmission_file_w.html",
        ),
        ("doejane_LATE_501_9001_work.ipynb", "doejane_LATE_501_9001_work.html"),
        ("ada.ipynb", "ada.html"),
    ],
)
def test_a_page_goes_where_the_platform_finds_it(path: str, place: str) -> None:
    """In Moodle's folder of the participant, under Canvas's name, or under the student's."""
    assert place_of(replace(grade(student="ada"), path=path)) == place


def test_the_zip_holds_every_page_once(tmp_path: Path) -> None:
    """Whose page is there has it in the zip; the same pages are the same zip."""
    (tmp_path / "students").mkdir()
    for name in ("ada", "ben"):
        (tmp_path / "students" / f"{name}.html").write_text(name)
    grades = [replace(grade(student=name), path=f"{name}.ipynb") for name in ("ada", "ben", "cem")]
    data = feedback_zip(grades, tmp_path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "ada.html": b"ada",
            "ben.html": b"ben",
        }
    assert feedback_zip(grades, tmp_path) == data


def test_markdown_says_what_the_page_says() -> None:
    """Points, every check's sentence, what was seen; what a student wrote is no mark-up."""
    seen = check(Verdict.FAILED, points=8, name="made_up", seen="<b>*bold*")
    text = markdown(grade(exercise(check(points=4), seen, slug="neurons")), "A [title](x)")
    assert text.startswith("# A \\[title\\](x): 4 of ")
    assert "## Change the number of neurons (4 of 12)" in text
    assert "- ✗ made up" in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "refused" in markdown(refused("Ben"), "Title")
