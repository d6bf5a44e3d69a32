"""Prints how this grader compares with `otter run`: the same notebook, the same eight questions.

Everything is measured in one run on one machine and printed as a ratio, because absolute times on
shared cores say little. Takes about five minutes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from autograder.course import Course, find_course
from autograder.grade import Plan, grade_class, make_plan
from autograder.gradebook import Gradebook
from autograder.handout import build_notebook
from autograder.intake import find
from autograder.rehearsal import make_pupil, read_shelf
from autograder.run import Runner
from autograder.sandbox import choose_fence

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
COPIES = 2
MANY = 40

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


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock and CPU seconds."""

    wall_seconds: float
    cpu_seconds: float


class Meter:
    """Measures a `with` block, with all processes that it waited for."""

    def __enter__(self) -> Meter:
        self._started = time.monotonic(), _cpu_seconds()
        return self

    def __exit__(self, *_exception: object) -> None:
        wall, cpu = self._started
        self.cost = Cost(time.monotonic() - wall, _cpu_seconds() - cpu)


def main() -> None:
    course = find_course(ROOT)
    name, table = course.assignment(None)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        shelf = read_shelf(course, name)
        references = {slug: specimens[0] for slug, specimens in shelf.items()}
        handout = build_notebook(course, name)
        notebook = folder / "reference.ipynb"
        notebook.write_text(make_pupil(handout, "reference", references, ()).notebook)
        plan = make_plan(course, name, table.exercises, choose_fence(allow_unsandboxed=False))

        warm = warm_up(plan)
        ours_one = ours(plan, [notebook], folder, jobs=1, copies=COPIES)
        ours_two = ours(plan, [notebook], folder, jobs=2, copies=COPIES)
        growth = memory_growth(course, name, notebook, folder)
        zipped = otter_assignment(plan, folder)
        otter_one = otter(zipped, notebook, folder, at_once=1)
        otter_two = otter(zipped, notebook, folder, at_once=2)

    print(f"worker warm after                      {warm:6.1f} s   (at most 6)")
    print(f"CPU a reference submission, warm       {ours_one.cpu_seconds:6.1f} s   (at most 15)")
    wall, cpu = otter_one.wall_seconds, otter_one.cpu_seconds
    print(f"otter run: wall, CPU a submission      {wall:6.1f} s {cpu:6.1f} s")
    ratio("CPU: otter run / ours", otter_one.cpu_seconds, ours_one.cpu_seconds)
    ratio("wall, one at a time: otter run / ours", otter_one.wall_seconds, ours_one.wall_seconds)
    ratio("throughput of two: ours / otter run", otter_two.wall_seconds, ours_two.wall_seconds)
    ratio("--jobs 2 / --jobs 1 (at least 1.7)", ours_one.wall_seconds, ours_two.wall_seconds)
    print(f"memory growth over {MANY} submissions        {growth:+6.1f} MB")


def ratio(words: str, over: float, under: float) -> None:
    print(f"{words:<44} {over / under:6.2f}")


def warm_up(plan: Plan) -> float:
    """Seconds until a new worker can fork its first child."""
    runner = Runner(plan.fence, plan.keras_home)
    started = time.monotonic()
    runner.warm()
    seconds = time.monotonic() - started
    runner.close()
    return seconds


def ours(plan: Plan, paths: Sequence[Path], folder: Path, *, jobs: int, copies: int) -> Cost:
    """What one submission costs when `copies` of it are graded; starting workers is left out.

    The start is taken off by grading three times as many as well, and taking the difference.
    """
    costs = []
    for count in (copies, 3 * copies):
        class_folder = folder / f"class-{jobs}-{count}"
        class_folder.mkdir()
        for number in range(count):
            (class_folder / f"student-{number}.ipynb").write_bytes(paths[0].read_bytes())
        with Meter() as meter, Gradebook(class_folder / "gradebook.sqlite") as gradebook:
            sources = find([class_folder], plan.slugs, folder)
            notebooks = [source for source in sources if source.path.suffix == ".ipynb"]
            grades = list(grade_class(notebooks, plan, gradebook, jobs=jobs))
        assert all(grade.score == grade.max_score for grade in grades), "a reference lost points"
        # A worker is killed, not waited for; so its children's time is what it measured itself.
        children = sum(exercise.cpu_seconds for grade in grades for exercise in grade.exercises)
        costs.append(Cost(meter.cost.wall_seconds, meter.cost.cpu_seconds + children))
    few, many = costs
    return Cost(
        (many.wall_seconds - few.wall_seconds) / (2 * copies),
        (many.cpu_seconds - few.cpu_seconds) / (2 * copies),
    )


def memory_growth(course: Course, name: str, notebook: Path, folder: Path) -> float:
    """Megabytes that this process and its worker gain between the first ten and the last ten.

    The smallest size of each ten counts: at other moments a child is running too.
    """
    plan = make_plan(course, name, ["first_prediction"], choose_fence(allow_unsandboxed=False))
    class_folder = folder / "many"
    class_folder.mkdir()
    for number in range(MANY):
        (class_folder / f"student-{number}.ipynb").write_bytes(notebook.read_bytes())
    sizes = []
    sources = find([class_folder], plan.slugs, folder)
    with Gradebook(folder / "many.sqlite") as gradebook:
        for _grade in grade_class(sources, plan, gradebook, jobs=1):
            sizes.append(_memory_mb())
    return min(sizes[-10:]) - min(sizes[:10])


def otter_assignment(plan: Plan, folder: Path) -> Path:
    """An Otter autograder zip that asks the same questions through `in_kernel`."""
    tests = folder / "otter" / "tests"
    tests.mkdir(parents=True)
    for task in plan.tasks:
        exercise = task.exercise
        words = {"slug": exercise.slug, "points": exercise.points, "bench": str(ROOT / "bench")}
        (tests / f"{exercise.slug}.py").write_text(TEST.format(**words))
    command = ["otter", "generate", "-t", str(tests), "-o", str(tests.parent / "autograder.zip")]
    subprocess.run(  # noqa: S603 - our own command
        [BIN / command[0], *command[1:], "--no-config", "--no-requirements", "--no-environment"],
        check=True,
        capture_output=True,
        cwd=tests.parent,
    )
    return tests.parent / "autograder.zip"


def otter(zipped: Path, notebook: Path, folder: Path, *, at_once: int) -> Cost:
    """What one submission costs with `at_once` runs of `otter run` side by side."""
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    with Meter() as meter:
        runs = []
        for number in range(at_once):
            out = folder / f"otter-{at_once}-{number}"
            out.mkdir()
            command = [BIN / "otter", "run", "-a", zipped, "-o", out, "--no-logo", notebook]
            runs.append(
                subprocess.Popen(  # noqa: S603 - our own command
                    command,
                    env=environment,
                    cwd=out,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
        codes = [run.wait() for run in runs]
    assert not any(codes), "otter run failed"
    for number in range(at_once):
        results = json.loads((folder / f"otter-{at_once}-{number}" / "results.json").read_text())
        scores = [test["score"] for test in results["tests"] if test.get("max_score")]
        assert sum(scores) == sum(t["max_score"] for t in results["tests"] if t.get("max_score"))
    return Cost(meter.cost.wall_seconds / at_once, meter.cost.cpu_seconds / at_once)


def _cpu_seconds() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _memory_mb() -> float:
    """Unshared memory of this process and everything it started."""
    own = psutil.Process()
    processes = [own, *own.children(recursive=True)]
    return sum(float(process.memory_full_info().uss) for process in processes) / 2**20


if __name__ == "__main__":
    main()
