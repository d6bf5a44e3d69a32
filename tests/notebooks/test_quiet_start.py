"""TensorFlow's start: nothing on red, and nothing hidden afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from autograder import PACKAGE

START = "from autograder.notebooks.quiet_start import start_tensorflow; start_tensorflow()"


def run(source: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Python with `source`, where `folder` holds what it imports first."""
    return subprocess.run(
        [sys.executable, "-c", source],
        env={"PYTHONPATH": f"{folder}:{PACKAGE.parent}"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_what_libraries_write_is_lost_and_only_that(tmp_path: Path) -> None:
    """What is written to the file itself during the import is not seen, what comes after is."""
    (tmp_path / "tensorflow.py").write_text("import os; os.write(2, b'a note')", "utf-8")
    done = run(f"{START}\nimport os; os.write(2, b'an error')", tmp_path)
    assert (done.returncode, done.stderr) == (0, "an error")


def test_an_import_that_fails_says_so(tmp_path: Path) -> None:
    """Where TensorFlow cannot be imported, its exception is raised and shown."""
    (tmp_path / "tensorflow.py").write_text("raise ImportError('no such CPU')", "utf-8")
    done = run(START, tmp_path)
    assert done.returncode == 1
    assert done.stderr.endswith("ImportError: no such CPU\n")


@pytest.mark.slow
def test_tensorflow_starts_without_a_word(tmp_path: Path) -> None:
    """The real one writes nothing while it starts."""
    done = run(f"{START}\nimport tensorflow as tf; print(tf.__version__ > '2')", tmp_path)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_check_starts_it_quietly_where_no_cell_did(tmp_path: Path) -> None:
    """What logs too much by itself is told to log errors only, unless somebody chose otherwise."""
    (tmp_path / "tensorflow.py").write_text("", "utf-8")
    level = "import os; print(os.environ['TF_CPP_MIN_LOG_LEVEL'])"
    assert run(f"{START}\n{level}", tmp_path).stdout == "2\n"
    chosen = f"import os; os.environ['TF_CPP_MIN_LOG_LEVEL'] = '0'\n{START}\n{level}"
    assert run(chosen, tmp_path).stdout == "0\n"
