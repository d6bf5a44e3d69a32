"""Spoils a good observation: what a broken or dishonest sandbox could report.

Used to prove that no junk crashes the judge or earns a point.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.records import Observation
from autograder.wire.frames import Raised, Thing

HUGE = 10**15
WRONG: dict[str, Any] = {
    "nothing": None,
    "NaN": float("nan"),
    "infinity": float("inf"),
    "a negative number": -7,
    "a huge number": HUGE,
    "text": "9",
    "an empty list": [],
    "an empty dictionary": {},
    "nested lists": [[[[]]], {"a": [{}]}],
    "an unknown object": Thing("Model", "<Model>"),
    "an exception": Raised(("Exception",), ""),
    "an array of another shape": np.zeros((3, 1, 4)),
    "an empty array": np.zeros((0, 10)),
    "an array of NaN": np.full((1000, 10), np.nan),
    "an array of true": np.ones((1000, 10), bool),
}


def all_junk(observation: Observation) -> Iterator[tuple[str, Observation]]:
    """Observations in which nothing true is left: no check may pass on any of them."""
    observation = without_trainings(observation)
    yield "no report", replace(observation, evidence={})
    for name, value in WRONG.items():
        reports: dict[str, Any] = dict.fromkeys(observation.evidence, value)
        yield f"every report is {name}", replace(observation, evidence=reports)
        reports = {
            probe: {"values": dict.fromkeys(report["values"], value), "trainings": value}
            for probe, report in observation.evidence.items()
        }
        yield f"every value is {name}", replace(observation, evidence=reports)


def without_trainings(observation: Observation) -> Observation:
    """The same report by student code, of which the trainer has done none of the trainings."""
    return replace(observation, trainings={})


def spoilt(observation: Observation) -> Iterator[tuple[str, Observation]]:
    """Observations with one value spoilt, at any depth: no check may crash on any of them."""
    for probe, report in observation.evidence.items():
        for path in _paths(report):
            for name, value in WRONG.items():
                evidence = {**observation.evidence, probe: _put(report, path, value)}
                where = ".".join(map(str, (probe, *path)))
                yield f"{where} is {name}", replace(observation, evidence=evidence)


def _paths(tree: Any, depth: int = 0) -> Iterator[tuple[Any, ...]]:
    """The places inside nested dictionaries and lists; of a list, its first two items' only."""
    items: list[tuple[Any, Any]] = []
    if isinstance(tree, dict):
        items = list(tree.items())
    elif isinstance(tree, list):
        items = list(enumerate(tree[:2]))
    for key, item in items:
        yield (key,)
        for path in _paths(item, depth + 1):
            yield (key, *path)


def _put(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = tree.copy()
    copy[path[0]] = _put(tree[path[0]], path[1:], value)
    return copy
