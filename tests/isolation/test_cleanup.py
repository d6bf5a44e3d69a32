"""Between two children: what one leaves is not there for the next."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.isolation import cleanup
from autograder.wire.tier import NONE, UID


def test_files_folders_and_links_go(tmp_path: Path) -> None:
    """Whatever a child has made in its folder is removed, and nothing that a link leads to."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    (inside / "a" / "b").mkdir(parents=True)
    (inside / "a" / "b" / "file").write_text("x")
    (inside / ".hidden").write_text("x")
    outside.mkdir()
    (outside / "kept").write_text("x")
    (inside / "link").symlink_to(outside)
    (inside / "broken").symlink_to(tmp_path / "nowhere")
    cleanup.clear(NONE, inside)
    assert list(inside.iterdir()) == []
    assert (outside / "kept").exists()


def test_a_folder_that_was_closed_goes(tmp_path: Path) -> None:
    """Taking the rights away from a folder does not keep what is in it."""
    closed = tmp_path / "closed" / "deeper"
    closed.mkdir(parents=True)
    (closed / "file").write_text("x")
    closed.chmod(0)
    closed.parent.chmod(0)
    cleanup.clear(NONE, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_folders_deeper_than_a_path_can_say_go(tmp_path: Path) -> None:
    """Thousands of folders in one another are walked step by step, and we are where we were."""
    before = Path.cwd()
    os.chdir(tmp_path)
    for _ in range(3_000):
        Path("deeper").mkdir()
        os.chdir("deeper")
    os.chdir(before)
    cleanup.clear(NONE, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert Path.cwd() == before


@pytest.mark.parametrize("tier", [NONE, UID])
def test_shared_folders_are_cleared_of_what_is_its_own(
    tier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the tier `uid` what this user owns in folders for everybody goes; in `none` it stays."""
    own, shared = tmp_path / "own", tmp_path / "shared"
    own.mkdir()
    shared.mkdir()
    (shared / "left").write_text("x")
    monkeypatch.setattr(cleanup, "SHARED", (str(shared), str(tmp_path / "nowhere")))
    cleanup.clear(tier, own)
    assert (shared / "left").exists() is (tier == NONE)


def test_its_own_folder_is_spared_where_it_lies_in_a_shared_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The temporary folder itself may lie in a folder for everybody."""
    own = tmp_path / "process" / "tmp"
    own.mkdir(parents=True)
    (own / "left").write_text("x")
    monkeypatch.setattr(cleanup, "SHARED", (str(tmp_path),))
    cleanup.clear(UID, own)
    assert list(own.iterdir()) == []


def test_very_many_files_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More files than can be removed in a moment are left to whoever owns the folder."""
    monkeypatch.setattr(cleanup, "MOST_LEFT", 3)
    (tmp_path / "folder").mkdir()
    for name in ("a", "b"):
        (tmp_path / "folder" / name).touch()
    assert not cleanup.is_crowded(UID, tmp_path)
    (tmp_path / "c").touch()
    assert cleanup.is_crowded(UID, tmp_path)
