"""Writes the folder that a student begins with: everything to work with, and no answers.

The folder is a course of its own, and a project that `pip install .` installs: so `autograder
check` and `grader.check` work in it, with or without a network, on a machine that has nothing else
of ours.
"""

from __future__ import annotations

import platform
import textwrap
from collections.abc import Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path

import tomlkit
from packaging.requirements import Requirement

from autograder import PACKAGE, __version__
from autograder.course import FILE_NAME, Course
from autograder.notebooks.build import built_files
from autograder.notebooks.edition import write_edition
from autograder.wire.dataset import data_set
from autograder.wire.errors import UsageError

LINE_CHARACTERS = 100
# What is said of the grader's own questions.
ASKS = "Both ask what the grader asks, which uses other numbers."
ASKS_WITH_IMAGES = """\
Both ask what the grader asks, with images that you have. The grader also uses other numbers, and
images that you have not seen."""
README = PACKAGE / "templates" / "student_readme.md"
# The extra of this package that students need too.
FOR_NOTEBOOKS = "notebook"
# Whichever build is there already, as on Colab.
TENSORFLOW = "tensorflow"
# What answers depend on, with the names of its distributions.
GRADED_WITH = {
    "TensorFlow": ("tensorflow-cpu", "tensorflow"),
    "Keras": ("keras",),
    "NumPy": ("numpy",),
}


def write_student_folder(course: Course, assignment: str, folder: Path) -> None:
    """Writes everything into `folder`, which must be new or empty; raises `UsageError`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; name a new folder. Nothing was written.")
    # Built first: what cannot be built leaves nothing behind.
    built = built_files(course, assignment)
    try:
        _write(course, assignment, folder, built)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _write(course: Course, assignment: str, folder: Path, built: Mapping[Path, str]) -> None:
    table = course.table.assignments[assignment]
    notebook = course.notebook_path(assignment)
    for path, text in built.items():
        own = folder / path.relative_to(notebook.parent)
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, "utf-8")
    write_edition(folder / "autograder", assignment, table.exercises, table.data)
    (folder / FILE_NAME).write_text(_course_file(course, assignment), "utf-8")
    (folder / "pyproject.toml").write_text(_project_file(), "utf-8")
    words = {
        "title": table.title,
        "notebook": notebook.name,
        "zipped": notebook.with_suffix(".zip").name,
        "first": table.exercises[0],
        "versions": _versions(),
        "credit": _credit(table.data),
        "asks": ASKS_WITH_IMAGES if table.data else ASKS,
    }
    (folder / "README.md").write_text(README.read_text("utf-8").format(**words), "utf-8")


def _credit(data: str) -> str:
    """Whose the images are, and where to read more."""
    if not data:
        return "There are no images in this assignment."
    lines = textwrap.wrap(f"The images are {data_set(data).credit}: see", LINE_CHARACTERS)
    return "\n".join([*lines, f"`autograder/data/{data}/README.md`."])


def _versions() -> str:
    """Which versions grade, of what answers depend on."""
    said = ["Python " + ".".join(platform.python_version_tuple()[:2])]
    for name, distributions in GRADED_WITH.items():
        for distribution in distributions:
            with suppress(metadata.PackageNotFoundError):
                said.append(f"{name} {metadata.version(distribution)}")
                break
    return ", ".join(said)


def _course_file(course: Course, assignment: str) -> str:
    """`course.toml` with this assignment alone, and without the seed of the grader."""
    document = course.file_for(assignment)
    document.pop("seed", None)
    return tomlkit.dumps(document)


def _project_file() -> str:
    """What pip needs to know to install the folder."""
    project = {
        "build-system": {"requires": ["hatchling"], "build-backend": "hatchling.build"},
        "project": {
            "name": "autograder",
            "version": __version__,
            "requires-python": metadata.metadata("autograder")["Requires-Python"],
            "dependencies": requirements(),
            "scripts": {"autograder": "autograder.commands.main:main"},
        },
        "tool": {"hatch": {"build": {"targets": {"wheel": {"packages": ["autograder"]}}}}},
    }
    return tomlkit.dumps(project)


def requirements() -> list[str]:
    """What this package needs, and what notebooks do, as its own metadata name it."""
    needed = {TENSORFLOW}
    for line in metadata.requires("autograder") or []:
        requirement = Requirement(line)
        marker = str(requirement.marker or "")
        if requirement.name.startswith(TENSORFLOW):
            continue
        if f'extra == "{FOR_NOTEBOOKS}"' in marker:
            requirement.marker = None
        if "extra" not in str(requirement.marker or ""):
            needed.add(str(requirement))
    return sorted(needed)
