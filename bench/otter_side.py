"""The other side of the bench: `otter run` on the same notebooks, asking the same questions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from autograder.exercise import Exercise

BENCH = Path(__file__).parent
BIN = Path(sys.executable).parent
BARE = ("--no-config", "--no-requirements", "--no-environment")
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}

TEST = """\
OK_FORMAT = False
from otter.test_files import test_case
name = {slug!r}
points = {points}

@test_case(points={points})
def test_{slug}(env):
    import sys
    sys.path.insert(0, {bench!r})
    from in_kernel import ask
    ask({slug!r}, env)
"""


def otter_assignment(exercises: Sequence[Exercise], folder: Path) -> Path:
    """An Otter autograder zip that asks the exercises' questions through `in_kernel`."""
    tests = folder / "otter" / "tests"
    tests.mkdir(parents=True)
    for exercise in exercises:
        words = {"slug": exercise.slug, "points": exercise.points, "bench": str(BENCH)}
        (tests / f"{exercise.slug}.py").write_text(TEST.format(**words))
    zipped = tests.parent / "autograder.zip"
    subprocess.run(  # noqa: S603 - our own command
        [BIN / "otter", "generate", "-t", tests, "-o", zipped, *BARE],
        check=True,
        capture_output=True,
        cwd=tests.parent,
    )
    return zipped


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
