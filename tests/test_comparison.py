"""Programs trained by Keras alone and by the trainer: whoever runs them sees the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import numpy as np
import pytest

from autograder.sandbox.launch import ENVIRONMENT
from tests.programs import PROGRAMS
from tests.whole import is_whole

pytestmark = pytest.mark.slow

# Trained beside student code, since the trainer does not do them, and why.
BEYOND = {
    "own_layer_and_own_step": "unrepeatable.unknown_part",
    "frozen_layer": "unrepeatable.frozen",
    "wrong_calls": "unrepeatable.data_kind",
}
# Computed here without a graph, whose kernels round otherwise.
ROUNDED = ("predicted", "single")
SEEDS = 8
SHARE = 4  # one of so many programs is run by `make test`, and all by `make whole`
# A bar that is not the last of its epoch, the time an epoch took, and what terminals are told.
NOISE = re.compile(r"\x1b\[[0-9;]*m|\x08")
TIME = re.compile(r" *(- )?\d+s( -)? +\d+[mu]?s/step *")
BAR = re.compile(r"(\d+)/(\d+) ")
# The optimiser's own numbers stay with the trainer.
OPTIMIZER_LINES = ("Total params", "Optimizer params")


class Runner:
    """A warm process that runs programs, one after another."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.compare"],
            cwd=Path(__file__).parents[1],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def run(self, program: str, asks: bool, **order: Any) -> dict[str, Any]:
        """What a program saw, and who trained it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"program": program, "asks": asks, **order}) + "\n")
        self._process.stdin.flush()
        result: dict[str, Any] = json.loads(
            Path(self._process.stdout.readline().strip()).read_text()
        )
        assert "trouble" not in result["seen"], result["seen"]["trouble"]
        return result

    def close(self) -> None:
        """Ends the process and its trainer."""
        self._process.communicate(timeout=300)


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    """The process that runs all programs of this module."""
    runner = Runner()
    yield runner
    runner.close()


@pytest.mark.parametrize("program", list(PROGRAMS)[:: 1 if is_whole() else SHARE])
def test_programs_see_the_same(runner: Runner, program: str) -> None:
    """Histories, hooks, weights, results and errors are the same to the bit, from equal starts."""
    alone, asked = runner.run(program, asks=False), runner.run(program, asks=True)
    assert printed(alone["seen"].pop("printed")) == printed(asked["seen"].pop("printed"))
    assert list(asked["seen"]) == list(alone["seen"])
    for name, value in alone["seen"].items():
        if name in ROUNDED:
            assert np.allclose(asked["seen"][name], value, rtol=1e-5, atol=1e-6), name
        else:
            # As text: keys in their order, and not-a-number equal to itself.
            assert json.dumps(asked["seen"][name]) == json.dumps(value), name
    if program in BEYOND:
        assert BEYOND[program] in asked["reasons"]
    else:
        assert asked["reasons"] == []
        assert asked["trained"] or "raised" in asked["seen"]


def test_accuracies_are_of_one_distribution(runner: Runner) -> None:
    """Over many seeds the trainer reaches what Keras reaches, with the same spread."""
    seeds = list(range(SEEDS))
    alone, asked = (
        runner.run("dropout", asks=asks, seeds=seeds)["seen"]["accuracies"]
        for asks in (False, True)
    )
    assert len(set(asked)) > SEEDS // 4
    spread = max(stdev(alone), stdev(asked))
    # Four standard errors of the difference of two means.
    assert abs(mean(alone) - mean(asked)) < 4 * spread * (2 / SEEDS) ** 0.5
    assert 1 / 3 < stdev(alone) / stdev(asked) < 3


def printed(text: str) -> list[str]:
    """What stays on the screen, without times and without bars that were painted over."""
    lines = []
    for line in re.split(r"[\r\n]+", NOISE.sub("", text)):
        bar = BAR.match(line.strip())
        if (bar and bar[1] != bar[2]) or not line.strip():
            continue
        if not any(name in line for name in OPTIMIZER_LINES):
            lines.append(TIME.sub(" ", line).strip())
    return [line for line, _again in groupby(lines)]
