"""A real cluster on this machine: a class is graded as alone while its parts are killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.faults import (
    CHILD,
    ROOT,
    STAND_INS,
    WORKER,
    Lab,
    Troupe,
    by_role,
    descendants,
    make_lab,
    rows,
    verdicts,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]
SECONDS = 120
# Slow enough to be met in the middle, and one that asks for more memory than it may have.
SLOW = "import time; time.sleep(1.5); return keras"
BOMB = "kept = [bytearray(2**24) for _ in range(64)]; return keras"
CLASS = Troupe(
    STAND_INS.program,
    STAND_INS.assignment,
    STAND_INS.solutions,
    {
        **STAND_INS.edits,
        "slow": ("return keras", SLOW),
        "bomb": ("return keras", BOMB),
    },
)
STUDENTS = ("ada", "barbara", "donald", "frances", "slow1", "slow2", "slow3", "slow11", "bomb")
MEMORY_MB = 512


def wait_for(what: Callable[[], Any], why: str) -> Any:
    """What is found once there is any."""
    deadline = time.monotonic() + SECONDS
    while not (found := what()):
        assert time.monotonic() < deadline, why
        time.sleep(0.02)
    return found


@dataclass
class Node:
    """A nanny, and the worker process that it has."""

    process: subprocess.Popen[bytes]

    @property
    def worker(self) -> int:
        """The process of the worker, 0 where there is none: the one that listens as well."""
        words = b"multiprocessing.spawn"
        found = [
            one.number
            for one in descendants(self.process.pid).values()
            if one.parent == self.process.pid and any(words in word for word in one.words)
        ]
        return found[-1] if found else 0

    def is_grading(self) -> bool:
        worker = self.worker
        return bool(worker and by_role(worker)[CHILD])


def grading(nodes: Sequence[Node]) -> Node | None:
    """One of these that is at work."""
    return next((node for node in nodes if node.is_grading()), None)


@dataclass
class Cluster:
    """A scheduler, three nodes like this machine, and one with other code."""

    folder: Path
    address: str
    scheduler: subprocess.Popen[bytes]
    nodes: list[Node] = field(default_factory=list)


@contextmanager
def running(folder: Path, *words: str, package: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """One of Dask's programs, ended at the end."""
    environment = os.environ | {"PYTHONPATH": str(package), "TMPDIR": str(folder)}
    with (folder / "said.txt").open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{words[0]}", *words[1:], "--no-dashboard"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
    try:
        yield process
    finally:
        everybody = [process.pid, *descendants(process.pid)]
        for number in everybody:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        process.wait(SECONDS)


def other_code(folder: Path) -> Path:
    """This package with one more line in it."""
    package = folder / "other" / "autograder"
    shutil.copytree(
        ROOT / "autograder", package, ignore=shutil.ignore_patterns("data", "__pycache__")
    )
    (package / "data").symlink_to(ROOT / "autograder" / "data")
    (package.parent / "tests").symlink_to(ROOT / "tests")
    with (package / "judging" / "judge.py").open("a") as file:
        file.write("# Another line.\n")
    return package.parent


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """All of it on loopback."""
    folder = tmp_path_factory.mktemp("cluster")
    place = folder / "scheduler.json"
    local = ("--host", "127.0.0.1")
    with ExitStack() as stack:
        words = ("dask_scheduler", *local, "--port", "0", "--scheduler-file", str(place))
        scheduler = stack.enter_context(running(folder, *words))
        wait_for(place.exists, "the scheduler does not start")
        address = json.loads(place.read_text())["address"]
        made = Cluster(folder, address, scheduler)
        for package in (ROOT, ROOT, ROOT, other_code(folder)):
            own = ["--nthreads", "1", "--memory-limit", "0", "--local-directory", str(folder)]
            own += ["--preload", "tests.cluster.stand_in_node"]
            started = running(folder, "dask_worker", address, *local, *own, package=package)
            made.nodes.append(Node(stack.enter_context(started)))
        yield made


def lab_in(root: Path) -> Lab:
    """A course with a small class, whose limits on memory are low."""
    lab = make_lab(root, CLASS, STUDENTS)
    course = root / "course.toml"
    limits = f"[limits]\nmemory_mb = {MEMORY_MB}"
    course.write_text(course.read_text().replace("[limits]", limits))
    return lab


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The verdicts on the class, graded by this machine alone."""
    lab = lab_in(tmp_path_factory.mktemp("alone") / "course")
    assert lab.grade().returncode == 0
    decided = verdicts(lab.out)
    outcomes = {outcome for outcome, _checks in decided["bomb"][1].values()}
    assert outcomes == {"out of memory"}
    return decided


@dataclass
class Run:
    """`autograder grade --scheduler` under way; `events` are those so far, `said` is for people."""

    process: subprocess.Popen[str]
    folder: Path

    @property
    def events(self) -> list[dict[str, Any]]:
        lines = (self.folder / "events.txt").read_text().splitlines()
        return [json.loads(line) for line in lines]

    @property
    def graded(self) -> set[str]:
        return {one["student"] for one in self.events if one["event"] == "graded"}

    @property
    def said(self) -> str:
        return (self.folder / "said.txt").read_text()

    def end(self) -> int:
        return self.process.wait(SECONDS)


def start(lab: Lab, address: str) -> Run:
    words = [*lab.command, "--scheduler", address, "--json"]
    with (lab.root / "events.txt").open("w") as events, (lab.root / "said.txt").open("w") as said:
        process = subprocess.Popen(
            words, cwd=lab.root, env=lab.environment, stdout=events, stderr=said, text=True
        )
    return Run(process, lab.root)


def test_a_class_is_graded_as_alone_while_workers_and_nannies_are_killed(
    cluster: Cluster, alone: dict[str, Any], tmp_path: Path
) -> None:
    """Each submission counts once; a worker with other code is named and not used."""
    lab = lab_in(tmp_path / "course")
    run = start(lab, cluster.address)
    own, other = cluster.nodes[:3], cluster.nodes[3]
    # Everybody who is there has been greeted; whoever has a child then grades.
    wait_for(lambda: run.said.count(" grades.") == len(own) or run.process.poll(), "nobody is fit")
    first = wait_for(lambda: grading(own), "nobody grades")
    os.kill(first.worker, signal.SIGKILL)
    wait_for(lambda: "is lost" in run.said or run.process.poll() is not None, "nobody is missed")
    second = wait_for(lambda: grading([each for each in own if each is not first]), "all is done")
    os.kill(second.process.pid, signal.SIGKILL)
    assert run.end() == 0, run.said
    assert "is not used: code in judging is " in run.said
    assert not by_role(other.process.pid)[WORKER]
    assert run.graded == {*STUDENTS}
    assert verdicts(lab.out) == alone
    assert len(rows(lab.out)) == 2 * len(STUDENTS)
    # Graders end with the run, and with their workers.
    wait_for(
        lambda: not any(by_role(node.process.pid)[WORKER] for node in cluster.nodes),
        "a grader is left",
    )


def test_what_was_graded_before_the_scheduler_was_killed_is_kept(
    cluster: Cluster, alone: dict[str, Any], tmp_path: Path
) -> None:
    """The command says so, and ends."""
    lab = lab_in(tmp_path / "course")
    run = start(lab, cluster.address)
    wait_for(lambda: run.graded, "nobody is graded")
    cluster.scheduler.kill()
    assert run.end() == 2
    assert "What was graded so far is recorded" in " ".join(run.said.split())
    kept = verdicts(lab.out)
    assert run.graded <= kept.keys() < {*STUDENTS}
    assert all(kept[student] == alone[student] for student in kept)
