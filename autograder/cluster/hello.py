"""What a worker process of a cluster is told, and what must be the same there as here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder.course import Course, CourseTable
from autograder.grading.keys import code_digest, versions
from autograder.grading.plan import Plan
from autograder.grading.secret import Secret
from autograder.judging.handout import Handout
from autograder.wire.dataset import DATA, data_set, images_at

# All code of ours that runs on a worker, by the names under which a difference is told.
CODE = (
    "child", "cluster", "exercises", "grading", "isolation", "judging", "recipes", "sandbox",
    "submissions", "supervision", "trainer", "training", "wire", "course.py", "records.py",
)  # fmt: skip
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Hello:
    """All that a worker grades by, and what must be the same there.

    `same` has versions, digests of code and of data, and of what each exercise is judged by.
    Images come from the worker's own package, and the folder of its trainings is its own.
    """

    table: CourseTable
    assignment: str
    slugs: tuple[str, ...]
    secret: Secret
    handout: Handout
    audit: float
    same: Mapping[str, str] = field(default_factory=dict)


def hello_for(course: Course, plan: Plan, secret: Secret) -> Hello:
    """What is said to every worker before it grades by a plan."""
    same = {**installed(course), **decisive(plan)}
    handout, audit = plan.handout, plan.setup.audit
    return Hello(course.table, plan.assignment, plan.slugs, secret, handout, audit, same)


def installed(course: Course) -> dict[str, str]:
    """Versions, and digests of code and images, of the machine that this runs on, by their names.

    Raises `UsageError` where the images that the course asks for are not there.
    """
    found = dict(_versions())
    found |= {f"code in {place}": code_digest((place,)) for place in CODE}
    wanted = dict.fromkeys(one.data for one in course.table.assignments.values() if one.data)
    for name in wanted:
        found[f"hidden images of {name}"] = _digest(DATA / name / "hidden")
        found[f"images of {name}"] = _digest(images_at(data_set(name), course.table.data.images))
    return found


def decisive(plan: Plan) -> dict[str, str]:
    """Digests of all that decides what is refused and what becomes of each exercise."""
    keys = {f"what {slug} is judged by": keys.judge for slug, keys in plan.keys.items()}
    return {"what is refused": plan.digest, **keys}


def differences(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """What is not the same, each by its name and as it is there and here."""
    return [
        f"{name} is {_shown(there.get(name))} there and {_shown(here.get(name))} here"
        for name in {**here, **there}
        if here.get(name) != there.get(name)
    ]


def _shown(value: str | None) -> str:
    return "missing" if value is None else value[:SHOWN]


def _versions() -> Iterator[tuple[str, str]]:
    python, *packages = versions()
    yield "Python", python
    for package in packages:
        name, number = package.split()
        yield name, number
    with suppress(PackageNotFoundError):
        yield "distributed", version("distributed")


def _digest(place: Path) -> str:
    """A digest of a file, or of all files in a folder."""
    digest = hashlib.sha256()
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    for file in (one for one in files if one.is_file()):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
