"""The other side of the bench: `otter run` on the same notebooks, asking the same questions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}


def otter_seconds(zipped: Path, notebooks: Sequence[Path], folder: Path) -> tuple[float, float]:
    """Wall-clock seconds for all of the notebooks at once, and the mean share of points earned."""
    runs = []
    started = time.monotonic()
    for number, notebook in enumerate(notebooks):
        out = folder / f"otter-{started}-{number}"
        out.mkdir()
        command: list[str | Path] = [BIN / "otter", "run", "-a", zipped, "-o", out, "--no-logo"]
        run = subprocess.Popen(  # noqa: S603 - our own command
            [*command, notebook],
            env={**os.environ, **QUIET},
            cwd=out,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        runs.append((run, out))
    codes = [run.wait() for run, _out in runs]
    seconds = time.monotonic() - started
    assert not any(codes), "otter run failed"
    shares = [_share(json.loads((out / "results.json").read_text())) for _run, out in runs]
    return seconds, sum(shares) / len(shares)


def _share(results: dict[str, list[dict[str, float]]]) -> float:
    tests = [test for test in results["tests"] if test.get("max_score")]
    return sum(test["score"] for test in tests) / sum(test["max_score"] for test in tests)
