"""The judge's handle on the trainer: its answers, its ends, and a new start after each."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from autograder.recipes.recipe import Dense, Flatten, Network
from autograder.recipes.requests import MOST_DATA_BYTES
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.tiers import choose_sandbox
from autograder.training.trainer_process import Arrays, TrainerJob, TrainerLost, TrainerProcess
from autograder.wire.errors import RecipeError, RequestTooLarge
from autograder.wire.frames import Raised
from autograder.wire.tier import NONE
from tests import stand_in_trainer as stand_in
from tests.orders import NETWORK, SEED, fit_order

ROOT = Path(__file__).parents[2]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the trainer_process makes its temporary folders."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def trainer_process(temporary: Path) -> Iterator[TrainerProcess]:
    """A trainer_process whose trainer only plays one."""
    trainer_process = TrainerProcess(Sandbox(NONE), stand_in.command)
    yield trainer_process
    trainer_process.close()
    assert not list(temporary.iterdir())


def process_of(trainer_process: TrainerProcess) -> float:
    """The number of the process that answers."""
    return trainer_process.train(fit_order(seed=stand_in.TRAIN)).logs["loss"][0]


def test_an_order_is_answered(trainer_process: TrainerProcess) -> None:
    """Values arrive as they were sent, and one process answers one order after another."""
    weights: Arrays = (np.arange(6, dtype=np.float32).reshape(2, 3), np.array(7, np.int64))
    order = fit_order(seed=stand_in.TRAIN, weights=weights)
    done = trainer_process.train(order)
    for sent, read in zip(weights, done.weights, strict=True):
        assert sent.dtype == read.dtype
        np.testing.assert_array_equal(sent, read)
    assert [array.shape for array in done.optimizer] == [(50, 8, 8), (50,)]
    assert (done.iterations, done.seconds, done.raised) == (3, 0.5, None)
    assert done.logs["loss"] == (process_of(trainer_process),)


def test_an_exception_is_an_answer(trainer_process: TrainerProcess) -> None:
    """What Keras raised is carried in the result, not raised here."""
    done = trainer_process.train(fit_order(seed=stand_in.RAISE))
    assert done.raised == Raised(("ValueError",), "no")
    assert (done.logs, done.weights, done.iterations) == ({}, (), 0)


@pytest.mark.parametrize(
    ("seed", "error"), [(stand_in.TOO_LARGE, RequestTooLarge), (stand_in.REFUSE, RecipeError)]
)
def test_a_refusal_is_raised_and_the_trainer_lives_on(
    trainer_process: TrainerProcess, seed: int, error: type[Exception]
) -> None:
    """An order over the limits or of misfitting values costs no process."""
    process = process_of(trainer_process)
    before = trainer_process.seconds
    with pytest.raises(error, match="so_it_is"):
        trainer_process.train(fit_order(seed=seed))
    assert trainer_process.seconds == before + 0.5
    assert process_of(trainer_process) == process


@pytest.mark.parametrize(
    "seed",
    [stand_in.END, stand_in.ABORT, stand_in.FAULT, stand_in.JUNK, stand_in.ODD, stand_in.HUGE],
)
def test_a_trainer_that_fails_is_replaced(trainer_process: TrainerProcess, seed: int) -> None:
    """The order under way is lost, once; the next one is answered by another process."""
    process = process_of(trainer_process)
    with pytest.raises(TrainerLost):
        trainer_process.train(fit_order(seed=seed))
    assert process_of(trainer_process) != process


def test_a_trainer_that_has_grown_is_replaced(trainer_process: TrainerProcess) -> None:
    """Its last answer counts; nothing is lost."""
    done = trainer_process.train(fit_order(seed=stand_in.SPENT))
    assert done.logs["loss"][0] != process_of(trainer_process)


def test_a_trainer_that_died_between_orders_is_replaced(trainer_process: TrainerProcess) -> None:
    """Killed while idle, it costs no order."""
    process = process_of(trainer_process)
    trainer_process.kill()
    assert process_of(trainer_process) != process


def test_kill_ends_the_order_under_way(trainer_process: TrainerProcess, temporary: Path) -> None:
    """From another thread, at once; then a new process starts."""
    trainer_process.warm()

    def kill_once_asleep() -> None:
        deadline = time.monotonic() + 120
        while not list(temporary.glob("*/asleep")) and time.monotonic() < deadline:
            time.sleep(0.01)
        trainer_process.kill()

    thread = threading.Thread(target=kill_once_asleep)
    thread.start()
    with pytest.raises(TrainerLost):
        trainer_process.train(fit_order(seed=stand_in.SLEEP))
    thread.join()
    assert process_of(trainer_process) > 0


def test_kill_counts_while_the_trainer_starts(temporary: Path) -> None:
    """An order that was ended before its trainer was ready is not carried out after all."""

    def killed_on_start(sandbox: Sandbox, folder: Path) -> list[str]:
        starting.kill()
        return stand_in.command(sandbox, folder)

    starting = TrainerProcess(Sandbox(NONE), killed_on_start)
    with pytest.raises(TrainerLost, match="stopped"):
        starting.train(fit_order(seed=stand_in.TRAIN))
    starting.close()
    assert not list(temporary.iterdir())


def test_a_trainer_that_does_not_start_says_why(temporary: Path) -> None:
    """The last words of the process are in the message, and nothing is left behind."""
    words = ["-c", "import sys; sys.exit('no room for TensorFlow')"]
    trainer_process = TrainerProcess(
        Sandbox(NONE), lambda _sandbox, _temporary: [sys.executable, *words]
    )
    with pytest.raises(TrainerLost, match="did not start: no room for TensorFlow"):
        trainer_process.warm()
    assert not list(temporary.iterdir())


def test_too_much_data_is_refused_before_it_is_sent(trainer_process: TrainerProcess) -> None:
    """Data over the limit cost no copy of them."""
    large = np.broadcast_to(np.float32(0), (MOST_DATA_BYTES // 4 + 1,))
    order = TrainerJob(fit_order().request, stand_in.TRAIN, {"0" * 32: large})
    with pytest.raises(RequestTooLarge, match=r"too_large\.data"):
        trainer_process.train(order)


@pytest.mark.slow
@pytest.mark.parametrize("sandboxed", [True, False], ids=["sandboxed", "unsandboxed"])
def test_the_real_trainer_trains(sandboxed: bool) -> None:
    """Behind the walls and without, the same order has the same answer, in any process."""
    sandbox = choose_sandbox(allow_unsandboxed=False) if sandboxed else Sandbox(NONE)
    trainer_process = TrainerProcess(sandbox)
    try:
        done = trainer_process.train(fit_order())
        assert list(done.logs) == ["accuracy", "loss"]
        assert [array.shape for array in done.weights] == [(64, 16), (16,), (16, 10), (10,)]
        assert (done.iterations, done.raised) == (4, None)
        assert 0 < done.seconds < 60
        misfit = trainer_process.train(fit_order(Network(NETWORK.layers[1:])))
        assert misfit.raised is not None
        assert "must have rank (ndim) `target.ndim - 1`" in misfit.raised.message
        with pytest.raises(RequestTooLarge):
            trainer_process.train(fit_order(Network((Flatten(), Dense(10**9)))))
        trainer_process.kill()
        again = trainer_process.train(fit_order(seed=SEED))
        assert again.logs == done.logs
        for one, other in zip(done.weights, again.weights, strict=True):
            np.testing.assert_array_equal(one, other)
    finally:
        trainer_process.close()


@pytest.mark.slow
def test_the_trainer_ends_when_the_judge_hangs_up() -> None:
    """An unsandboxed trainer does not outlive the judge, not even one that is at work."""
    script = (
        "import os, threading; from tests.orders import fit_order;"
        "from autograder.sandbox.launch import Sandbox;"
        "from autograder.training.trainer_process import TrainerProcess;"
        "trainer_process = TrainerProcess(Sandbox('none')); trainer_process.warm();"
        "print(trainer_process._trainer._process.pid, flush=True);"
        "threading.Timer(3, os._exit, [0]).start();"
        "trainer_process.train(fit_order(epochs=10_000, count=500))"
    )
    judge = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert judge.stdout is not None
    with judge.stdout:
        trainer = os.pidfd_open(int(judge.stdout.readline()))
    try:
        assert judge.wait(300) == 0
        ended, _, _ = select.select([trainer], [], [], 120)
        assert ended
    finally:
        os.close(trainer)
