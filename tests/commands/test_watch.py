"""A folder that is watched: what arrives is graded once it is whole, and trouble is told once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from autograder.commands.watch import MOST_LOOKS, State, state_of, watch
from autograder.wire.errors import UsageError


@dataclass
class Graded:
    """In the place of `Grading`: notes what was there each time, or fails with these words."""

    fails: list[str] = field(default_factory=list)
    seen: list[State] = field(default_factory=list)
    notes: Console = field(default_factory=lambda: Console(file=io.StringIO(), width=200))

    def grade(self, paths: list[Path]) -> bool:
        self.seen.append(state_of(paths))
        if self.fails:
            raise UsageError(self.fails.pop(0))
        return True


class Enough(Exception):
    """Nobody looks any more."""


def watched(folder: Path, graded: Graded, *events: Callable[[], Any] | None) -> None:
    """Looks once more than there are events, each of which happens between two looks."""
    waiting = [*events]

    def sleep(_seconds: float) -> None:
        if not waiting:
            raise Enough
        event = waiting.pop(0)
        if event is not None:
            event()

    anybody: Any = graded
    with pytest.raises(Enough):
        watch(anybody, [folder], 1.0, sleep)


def test_what_arrives_is_graded_once_it_is_still(tmp_path: Path) -> None:
    """Not while it is being written, and not again while nothing changes."""
    graded, file = Graded(), tmp_path / "ada.py"
    writes = [lambda text=text: file.write_text(text) for text in ("d", "de", "def f(): ...")]
    watched(tmp_path, graded, *writes, None, None, None)
    assert len(graded.seen) == 1
    assert graded.seen == [state_of([tmp_path])]


def test_a_file_that_never_rests_keeps_nobody_waiting(tmp_path: Path) -> None:
    """What others handed in is graded after a while, and again after as many looks."""
    graded, file = Graded(), tmp_path / "ada.py"
    (tmp_path / "bea.py").write_text("1")
    changes = [lambda size=size: file.write_text("x" * size) for size in range(2 * MOST_LOOKS + 1)]
    watched(tmp_path, graded, *changes)
    assert [len(state) for state in graded.seen] == [2, 2]


def test_what_changes_later_is_graded_again(tmp_path: Path) -> None:
    """Whether it is new, other, or gone."""
    graded, ada, bea = Graded(), tmp_path / "ada.py", tmp_path / "bea.py"
    ada.write_text("1")
    watched(
        tmp_path,
        graded,
        *(None, None),
        *(lambda: bea.write_text("1"), None, None),
        *(lambda: ada.write_text("other"), None, None),
        *(ada.unlink, None, None),
    )
    assert [len(state) for state in graded.seen] == [1, 2, 2, 1]


def test_what_cannot_be_done_now_is_tried_again_and_told_once(tmp_path: Path) -> None:
    """As while somebody else has the gradebook."""
    graded = Graded(fails=["in use", "in use", "full"])
    (tmp_path / "ada.py").write_text("1")
    watched(tmp_path, graded, *[None] * 6)
    assert len(graded.seen) == 4
    assert isinstance(graded.notes.file, io.StringIO)
    told = graded.notes.file.getvalue()
    assert (told.count("in use"), told.count("full"), told.count("1 file seen")) == (1, 1, 1)


def test_an_empty_folder_is_waited_in(tmp_path: Path) -> None:
    """A class has handed in nothing yet; a folder that is not there is a mistake."""
    graded = Graded()
    watched(tmp_path, graded, None, None)
    assert graded.seen == []
    with pytest.raises(UsageError, match="to watch"):
        watched(tmp_path / "none", graded)
