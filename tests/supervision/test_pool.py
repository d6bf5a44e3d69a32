"""A pool of runners: warm from round to round, ended however its context is left."""

from __future__ import annotations

from threading import Event

import pytest

from autograder.sandbox.launch import Sandbox
from autograder.supervision import pool as pool_module
from autograder.supervision.pool import Pool, for_each
from autograder.supervision.runner import Runner, Setup
from autograder.wire.tier import NONE


class Counted(Runner):
    """A runner that starts nothing, and says what became of it."""

    made: list[Counted]

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        self.ends: list[str] = []
        self.cancelled = Event()
        self.made.append(self)

    def cancel(self) -> None:
        self.ends.append("cancelled")
        self.cancelled.set()

    def close(self) -> None:
        self.ends.append("closed")


@pytest.fixture
def runners(monkeypatch: pytest.MonkeyPatch) -> list[Counted]:
    """The runners that pools make, in order."""
    Counted.made = []
    monkeypatch.setattr(pool_module, "Runner", Counted)
    return Counted.made


SETUP = Setup(Sandbox(NONE))


def test_rounds_share_their_runners(runners: list[Counted]) -> None:
    """However many rounds there are, a pool makes its runners once and ends each once."""
    used = set[int]()

    def note(item: int, runner: Runner) -> int:
        used.add(id(runner))
        return 2 * item

    with Pool(SETUP, 2) as pool:
        for _round in range(3):
            assert dict(pool.for_each(range(5), note)) == {0: 0, 1: 2, 2: 4, 3: 6, 4: 8}
        assert [runner.ends for runner in runners] == [[], []]
    assert used <= set(map(id, runners))
    assert [runner.ends for runner in runners] == [["cancelled", "closed"]] * 2


def test_an_error_drops_what_has_not_begun(runners: list[Counted]) -> None:
    """It leaves the loop, and every runner is ended, so that what it is busy with ends too."""
    begun = []

    def fail(item: int, runner: Runner) -> None:
        begun.append(item)
        if item == 0:
            raise ValueError(item)
        assert isinstance(runner, Counted)
        runner.cancelled.wait(60)

    with pytest.raises(ValueError, match="0"):
        list(for_each(range(100), fail, setup=SETUP, jobs=1))
    assert begun in ([0], [0, 1])
    assert [runner.ends for runner in runners] == [["cancelled", "closed"]]


def test_a_round_that_is_left_early_leaves_the_pool_usable(runners: list[Counted]) -> None:
    """Items of the round that have not begun are dropped; the next round is served."""
    left, begun = Event(), []

    def wait(item: int, _runner: Runner) -> int:
        begun.append(item)
        if item:
            left.wait(60)
        return item

    with Pool(SETUP, 1) as pool:
        for item, _result in pool.for_each(range(100), wait):
            assert item == 0
            break
        left.set()
        assert dict(pool.for_each([7], wait)) == {7: 7}
    assert len(begun) < 10
    assert len(runners) == 1
