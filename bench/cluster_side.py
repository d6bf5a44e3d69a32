"""How the workers of a Dask cluster on this machine compare with as many of `grade --jobs`.

Both grade the example class in two exercises with an empty training store. The clock starts once a
few are graded, and so all graders are warm.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from autograder.cluster.courier import Courier
from autograder.cluster.dask_cluster import DaskCluster
from autograder.course import Course, find_course
from autograder.grading.grade_class import Grades, grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import make_plan
from autograder.grading.secret import fixed_secret
from autograder.records import Status
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.intake import find
from autograder.supervision.runner import Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import data_set
from autograder.wire.tier import FULL

ROOT = Path(__file__).parent.parent
CLASS = ROOT / "examples" / "class" / "fashion_mnist"
NAME, SLUGS = "fashion_mnist", ("without_flatten", "more_layers")
WORKERS = 2
WARM = 4
MEGABYTES = 500
START_SECONDS = 60
WELL = (Status.GRADED, Status.PARTIAL, Status.REFUSED)
SECRET = fixed_secret(1)


def bench_cluster(say: Callable[[str, float, str], None]) -> None:
    """Says the share of the speed of `--jobs 2` that two workers have."""
    course = find_course(ROOT)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        store = TrainingStore(folder / "store", MEGABYTES)
        setup = Setup(choose_sandbox(require=FULL), (data_set(NAME).public,), store)

        alone = partial(grade_class, jobs=WORKERS)
        alone_seconds = seconds_of(course, setup, alone, folder / "alone")
        store.close()
        with running_cluster(folder) as address, DaskCluster(address) as cluster:
            courier = Courier(cluster, course, lambda: SECRET, lambda _words: None)
            setup = Setup(Sandbox(FULL))
            cluster_seconds = seconds_of(course, setup, courier.grades, folder / "cluster")
        say("a class by two workers of a cluster: wall", cluster_seconds, "s")
        say("  as a share of --jobs 2: speed", alone_seconds / cluster_seconds, "(at least 0.9)")


def seconds_of(course: Course, setup: Setup, grades: Grades, out: Path) -> float:
    """From when all are warm to the end."""
    plan = make_plan(course, NAME, SLUGS, setup, SECRET)
    began = 0.0
    with Gradebook(out / "gradebook.sqlite") as book:
        sources = find([CLASS], plan.all_slugs, out / "workspace").sources
        with closing(grades(sources, plan, book, lambda: 0)) as outcomes:
            for count, (_source, grade) in enumerate(outcomes, start=1):
                assert grade is not None, "the gradebook is new"
                assert grade.status in WELL, f"{grade.student}: {grade.reason}"
                if count == WARM:
                    began = time.monotonic()
    return time.monotonic() - began


@contextmanager
def running_cluster(folder: Path) -> Iterator[str]:
    """The address of a scheduler with workers, all of this machine."""
    place = folder / "scheduler.json"
    with ExitStack() as stack:
        for words in (
            ["dask_scheduler", "--host", "127.0.0.1", "--port", "0"],
            ["dask_worker", "--nworkers", f"{WORKERS}", "--nthreads", "1", "--memory-limit", "0"],
        ):
            command = [sys.executable, "-m", f"distributed.cli.{words[0]}", *words[1:]]
            process = subprocess.Popen(  # noqa: S603 - our own words
                [*command, "--scheduler-file", str(place), "--no-dashboard"],
                cwd=folder,
                env=os.environ | {"TMPDIR": str(folder)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait, START_SECONDS)
            stack.callback(process.terminate)
            deadline = time.monotonic() + START_SECONDS
            while not place.exists() and time.monotonic() < deadline:
                time.sleep(0.1)
        yield str(json.loads(place.read_text("utf-8"))["address"])
