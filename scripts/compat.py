"""Runs the students' notebook and its checks with several versions of TensorFlow, and compares.

    python scripts/compat.py                  the last four minor versions
    python scripts/compat.py 2.20 2.19        these

Each version has an environment of its own in `.compat`, with what a student's `pip install .`
brings but for the editor. Two notebooks run in it from top to bottom: one of right answers, one of
a mistake in each exercise. What a check says there is compared with what it says here; a difference
is printed and ends the program with 1. Takes some minutes and 2 GB a version, and needs an index of
packages.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import click
import nbformat
from packaging.requirements import Requirement
from packaging.version import Version

from autograder.course import Course, find_course
from autograder.notebooks.student_folder import requirements, write_student_folder
from tests.sample_class import make_student, read_shelf

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".compat"
ASSIGNMENT = "fashion_mnist"
COUNT = 4
DISTRIBUTION = "tensorflow-cpu"
# What shows notebooks to people is nothing to TensorFlow.
EDITORS = ("jupyterlab", "otter-grader", "tensorflow")
CELL_SECONDS = 1_200
# Runs in the environment that is tried: the notebook, and what each of its checks says.
RUN = """\
import json, sys
import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], 4)
client = NotebookClient(notebook, timeout={seconds}, kernel_name="python3", allow_errors=True)
client.execute()
said = {{}}
for cell in notebook.cells:
    if cell["id"].endswith("-check"):
        shown = [output["data"]["text/plain"] for output in cell.outputs if "data" in output]
        said[cell["id"].removesuffix("-check")] = "\\n".join(shown)
print(json.dumps(said))
"""


@click.command()
@click.argument("versions", nargs=-1)
def main(versions: tuple[str, ...]) -> None:
    """Compares what checks say with each of the minor VERSIONS of TensorFlow."""
    here = Version(metadata.version(DISTRIBUTION))
    wanted = versions or [f"{here.major}.{here.minor - step}" for step in range(COUNT)]
    course = find_course(ROOT)
    notebooks = dict(written(course))
    FOLDER.mkdir(exist_ok=True)
    expected = {
        name: said_by(Path(sys.executable), FOLDER / "here", course, text)
        for name, text in notebooks.items()
    }
    differing = 0
    for version in wanted:
        folder = FOLDER / version
        try:
            python = environment(folder / "venv", version)
        except subprocess.CalledProcessError as error:
            print(f"{version}: cannot be installed here: {error.stderr.strip()[-400:]}")
            differing += 1
            continue
        for name, text in notebooks.items():
            found = said_by(python, folder / "work", course, text)
            for slug, words in expected[name].items():
                if found.get(slug) != words:
                    differing += 1
                    print(f"{version}: {name}: {slug}\n--- here\n{words}\n--- there\n{found[slug]}")
        print(f"{version}: {len(notebooks)} notebooks compared")
    sys.exit(differing > 0)


def written(course: Course) -> Iterator[tuple[str, str]]:
    """The notebooks to run: with right answers, and with the first mistake of each exercise."""
    handout = course.notebook_path(ASSIGNMENT).read_text("utf-8")
    shelf = read_shelf(course, ASSIGNMENT)
    for kind in ("reference", "mistake"):
        answers = {
            slug: next((one for one in specimens if one.name.startswith(kind)), specimens[0])
            for slug, specimens in shelf.items()
        }
        yield kind, make_student(handout, "Ada", answers, experiments=()).notebook


def environment(folder: Path, version: str) -> Path:
    """The Python of an environment with a version of TensorFlow; made where it is not there."""
    python = folder / "bin" / "python"
    done = folder / ".done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        needed = [line for line in requirements() if Requirement(line).name not in EDITORS]
        packages = [f"{DISTRIBUTION}=={version}.*", *needed, "ipykernel", "nbclient"]
        command = [str(python), "-m", "pip", "install", "-q", *packages]
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        done.touch()
    return python


def said_by(python: Path, folder: Path, course: Course, notebook: str) -> dict[str, str]:
    """What the checks in a notebook say when it runs in a new student folder, by exercise."""
    shutil.rmtree(folder, ignore_errors=True)
    write_student_folder(course, ASSIGNMENT, folder)
    path = folder / course.notebook_path(ASSIGNMENT).name
    nbformat.write(nbformat.reads(notebook, as_version=4), path)
    command = [str(python), "-c", RUN.format(seconds=CELL_SECONDS), path.name]
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, check=True, capture_output=True, text=True
    )
    said: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return said


if __name__ == "__main__":
    main()
