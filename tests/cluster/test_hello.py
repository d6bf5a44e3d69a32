"""A worker with other versions, code, images or exercises is told from one that grades as here."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.cluster import hello as module
from autograder.cluster.hello import CODE, decisive, differences, installed
from autograder.grading.keys import Keys, code_digest, files_of
from autograder.grading.plan import Plan
from autograder.sandbox.launch import Sandbox
from autograder.supervision.runner import Setup
from autograder.wire.tier import FULL
from tests import tiny
from tests.own_course import COURSE
from tests.test_imports import MAY_IMPORT


def test_what_differs_is_named_with_both_values() -> None:
    """What is missing on one side is a difference; what is the same is not told."""
    here = {"keras": "3.10.0", "numpy": "2.1", "code in judging": "0123456789abcdef0123"}
    there = {"keras": "3.9.0", "numpy": "2.1", "code in trainer": "1"}
    assert differences(here, there) == [
        "keras is 3.9.0 there and 3.10.0 here",
        "code in judging is missing there and 0123456789ab here",
        "code in trainer is 1 there and missing here",
    ]


def test_all_code_that_grades_is_compared() -> None:
    """Every package that a worker may load, but those that only write reports and proofs."""
    elsewhere = {"export", "gradescope", "notebooks", "proofs", "report"}
    compared = {place for place in CODE if "." not in place}
    assert compared == {*MAY_IMPORT} - elsewhere
    assert all(files_of((place,)) for place in CODE)


def test_versions_and_images_are_compared() -> None:
    """Hidden images too, which are in the package alone."""
    found = installed(COURSE)
    names = {"Python", "keras", "numpy", "distributed", "hidden images of fashion_mnist"}
    assert names <= found.keys()
    assert all(found.values())


def test_another_file_is_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """One changed line of a check is enough."""
    before = installed(COURSE)
    changed = PACKAGE / "judging" / "judge.py"

    def read(path: Path) -> bytes:
        return path.read_bytes() + b"#" * (path == changed)

    monkeypatch.setattr(module, "code_digest", lambda places: code_digest(places, read))
    (told,) = differences(before, installed(COURSE))
    assert told.startswith("code in judging is ")


def test_what_an_exercise_is_judged_by_is_compared() -> None:
    """Whatever it follows from: a limit, a secret, a definition."""
    plans = [
        Plan(
            "small",
            (tiny.task().__class__(tiny.exercise, tiny.LIMITS, tiny.truth(), 1, keys=keys),),
            Setup(Sandbox(FULL)),
            "digest",
        )
        for keys in (Keys("run", "judge", ""), Keys("run", "stricter", ""))
    ]
    assert differences(decisive(plans[0]), decisive(plans[1])) == [
        "what double is judged by is stricter there and judge here"
    ]
