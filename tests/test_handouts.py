"""No handout holds an answer: the students' folder, Otter's zip and Gradescope's."""

from __future__ import annotations

import ast
import zipfile
from pathlib import Path

import nbformat
import pytest

from autograder.course import find_course
from autograder.gradescope.zip import write_zip
from autograder.grading.plan import prepare_exercise
from autograder.notebooks.otter_zip import write_otter_zip
from autograder.notebooks.student_folder import write_student_folder
from autograder.proofs.known_answers import known_answer_files
from autograder.proofs.specimens import STUB, read_specimens
from tests.tiny import NAME

COURSE = find_course(Path(__file__))
SLUGS = COURSE.table.assignments[NAME].exercises
TEXT = (".py", ".ipynb", ".toml", ".md", ".j2", ".css", ".json", ".txt", ".lock", ".sh", "")


@pytest.fixture(
    scope="module",
    params=["students", pytest.param("Otter", marks=pytest.mark.slow), "Gradescope"],
)
def handout(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that is handed out."""
    out = tmp_path_factory.mktemp("handout")
    if request.param == "students":
        write_student_folder(COURSE, NAME, out / "folder")
        return out / "folder"
    write = write_otter_zip if request.param == "Otter" else write_zip
    with zipfile.ZipFile(write(COURSE, NAME, out)) as archive:
        archive.extractall(out / "unpacked")
    return out / "unpacked"


def functions(source: str) -> set[str]:
    """The functions of a source as the parser has them, without docstrings, comments and layout."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            documented = ast.get_docstring(node, clean=False) is not None
            body = node.body[1:] if documented else node.body
            found.add(f"{node.name}{ast.dump(node.args)}{ast.dump(ast.Module(body, []))}")
    return found


def sources(path: Path) -> list[str]:
    """The programs in a file: its text, or the code cells of a notebook."""
    if path.suffix == ".py":
        return [path.read_text("utf-8")]
    if path.suffix != ".ipynb":
        return []
    cells = nbformat.reads(path.read_text("utf-8"), as_version=4).cells
    return [cell.source for cell in cells if cell.cell_type == "code"]


def test_it_holds_what_it_is_for(handout: Path) -> None:
    """What is looked through below is whole: every definition is in it."""
    there = {path.stem for path in handout.rglob("*.py") if path.parent.name == NAME}
    assert set(SLUGS) <= there


def test_no_function_of_an_answer_is_in_it(handout: Path) -> None:
    """No function of a reference or of a known answer is in any program or notebook."""
    there: set[str] = set()
    for path in handout.rglob("*"):
        there = there.union(*map(functions, sources(path)))
    looked_for = set[str]()
    for slug in SLUGS:
        task = prepare_exercise(COURSE, NAME, slug)
        reference, stub, *known = read_specimens(COURSE, NAME, task)
        assert stub.name == STUB
        for specimen in (reference, *known):
            answers = functions(specimen.source)
            assert answers
            assert not answers & there, f"{slug}: {specimen.name}"
            looked_for |= answers
    assert len(looked_for) > 100


def test_no_known_answer_is_named_in_it(handout: Path) -> None:
    """Neither the names of known answers, which tell what to avoid, nor their files are there."""
    files = [path for path in handout.rglob("*") if path.is_file() and path.suffix in TEXT]
    whole = "\n".join(path.read_text("utf-8", errors="replace") for path in files)
    for slug in SLUGS:
        task = prepare_exercise(COURSE, NAME, slug)
        for specimen in read_specimens(COURSE, NAME, task)[2:]:
            kind, _, name = specimen.name.partition(": ")
            # A name of one word may be any word of the package.
            assert " " not in name or f'"{name}"' not in whole
            assert f"{kind.title()}: {name}." not in whole
        known = {path.read_bytes() for path in known_answer_files(COURSE, NAME, slug)}
        known.add(COURSE.solution_path(NAME, slug).read_bytes())
        assert not known & {path.read_bytes() for path in files}
