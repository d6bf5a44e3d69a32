"""Temporary folders: held as long as their run lives; what a killed one left, the next removes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.sandbox.temporary import PREFIX, TemporaryFolder, remove_leftovers
from autograder.wire.errors import UsageError

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, tempfile, time
tempfile.tempdir = sys.argv[1]
from autograder.sandbox.temporary import TemporaryFolder
folder = TemporaryFolder()
(folder.path / "file").touch()
print(folder.path, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_is_there_until_it_is_removed(temporary: Path) -> None:
    """It is new, private, and gone afterwards with what is in it."""
    with TemporaryFolder() as folder:
        assert folder.path.parent == temporary
        assert folder.path.stat().st_mode & 0o777 == 0o700
        (folder.path / "file").touch()
    assert not list(temporary.iterdir())


def test_only_what_a_killed_run_left_is_removed(temporary: Path) -> None:
    """The folder of a run that lives stays, as does what only looks alike."""
    (temporary / f"{PREFIX}file").touch()
    (temporary / f"{PREFIX}link").symlink_to(ROOT)
    (temporary / "autograder-other").mkdir()
    kept = set(temporary.iterdir())
    command = [sys.executable, "-c", HOLDER, str(temporary)]
    with (
        TemporaryFolder() as own,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder,
    ):
        assert holder.stdout
        other = Path(holder.stdout.readline().strip())
        remove_leftovers()
        assert (other / "file").exists()
        holder.kill()
        holder.wait()
        remove_leftovers()
        assert not other.exists()
        assert set(temporary.iterdir()) == {own.path, *kept}


def test_a_folder_that_cannot_be_made_is_a_sentence(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to do, and is no traceback."""
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "missing" / "folder"))
    with pytest.raises(UsageError, match=r"No temporary folder can be made: .* set TMPDIR"):
        TemporaryFolder()


def test_a_folder_too_deep_for_python_goes(temporary: Path) -> None:
    """What student code has piled up in it cannot keep it from being removed."""
    before = Path.cwd()
    with TemporaryFolder() as folder:
        os.chdir(folder.path)
        for _ in range(3_000):
            Path("deeper").mkdir()
            os.chdir("deeper")
        os.chdir(before)
    assert not list(temporary.iterdir())
