"""`autograder doctor`: says what this machine offers for grading, and what to change."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from autograder.course import Course
from autograder.report.wording import counted
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.tiers import (
    PROMISES,
    candidates,
    choose_sandbox,
    in_words,
    possible_in,
    problem_of,
    try_sandbox,
)
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import TrainingStore
from autograder.wire.dataset import DATA, data_set, data_sets, images_at
from autograder.wire.errors import CourseError, SandboxFault, UsageError
from autograder.wire.tier import HONEST, NONE

PACKAGES = ("numpy", "keras", "tensorflow-cpu", "tensorflow", "nbformat", "safetensors")
OLDEST = (3, 11)


@dataclass(frozen=True, slots=True)
class MachineFinding:
    """One sentence about this machine; not `ok` where something should be changed."""

    ok: bool
    text: str


def examine(course: Course) -> Iterator[MachineFinding]:
    """Everything that grading depends on, in words."""
    yield MachineFinding(
        sys.version_info >= OLDEST,
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}.",
    )
    yield MachineFinding(True, f"{_versions()}.")
    yield _bytecode()
    yield from _sandbox()
    limits = course.table.limits
    yield MachineFinding(
        True,
        f"Each exercise may take {limits.wall_seconds:g} s ({limits.cpu_seconds} s of computing),"
        f" {limits.memory_mb} MB of memory, {limits.output_mb:g} MB of output.",
    )
    yield MachineFinding(
        True,
        "Memory is counted from outside, in /proc: what a child wrote, in memory or swapped out,"
        " and its page tables.",
    )
    yield MachineFinding(True, f"{os.cpu_count()} cores, {memory_gb():.0f} GB of memory.")
    yield _sums()
    yield from _images(course)
    yield _training(course)


def _versions() -> str:
    found = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue  # one of the two TensorFlow packages is always missing
    return ", ".join(found)


def _bytecode() -> MachineFinding:
    spec = find_spec("keras")
    origin = spec.origin if spec else None
    compiled = origin is not None and (Path(origin).parent / "__pycache__").is_dir()
    if compiled:
        return MachineFinding(True, "The installed packages are compiled to bytecode.")
    return MachineFinding(
        False,
        "Packages are not compiled to bytecode, so each worker starts 7 s later than it could;"
        f" run `{sys.executable} -m compileall -q {sys.prefix}`.",
    )


def _sandbox() -> Iterator[MachineFinding]:
    try:
        sandbox = choose_sandbox(allow_unsandboxed=True)
        deeds = try_sandbox(sandbox)
    except (UsageError, OSError) as error:
        yield MachineFinding(False, f"Student code cannot be run here. {error}")
        return
    if sandbox.name == NONE:
        reasons = {other.name: problem_of(other) for other in candidates()}
        yield MachineFinding(False, f"There is no sandbox for student code. {in_words(reasons)}")
    else:
        yield MachineFinding(
            True, f"Student code is sandboxed: tier {sandbox.name!r}. {PROMISES[sandbox.name]}"
        )
    for deed, can in deeds.items():
        word = "can" if can else "cannot"
        ok = can <= (deed in possible_in(sandbox)) and (can or deed != HONEST)
        yield MachineFinding(ok, f"Student code {word} {deed}.")
    yield _worker(sandbox)


def _worker(sandbox: Sandbox) -> MachineFinding:
    """A real worker and one operation of TensorFlow in its child."""
    runner = Runner(Setup(sandbox, tuple(one.public for one in data_sets())))
    try:
        runner.warm()
    except SandboxFault as error:
        return MachineFinding(False, f"{error}")
    finally:
        runner.close()
    return MachineFinding(True, "Student code can compute with TensorFlow.")


def memory_gb() -> float:
    """How much memory this machine has."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _sums() -> MachineFinding:
    for about in data_sets():
        folder = DATA / about.name
        for line in (folder / "SHA256SUMS").read_text("ascii").splitlines():
            wanted, name = line.split(maxsplit=1)
            path = folder / name.lstrip("*")
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
                return MachineFinding(
                    False, f"{path} is not as it was shipped; install the package again."
                )
    return MachineFinding(True, "The packaged images are as they were shipped.")


def _images(course: Course) -> Iterator[MachineFinding]:
    """Where the images of each data set of the course are."""
    images = course.table.data.images
    for name in dict.fromkeys(one.data for one in course.table.assignments.values() if one.data):
        try:
            path = images_at(data_set(name), images)
        except (CourseError, UsageError) as error:
            yield MachineFinding(False, str(error))
        else:
            words = f"`load_data()` of {data_set(name).title} uses {path} (images = {images!r})."
            yield MachineFinding(True, words)


def _training(course: Course) -> MachineFinding:
    training = course.table.training
    if training.by == "child":
        return MachineFinding(True, "Student code trains by itself; its records are only its word.")
    try:
        store = TrainingStore(course.store_path, training.store_mb)
    except UsageError as error:
        return MachineFinding(False, str(error))
    held = store.statistics()
    store.close()
    return MachineFinding(
        True,
        "A trainer of ours trains;"
        f" {counted(held.entries, 'training is', 'trainings are')} remembered in"
        f" {course.store_path} ({held.megabytes:.0f} of {training.store_mb} MB).",
    )
