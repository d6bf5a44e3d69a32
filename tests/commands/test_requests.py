"""Requests to look again: whose they are, what they name, and what the verdict rests on."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from autograder.commands.class_reports import write_reports
from autograder.commands.requests import list_requests, parsed, requests_of
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.judging.exercise import find_exercise
from autograder.records import Verdict
from autograder.report.files import student_page
from autograder.submissions.sources import Source
from autograder.wire.errors import UsageError
from tests import tiny
from tests.grades import check, exercise, grade
from tests.html_page import Page

SLUG = tiny.SLUGS[0]
FIRST, SECOND = (one.name for one in find_exercise(tiny.NAME, SLUG).checks[:2])
ASKED = f"""Dear teacher,
exercise: {SLUG}
check: {FIRST}
why: It has two layers,
see cell 3.
\x1b[31m
Check: `{SECOND}`
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path / "course")


@pytest.fixture
def out(tmp_path: Path, course: Course) -> Path:
    folder = tmp_path / "grades"
    with Gradebook(folder / "gradebook.sqlite") as book:
        failed = check(Verdict.FAILED, 4, FIRST, seen="one layer")
        for name in ("Ada Lovelace_71", "bea"):
            own = [exercise(failed, check(points=2, name=SECOND), slug=SLUG)]
            own += [exercise(slug=slug) for slug in tiny.SLUGS[1:]]
            book.record(grade(*own, student=name), "key", tiny.NAME)
        write_reports(course, tiny.NAME, folder, book)
    return folder


def test_requests_are_listed_with_what_was_seen(
    course: Course, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whose one is, the platform says; those about one check are together; none is lost."""
    path = tmp_path / "requests.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Ada Lovelace_71_assignsubmission_file/regrade.txt", ASKED)
        archive.writestr("bea_72_assignsubmission_file/a.txt", f"exercise: {SLUG}\ncheck: none\n")
        archive.writestr("cem_73_assignsubmission_file/a.txt", f"exercise:{SLUG}\ncheck:{FIRST}")
        archive.writestr("dee_74_assignsubmission_file/essay.pdf", "%PDF")
    list_requests(course, out, path, assignment=None)
    told = capsys.readouterr().out
    assert "Ada Lovelace_71: Not yet, 0 of 4 points" in told
    assert "asks: It has two layers,\n" in told
    assert "seen: one layer" in told
    assert "Ada Lovelace_71: Passed, 2 of 2 points" in told
    assert "cem_73: not graded in the gradebook" in told
    assert f"bea_72: no check {SLUG!r} 'none'." in told
    assert "dee_74: no text file that names a check" in told
    assert told.endswith("4 requests of 3 students.\n")
    assert told.index(f"({SLUG} {FIRST})") < told.index("cem_73") < told.index(f"({SLUG} {SECOND})")
    assert "\x1b[31m" not in told


@pytest.mark.parametrize("top", ["", "regrade requests/"])
def test_a_zip_of_texts_is_a_class(
    course: Course, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], top: str
) -> None:
    """Files that are named after students, with no work beside them, are a student's each."""
    path = tmp_path / "requests.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("bea", "cem"):
            archive.writestr(f"{top}{name}.txt", ASKED)
    list_requests(course, out, path, assignment=None)
    told = capsys.readouterr().out
    assert "bea: Not yet, 0 of 4 points" in told
    assert told.endswith("4 requests of 2 students.\n")
    path.write_bytes(b"no zip")
    with pytest.raises(UsageError, match="cannot be unpacked"):
        list_requests(course, out, path, assignment=None)


def test_a_page_has_the_lines_to_hand_in(out: Path) -> None:
    """What a student's page says is what the command reads; for what passed there is nothing."""
    page = Page(student_page(out, "bea").read_text("utf-8"))
    text = page.html.partition('<pre tabindex="0">exercise')[2].partition("</pre>")[0]
    assert [*parsed(f"exercise{text}")] == [(SLUG, FIRST, "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("why: only words", []),
        ("CHECK : a\n", [("", "a", "")]),
        ("exercise: e\ncheck: a\nwhy: x\nexercise: f\ncheck: b", [("e", "a", "x"), ("f", "b", "")]),
        ("exercise: e\n" + "check: a\n" * 99, [("e", "a", "")] * 40),
    ],
)
def test_any_text_is_read(text: str, found: list[tuple[str, str, str]]) -> None:
    """What names no check asks for nothing; of very many the first ones count."""
    assert [*parsed(text)] == found


def test_no_more_is_read_than_requests_may_be_long(tmp_path: Path) -> None:
    """A text of many gigabytes, which takes no room on a disk, is read at its beginning alone."""
    path = tmp_path / "regrade.txt"
    path.write_text(f"exercise: {SLUG}\ncheck: {FIRST}\n", "utf-8")
    os.truncate(path, 50 * 2**30)
    (asked,) = requests_of(Source("bea", path, (path,), tmp_path))
    assert (asked.slug, asked.check) == (SLUG, FIRST)


def test_nobody_asks_without_end(tmp_path: Path) -> None:
    """Of a thousand files that ask for the same and for more, a few are read, and each is one."""
    for number in range(1000):
        lines = [f"exercise: {SLUG}\ncheck: {FIRST}", f"check: {number}", f"check: {number}-b"]
        (tmp_path / f"{number:04}.txt").write_text("\n".join(lines * 20), "utf-8")
    asked = requests_of(Source("bea", tmp_path, (tmp_path,), tmp_path))
    assert len(asked) == len({one.check for one in asked}) == 21


def test_what_nobody_may_open_and_names_without_end(
    course: Course,
    out: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A closed file is its student's alone, and a name that is none is shown as far as it helps."""
    folder = tmp_path / "asked"
    folder.mkdir()
    (folder / "bea.txt").write_text("exercise: " + "e" * 9_000 + "\ncheck: a\ncheck: b", "utf-8")
    (folder / "cem.txt").write_text(ASKED, "utf-8")
    opened: Any = Path.open

    def refusing(path: Path, *arguments: str) -> Any:
        if path.name == "cem.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", refusing)
    list_requests(course, out, folder, assignment=None)
    told = capsys.readouterr().out
    assert "cem: no text file that names a check" in told
    assert "bea: no check 'eeee" in told
    assert len(told) < 1_000
