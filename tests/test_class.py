"""A whole class in one batch: every known answer and every bad file, with exactly its verdicts."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from autograder.commands.grade import grade_paths
from autograder.commands.main import commands
from autograder.course import Course, find_course
from autograder.grading.gradebook import Gradebook
from autograder.grading.history import history
from autograder.grading.plan import make_setup
from autograder.proofs.selfcheck import problems_with
from autograder.records import Status, SubmissionGrade, Verdict
from autograder.sandbox.tiers import choose_sandbox
from autograder.wire.messages import Message
from tests.own_course import POINTS, SLUGS, with_fixed_secret
from tests.sample_class import SampleStudent, everyone
from tests.whole import is_whole

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
ASSIGNMENTS = find_course(ROOT).table.assignments
ASSIGNMENT = "fashion_mnist"
SHARE = 16  # one of so many students is graded by `make test`, and all by `make whole`


@pytest.fixture(scope="module")
def course(store_path: Path) -> Course:
    """The course, with the store that other tests share."""
    course = find_course(ROOT)
    training = msgspec.structs.replace(course.table.training, store=str(store_path))
    assignment = course.table.assignments[ASSIGNMENT]
    # An endless loop is ended here sooner than the course would, and honest work far from late.
    limits = {**assignment.limits, "more_layers": {"cpu_seconds": 15}}
    shorter = msgspec.structs.replace(assignment, limits=limits)
    assignments = {**course.table.assignments, ASSIGNMENT: shorter}
    table = msgspec.structs.replace(course.table, training=training, assignments=assignments)
    return msgspec.structs.replace(course, table=table)


def students_of(course: Course, assignment: str) -> list[SampleStudent]:
    """A class in which every known answer of an assignment occurs, or a share of it."""
    students = everyone(course, assignment)
    firsts = [one for one in students if one.name in ("reference-01", "stub-01")]
    others = [one for one in students if one not in firsts]
    return [*firsts, *others[:: 1 if is_whole() else SHARE]]


def notebook_of(*sources: str) -> str:
    """A notebook of these code cells."""
    cells = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": []} for source in sources
    ]
    metadata = {"kernelspec": {"name": "python3", "language": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False)


def slip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../outside.ipynb", notebook_of("x = 1"))


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("work.ipynb", b" " * (300 * 2**20))


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 2**20)


def link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def other_language(path: Path) -> None:
    text = notebook_of("1 + 1").replace('"python"', '"R"').replace('"python3"', '"ir"')
    path.write_text(text)


REFUSED: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "not a notebook": ("picture.ipynb", lambda p: p.write_bytes(b"\x89PNG\r\n"), "file.not_utf8"),
    "another JSON": ("config.ipynb", lambda p: p.write_text('{"a": 1}'), "file.other_json"),
    "truncated": (
        "cut.ipynb",
        lambda p: p.write_text(notebook_of("x = 1")[:60]),
        "file.incomplete_at",
    ),
    "another language": ("r.ipynb", other_language, "file.language"),
    "100 MB": ("large.ipynb", large, "file.too_large"),
    "empty folder": ("empty", lambda p: p.mkdir(), "file.none"),
    "symlink": ("link.ipynb", link, "file.link"),
    "zip slip": ("slip.zip", slip, "zip.outside"),
    "zip bomb": ("bomb.zip", bomb, "zip.too_large"),
    "not a zip": ("fake.zip", lambda p: p.write_text("zip"), "zip.damaged"),
    "empty file": ("nothing.ipynb", lambda p: p.write_text(""), "file.empty"),
    "Latin-1": (
        "latin.ipynb",
        lambda p: p.write_text(notebook_of("é"), "latin-1"),
        "file.not_utf8",
    ),
}

# Work that can be read; what it costs is named by the message of its first failed check.
UNLUCKY = {
    "missing_function": ("x = 1", "student.not_defined"),
    "wrong_signature": ("def build_deeper_model(width): return width", "student.other_arguments"),
    "syntax_error": ("def build_deeper_model(:\n    return 1", "crash.unread_cell"),
    "endless_loop": ("def build_deeper_model():\n    while True: pass", "ended.wall ended.cpu"),
    "raises": ("def build_deeper_model():\n    return 1 / 0", "exception.division"),
    "sys_exit": ("import sys\ndef build_deeper_model():\n    sys.exit(0)", "exception.exit"),
    "os_exit": ("import os\ndef build_deeper_model():\n    os._exit(0)", "ended.python"),
    "prints": (
        "def build_deeper_model():\n    for _ in range(200): print('x' * 2**20)",
        "ended.printed",
    ),
    "arrays": (
        "import numpy\ndef build_deeper_model():\n    return numpy.ones(10**9)",
        "ended.memory exception.memory",
    ),
    "deleted_stub": ("print('I deleted it')", "student.not_defined"),
}


@pytest.fixture(scope="module")
def students(course: Course) -> list[SampleStudent]:
    return students_of(course, ASSIGNMENT)


@pytest.fixture(scope="module")
def batch(
    course: Course, students: list[SampleStudent], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, SubmissionGrade]:
    """Everything graded together, by student."""
    folder = tmp_path_factory.mktemp("class")
    for name, make, _reason in REFUSED.values():
        make(folder / name)
    honest = (ROOT / "solutions" / ASSIGNMENT / "first_prediction.py").read_text("utf-8")
    for name, (source, _message) in UNLUCKY.items():
        (folder / f"{name}.ipynb").write_text(notebook_of(honest, source), "utf-8")
    return graded(course, students, folder, with_fixed_secret(tmp_path_factory.mktemp("grades")))


def graded(
    course: Course, students: Sequence[SampleStudent], folder: Path, out: Path
) -> dict[str, SubmissionGrade]:
    """What these students get, and whatever else is in the folder that their work is put into."""
    for student in students:
        (folder / f"{student.name}.ipynb").write_text(student.notebook, "utf-8")
    setup = make_setup(course, choose_sandbox(allow_unsandboxed=False))
    done = grade_paths(course, [folder], out, setup, jobs=2, assignment=None, only=())
    assert done
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        return {grade.student: grade for grade in gradebook.current()}


def test_every_known_answer_gets_exactly_its_verdicts(
    batch: dict[str, SubmissionGrade], students: list[SampleStudent]
) -> None:
    """References and variants get full marks, stubs nothing, each mistake fails what it must."""
    assert falsely_judged(students, batch) == []


@pytest.mark.parametrize("assignment", [one for one in ASSIGNMENTS if one != ASSIGNMENT])
def test_the_same_in_the_other_assignments(
    assignment: str, course: Course, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing in the grader is for one assignment alone."""
    students = students_of(course, assignment)
    out = with_fixed_secret(tmp_path_factory.mktemp("grades"))
    grades = graded(course, students, tmp_path, out)
    assert falsely_judged(students, grades) == []
    assert grades["reference-01"].score == grades["reference-01"].max_score
    assert grades["stub-01"].score == 0


def falsely_judged(
    students: Sequence[SampleStudent], batch: Mapping[str, SubmissionGrade]
) -> list[str]:
    """Where a grade is not what a known answer's author says, in a line each."""
    off = []
    for student in students:
        grade = batch[student.name]
        assert grade.status is Status.GRADED, grade.reason
        for exercise in grade.exercises:
            specimen = student.answers[exercise.slug]
            problems = problems_with(specimen, exercise)
            off += [f"{student.name}: {exercise.slug}: {specimen.name}: {p}" for p in problems]
    return off


def test_the_reference_gets_all_points(batch: dict[str, SubmissionGrade]) -> None:
    """Right work earns what the exercises are worth together, and the stub nothing."""
    grade = batch["reference-01"]
    assert (grade.score, grade.max_score) == (POINTS, POINTS)
    assert batch["stub-01"].score == 0


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_refused(batch: dict[str, SubmissionGrade], kind: str) -> None:
    """A bad file is refused for what it is, and is not graded as zero."""
    name, _make, reason = REFUSED[kind]
    grade = batch[Path(name).stem]
    assert grade.status is Status.REFUSED
    assert grade.reason is not None
    assert grade.reason.name == reason


@pytest.mark.parametrize("name", UNLUCKY)
def test_unlucky_work_costs_one_exercise(batch: dict[str, SubmissionGrade], name: str) -> None:
    """Each way to fail costs its exercise alone, with a message for the student."""
    by_slug = {exercise.slug: exercise for exercise in batch[name].exercises}
    honest, unlucky = by_slug["first_prediction"], by_slug["more_layers"]
    assert honest.earned == honest.points
    assert unlucky.earned == 0
    first = next(check for check in unlucky.checks if check.verdict is Verdict.FAILED)
    assert first.message is not None
    assert set(UNLUCKY[name][1].split()) & set(names_in(first.message))


def names_in(said: Message) -> Iterator[str]:
    """The names of a message and of those in its values."""
    yield said.name
    for value in said.values.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Message):
                yield from names_in(one)


def test_the_same_command_again_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Grading again goes on where it stopped: nothing changed, so nothing runs, same results."""
    monkeypatch.chdir(ROOT)
    source = (ROOT / "solutions" / ASSIGNMENT / "first_prediction.py").read_text("utf-8")
    work = tmp_path / "ada.ipynb"
    work.write_text(notebook_of(source))
    out = tmp_path / "out"
    reports = out / ASSIGNMENT
    arguments = ["grade", str(work), "--out", str(out), "--only", "first_prediction"]
    first = CliRunner().invoke(commands, arguments)
    assert first.exit_code == 0, first.output
    before = (reports / "grades.csv").read_bytes()
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        events = history(gradebook, "ada", ASSIGNMENT)
    assert CliRunner().invoke(commands, arguments).exit_code == 0
    assert (reports / "grades.csv").read_bytes() == before
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        assert history(gradebook, "ada", ASSIGNMENT) == events
    assert [event.kind for event in events] == ["handed in", "graded"]
    rows = list(csv.reader((reports / "grades.csv").read_text("utf-8").splitlines()))
    head, tail = ["student", "status", "score", "max_score"], ["points_on_trust", "sandbox"]
    assert rows[0] == [*head, *SLUGS, *tail]
    # One exercise is not yet a grade.
    assert rows[1] == ["ada", "partial", "", "100", "12", *[""] * 7, "", ""]
    assert (reports / "index.html").is_file()
    assert (reports / "students" / "ada.html").is_file()
