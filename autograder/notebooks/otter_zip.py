"""Writes the zip from which Otter grades, by `otter run` or in containers.

It holds what students get, so it grades the public part, in a process that student code can reach:
use it to try things out, and `autograder grade` for marks that count.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.course import FILE_NAME, Course
from autograder.notebooks.student_folder import requirements, write_student_folder
from autograder.wire.errors import UsageError

ZIP_NAME = "autograder.zip"


def write_otter_zip(course: Course, assignment: str, out: Path) -> Path:
    """Writes `out/autograder.zip`; raises `UsageError` where Otter is missing or refuses."""
    if importlib.util.find_spec("otter") is None:
        raise UsageError("Otter-Grader is not installed here; run: pip install otter-grader")
    out.mkdir(parents=True, exist_ok=True)
    zipped = out.resolve() / ZIP_NAME
    with tempfile.TemporaryDirectory(prefix="otter-") as temporary:
        folder = Path(temporary) / assignment
        write_student_folder(course, assignment, folder)
        (folder / "requirements.txt").write_text("\n".join(requirements()) + "\n", "utf-8")
        command = [sys.executable, "-m", "otter", "generate", "-t", "tests", "-o", str(zipped)]
        done = subprocess.run(  # noqa: S603 - our own command
            [*command, "--no-config", "--no-environment", "autograder", FILE_NAME],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise UsageError(f"Otter could not make the zip: {' '.join(last)}")
    return zipped
