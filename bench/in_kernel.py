"""An exercise's probes and checks in the process that holds the student's functions.

This is how the bench makes Otter ask the same eight questions: one call in each test file. It is
for measuring only; in a kernel, student code could change every verdict.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from autograder.course import find_course
from autograder.dataset import PUBLIC, load
from autograder.fitting import Fitting
from autograder.frames import HEADER, decode, encode
from autograder.judge import judge
from autograder.records import Observation, Outcome, Verdict
from autograder.student import Student
from autograder.task import make_task

ROOT = Path(__file__).parent.parent
_fitting: list[Fitting] = []


def ask(slug: str, names: dict[str, Any]) -> None:
    """Raises `AssertionError` with the first failed check's words."""
    import keras

    if not _fitting:
        _fitting.append(Fitting(None))
    course = find_course(ROOT)
    assignment, _table = course.assignment(None)
    task = make_task(course, assignment, slug)
    images = load(PUBLIC)
    public = {name: getattr(images, name).copy() for name in images.__dataclass_fields__}
    evidence = {}
    for probe in task.exercise.probes:
        keras.utils.set_random_seed(task.seed)
        _fitting[0].begin()
        values = probe(Student(names, ()), SimpleNamespace(**public, **task.truth.given))
        report = encode({"values": values, "trainings": _fitting[0].take()})
        evidence[probe.__name__] = decode(report[HEADER.size :])
    seen = Observation(Outcome.FINISHED, evidence=evidence)
    for check in judge(task.exercise, seen, task.truth).checks:
        if check.verdict is not Verdict.PASSED:
            raise AssertionError(f"{check.sentence} Expected {check.expected}; seen {check.seen}.")
