"""The folder that students begin with: complete, clean, and without anything that tells answers."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from autograder import PACKAGE
from autograder.course import find_course, read_course
from autograder.judging.hidden_images import hidden_file
from autograder.notebooks.student_folder import write_student_folder
from autograder.wire.dataset import data_set, load
from autograder.wire.errors import UsageError
from tests.tiny import NAME

COURSE = find_course(Path(__file__))
SLUGS = COURSE.table.assignments[NAME].exercises
DATA = COURSE.table.assignments[NAME].data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("started") / "fashion"
    write_student_folder(COURSE, NAME, made)
    return made


def in_the_folder(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What Python says there, where the folder's own package comes first."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def texts(folder: Path) -> dict[Path, str]:
    """Every file that is text."""
    suffixes = (".py", ".ipynb", ".toml", ".md", ".j2", ".css", ".json", "")
    return {
        path: path.read_text("utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in suffixes
    }


# ---- complete ----------------------------------------------------------------------------------


def test_everything_to_work_with_is_there(folder: Path) -> None:
    """The notebook, a test of each exercise, the images, and a page that says what to do."""
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md",
        "autograder",
        "course.toml",
        f"{NAME}.ipynb",
        "pyproject.toml",
        "tests",
    ]
    assert sorted(path.stem for path in (folder / "tests").iterdir()) == sorted(SLUGS)
    assert (folder / f"{NAME}.ipynb").read_bytes() == COURSE.notebook_path(NAME).read_bytes()


def test_the_page_names_what_is_there(folder: Path) -> None:
    """The README's commands name the notebook and an exercise, and nothing is left open."""
    text = (folder / "README.md").read_text("utf-8")
    assert f"autograder check {NAME}.ipynb {SLUGS[0]}" in text
    assert "{" not in text
    for name in ("Python", "TensorFlow", "Keras", "NumPy"):
        assert re.search(rf"graded with .*{name} \d+\.\d+", text.replace("\n", " "))


def test_pip_learns_what_is_needed(folder: Path) -> None:
    """The project has this package's requirements, those of notebooks, and the command."""
    with (folder / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    names = {line.split(";")[0].split(">")[0].strip() for line in project["dependencies"]}
    assert {"jupyterlab", "otter-grader", "tensorflow", "msgspec", "numpy"} <= names
    assert {"tqdm", "pandas", "pillow", "scikit-learn", "seaborn", "tensorboard"} <= names
    assert not {"pytest", "psutil", "tensorflow-cpu"} & names
    assert project["scripts"] == {"autograder": "autograder.commands.main:main"}


def test_it_is_a_course_of_its_own(folder: Path) -> None:
    """The folder's course has the same exercises under the same limits."""
    own = read_course(folder)
    assert own.table.assignments == {NAME: COURSE.table.assignments[NAME]}
    assert own.table.limits == COURSE.table.limits


@pytest.mark.slow
def test_its_own_package_checks(folder: Path, tmp_path: Path) -> None:
    """`autograder check` there runs the folder's package, without the rest of this one."""
    solution = COURSE.solution_path(NAME, "more_layers").read_text("utf-8")
    (tmp_path / "work.py").write_text(solution, "utf-8")
    where = in_the_folder(folder, "-c", "import autograder; print(autograder.__file__)")
    assert where.stdout.strip() == str(folder / "autograder" / "__init__.py")
    done = in_the_folder(
        folder, "-m", "autograder", "check", str(tmp_path / "work.py"), "more_layers"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "12 of 12 points" in done.stdout


# ---- without answers ---------------------------------------------------------------------------


def test_no_hidden_image_is_in_it(folder: Path) -> None:
    """Neither the file of the hidden images is there, nor any of their pixels in another."""
    hidden = hidden_file(DATA)
    with np.load(hidden, allow_pickle=False) as archive:
        images = archive["images"]
    whole = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    assert hidden.read_bytes()[:4096] not in whole
    assert not list(folder.rglob("*.npz"))
    public = load(folder / data_set(DATA).public.relative_to(PACKAGE.parent))
    known = {image.tobytes() for image in (*public.train_images, *public.test_images)}
    assert not known & {image.tobytes() for image in images}


def test_the_graders_seed_is_not_in_it(folder: Path) -> None:
    """The seed that decides what the grader asks is in no file."""
    seed = COURSE.table.seed
    for path, text in texts(folder).items():
        assert str(seed) not in text.replace("_", ""), path


def test_whoever_has_it_cannot_grade(folder: Path) -> None:
    """`autograder grade` there is refused in a sentence: what it would need is not there."""
    done = in_the_folder(folder, "-m", "autograder", "grade", f"{NAME}.ipynb", "--out", "graded")
    assert done.returncode == 2
    assert "autograder: The hidden images are not here" in done.stderr


# ---- refused -----------------------------------------------------------------------------------


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with anything in it, or a file, is left as it is."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    for path in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(UsageError, match="is there already"):
            write_student_folder(COURSE, NAME, path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
