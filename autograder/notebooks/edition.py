"""Makes the package that students get: this engine, and nothing that helps to cheat.

Their own checks run the definitions of exercises, so these are copied as they are; the hidden
images, other assignments and their data are left out. Known answers are in no package
(`solutions/`).
"""

from __future__ import annotations

import shutil
from pathlib import Path

from autograder import PACKAGE

EXERCISES = "exercises"
DATA = "data"
HIDDEN = "hidden"
NOT_FOR_STUDENTS = ("__pycache__", EXERCISES, DATA)


def write_edition(folder: Path, assignment: str, slugs: tuple[str, ...], data: str) -> None:
    """Writes the package as `folder`, with the definitions of these exercises alone, and of the
    data set `data`, if any, what is not hidden.
    """
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns(*NOT_FOR_STUDENTS))
    definitions = Path(EXERCISES, assignment)
    (folder / definitions).mkdir(parents=True)
    names = ("__init__", *slugs)
    for path in (Path(EXERCISES, "__init__.py"), *(definitions / f"{name}.py" for name in names)):
        shutil.copy(PACKAGE / path, folder / path)
    if data:
        own = Path(DATA, data)
        shutil.copytree(PACKAGE / own, folder / own, ignore=shutil.ignore_patterns(HIDDEN))
