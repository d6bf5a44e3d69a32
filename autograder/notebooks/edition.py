"""Makes the package that students get: this engine, and nothing that helps to cheat.

Their own checks run the definitions of exercises, so these are copied as they are; the hidden
images and other assignments are left out. Known answers are in no package (`solutions/`).
"""

from __future__ import annotations

import shutil
from pathlib import Path

from autograder import PACKAGE

EXERCISES = "exercises"
NOT_FOR_STUDENTS = ("hidden", "__pycache__", EXERCISES)


def write_edition(folder: Path, assignment: str, slugs: tuple[str, ...]) -> None:
    """Writes the package, with the definitions of these exercises alone, as `folder`."""
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns(*NOT_FOR_STUDENTS))
    definitions = Path(EXERCISES, assignment)
    (folder / definitions).mkdir(parents=True)
    names = ("__init__", *slugs)
    for path in (Path(EXERCISES, "__init__.py"), *(definitions / f"{name}.py" for name in names)):
        shutil.copy(PACKAGE / path, folder / path)
