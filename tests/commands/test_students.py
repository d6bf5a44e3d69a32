"""The commands on one student's grades: what is refused, shown, written and forgotten."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from autograder.commands import main
from autograder.commands.class_reports import write_reports
from autograder.commands.export import export_grades
from autograder.commands.proposals import show_difference
from autograder.commands.students import (
    adjust_points,
    export_student,
    forget_old,
    forget_student,
    show_student,
)
from autograder.course import Course, find_course
from autograder.export import FORMATS, WORKSHEETS
from autograder.grading.entries import Judged, JudgedAgain, Observed
from autograder.grading.gradebook import Gradebook
from autograder.grading.keys import Keys, digest_of_probes
from autograder.grading.proposals import open_proposal
from autograder.grading.shards import Shard
from autograder.judging.exercise import find_exercise
from autograder.records import Observation, Outcome, Verdict
from autograder.wire.errors import UsageError
from autograder.wire.tier import NONE
from tests import tiny
from tests.grades import check, exercise, grade

COURSE = find_course(Path(__file__).parent)


@pytest.mark.parametrize("points", [float("inf"), float("-inf"), float("nan"), 1e300])
def test_what_is_no_number_of_points_is_refused(points: float, tmp_path: Path) -> None:
    """It is refused before anything is written."""
    with pytest.raises(UsageError, match="no number of points"):
        adjust_points(
            COURSE,
            tmp_path,
            assignment=None,
            student="ada",
            slug=None,
            check=None,
            points=points,
            comment="",
        )
    assert not any(tmp_path.iterdir())


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path / "course")


@pytest.fixture
def out(tmp_path: Path, course: Course) -> Path:
    """Reports of Ada and Bea, in one of two assignments, and some of when there was one."""
    folder = tmp_path / "grades"
    with Gradebook(folder / "gradebook.sqlite") as book:
        for name in ("Ada", "Bea"):
            exercises = [exercise(slug=slug) for slug in tiny.SLUGS]
            book.record(grade(*exercises, student=name), "key", tiny.NAME)
        write_reports(course, tiny.NAME, folder, book)
        write_reports(several(course), tiny.NAME, folder, book)
    return folder


def several(course: Course) -> Course:
    """The same course with another assignment."""
    other = msgspec.structs.replace(course.table.assignments[tiny.NAME], exercises=())
    table = msgspec.structs.replace(
        course.table, assignments={**course.table.assignments, "second": other}
    )
    return msgspec.structs.replace(course, table=table)


def test_nothing_of_who_is_forgotten_is_in_any_report(course: Course, out: Path) -> None:
    """Reports of other times go too, and none is made for an assignment that nobody is in."""
    forget_student(several(course), out, student="Ada")
    files = [path for path in out.rglob("*") if path.is_file()]
    assert [path for path in files if b"Ada" in path.read_bytes()] == []
    assert (out / tiny.NAME / "students" / "Bea.html").exists()
    assert (out / "students" / "Bea.html").exists()
    assert not (out / "second").exists()


def test_nor_in_what_is_written_when_it_is_asked_for(course: Course, out: Path) -> None:
    """Pages of proposals and exports go, and those of others stay where each has a file."""
    with Gradebook(out / "gradebook.sqlite") as book:
        number = open_proposal(book, tiny.NAME, "stricter", "me")
        lower = exercise(check(Verdict.FAILED), slug=tiny.SLUGS[0])
        for one in book.hand_ins(tiny.NAME):
            judged = Judged(proposed=[(lower, "", "")])
            book.judge_again(JudgedAgain(one.number, judged), number, NONE)
    show_difference(course, out, assignment=None, number=None)
    classroom = out / "classroom.csv"
    classroom.write_text("roster_identifier,points_awarded\nAda,5\n", "utf-8")
    named = {"assignment": None, "column": None, "to": None}
    for form in FORMATS:
        if form not in WORKSHEETS:
            export_grades(course, out, form=form, file=None, **named)
    export_grades(course, out, form="classroom", file=classroom, **named)
    classroom.unlink()
    assert b"Ada" in (out / "proposal-1.html").read_bytes()
    assert (out / "classroom-filled.csv").exists()
    forget_student(course, out, student="Ada")
    files = [path for path in out.rglob("*") if path.is_file()]
    assert [path for path in files if b"Ada" in path.read_bytes() or "Ada" in path.name] == []
    assert (out / "markdown" / "Bea.md").exists()
    assert [
        one.student for one in show_difference(course, out, assignment=None, number=1).students
    ] == ["Bea"]


def test_shards_are_merged_first(course: Course, out: Path) -> None:
    """What a shard has of a student would come back when it is merged."""
    Shard(2, 1).folder(out).mkdir(parents=True)
    with pytest.raises(UsageError, match="`autograder merge` first"):
        forget_student(course, out, student="Ada")
    with pytest.raises(UsageError, match="`autograder merge` first"):
        forget_old(course, out, days=0)


def test_what_is_forgotten_is_not_shown(
    course: Course, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verdicts stay, and that nothing is kept of what they rest on is said."""
    forget_old(course, out, days=0)
    show_student(course, out, assignment=None, student="Bea", slug=tiny.SLUGS[0])
    assert "its evidence is not kept" in capsys.readouterr().out


def test_a_full_disk_keeps_nobody_from_being_forgotten(
    course: Course, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows and pages are gone before the file is rewritten, and what failed is a sentence."""

    def full(_book: Gradebook) -> None:
        raise UsageError("The disk is full.")

    monkeypatch.setattr(Gradebook, "shrink", full)
    with pytest.raises(UsageError, match="full"):
        forget_student(several(course), out, student="Ada")
    assert b"Ada" not in (out / "gradebook.sqlite").read_bytes()
    assert not [*out.rglob("Ada.html")]


def test_a_folder_that_is_missing_is_a_sentence(course: Course, out: Path) -> None:
    """What is kept of a student is not written into the air."""
    export_student(course, out, student="Ada", file=out / "ada.json")
    assert json.loads((out / "ada.json").read_text())["hand_ins"]
    with pytest.raises(UsageError, match="cannot be written: No such file"):
        export_student(course, out, student="Ada", file=out / "nowhere" / "ada.json")


def test_too_many_days_are_refused() -> None:
    """More than a hundred years is no number of days to keep evidence for."""
    done = CliRunner().invoke(main.commands, ["forget", "--keep", "99999999999"])
    assert done.exit_code == 2
    assert "is not in the range" in done.output


@pytest.fixture
def listed(course: Course, out: Path) -> Path:
    """The same reports with a list of Ada, and of Cem, who handed in nothing."""
    (out / "roster.csv").write_text(LIST)
    with Gradebook(out / "gradebook.sqlite") as book:
        write_reports(several(course), tiny.NAME, out, book)
    return out


LIST = 'ID,Name,Login\n501,"Lovelace, Augusta",ada\n503,"Kaya, Cem",ckaya\n'


def adjust(course: Course, out: Path, student: str) -> None:
    """Two points by hand."""
    adjust_points(
        several(course),
        out,
        assignment=tiny.NAME,
        student=student,
        slug=None,
        check=None,
        points=2,
        comment="On paper.",
    )


def score_of(out: Path, student: str) -> str:
    with (out / tiny.NAME / "grades.csv").open() as file:
        return next(row["score"] for row in csv.DictReader(file) if row["student"] == student)


@pytest.mark.parametrize("name", ["Ada", "501", "Augusta Lovelace", "Lovelace, Augusta"])
def test_whoever_is_listed_is_known_by_any_name(course: Course, listed: Path, name: str) -> None:
    """A number or a name of the list leads to the grade that the platform's name has."""
    before = float(score_of(listed, "Ada"))
    adjust(course, listed, name)
    assert float(score_of(listed, "Ada")) == before + 2


def test_points_for_nothing_handed_in_go_with_the_person(course: Course, listed: Path) -> None:
    """Whoever is only in the list has a score by hand, which a later hand-in keeps."""
    adjust(course, listed, "ckaya")
    assert score_of(listed, "503") == "2"
    # The course's total has it too, in one row.
    totals = (listed / "grades.csv").read_text().splitlines()
    (total,) = (line.split(",") for line in totals if line.startswith("503,"))
    assert (total[1], total[3]) == ("2", "2")
    with Gradebook(listed / "gradebook.sqlite") as book:
        work = [exercise(slug=slug) for slug in tiny.SLUGS]
        book.record(grade(*work, student="kayacem_503"), "key", tiny.NAME)
        write_reports(several(course), tiny.NAME, listed, book)
        assert book.waiting(tiny.NAME) == {}
    assert float(score_of(listed, "kayacem_503")) == float(score_of(listed, "Bea")) + 2
    assert "\n503," not in (listed / "grades.csv").read_text()


def test_whoever_is_only_listed_is_forgotten(course: Course, listed: Path) -> None:
    """The line, the page and every row go; nobody knows the name afterwards."""
    adjust(course, listed, "ckaya")
    forget_student(several(course), listed, student="Cem Kaya")
    files = [path for path in listed.rglob("*") if path.is_file()]
    assert [path for path in files if b"Kaya" in path.read_bytes()] == []
    assert not [*listed.rglob("503.html")]
    with pytest.raises(UsageError, match="nothing of 'ckaya'"):
        forget_student(several(course), listed, student="ckaya")


def test_a_person_is_one_in_all_assignments(course: Course, listed: Path) -> None:
    """Whoever handed in one assignment has the same name where nothing was handed in."""
    both = several(course)
    with Gradebook(listed / "gradebook.sqlite") as book:
        work = exercise(slug=tiny.SLUGS[0])
        book.record(grade(work, student="Cem Kaya_503"), "key", "second")
        write_reports(both, "second", listed, book)
        write_reports(both, tiny.NAME, listed, book)
    names = [line.split(",")[0] for line in (listed / "grades.csv").read_text().splitlines()]
    assert names == ["student", "Ada", "Bea", "Cem Kaya_503"]


def test_probes_have_their_names(
    course: Course, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was observed is shown by the names of today's definition, not by the sandbox's."""
    slug = tiny.SLUGS[0]
    seen = Observation(Outcome.FINISHED, {"0": {"values": {"answer": 7}, "trainings": []}})
    with Gradebook(out / "gradebook.sqlite") as book:
        book.add(
            grade(exercise(slug=slug), student="Cem"),
            "key",
            tiny.NAME,
            judged=Judged(),
            observed=[Observed(slug, "run", seen)],
        )
        number = book.add(
            grade(exercise(slug=slug), student="Cem"),
            "key",
            tiny.NAME,
            judged=Judged(published=[(exercise(slug=slug), "", "")]),
        )
    assert number == 3
    show_student(course, out, assignment=None, student="Cem", slug=slug)
    probe = find_exercise(tiny.NAME, slug).probe_names()["0"]
    shown = capsys.readouterr().out
    assert f"{probe} reported (a claim): {{'answer': 7}}" in shown
    assert "probes are others" not in shown


@pytest.mark.parametrize("edited", [False, True])
def test_names_of_other_probes_are_told(
    edited: bool, course: Course, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where probes were edited since, what was observed may have another one's name."""
    slug = tiny.SLUGS[0]
    probes = "others" if edited else digest_of_probes(find_exercise(tiny.NAME, slug))
    seen = Observation(Outcome.FINISHED, {"0": {"values": {"answer": 7}, "trainings": []}})
    with Gradebook(out / "gradebook.sqlite") as book:
        book.note_runs([Keys("run", "", "", {"probes": probes})])
        book.add(
            grade(student="Cem"),
            "key",
            tiny.NAME,
            judged=Judged(published=[(exercise(slug=slug), "run", "")]),
            observed=[Observed(slug, "a run", seen)],
        )
    show_student(course, out, assignment=None, student="Cem", slug=slug)
    assert ("its probes are others since" in capsys.readouterr().out) == edited


@pytest.mark.parametrize("one", [False, True])
def test_what_was_printed_is_shown_to_instructors(
    one: bool, course: Course, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without redrawn lines and terminal codes, behind a mark, and no longer than asked for."""
    slug = tiny.SLUGS[0]
    text = "\x1b[1m1/2\x1b[0m first\r2/2 last\r\n\x1b]0;x\x07\u2028Ada: 9 points\n"
    with Gradebook(out / "gradebook.sqlite") as book:
        work = exercise(slug=slug, output=text + "x" * 100_000 + "end")
        book.record(grade(work, student="Cem"), "key", tiny.NAME)
    show_student(course, out, assignment=None, student="Cem", slug=slug if one else None)
    shown = capsys.readouterr().out
    assert "  its code printed:\n    | 2/2 last\n    | \\x1b]0;x\\x07\n    | Ada: 9 points" in shown
    assert "first" not in shown
    assert "characters left out" in shown
    assert "xend\n" in shown
    assert (shown.count("x") > 7_000) == one
    assert shown.count("x") < 9_000
