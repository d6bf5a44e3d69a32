"""Comparisons that raise a `Failure`: the name of a message, what was expected and what was seen.

Every check of every exercise is written with these, so that students read one style of message. The
message's words are declared by the exercise (`Exercise.messages`) or in the catalogue.
A `Threshold` is a comparison with a number that training can only approach: whatever measures
margins listens to it through `listening`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from autograder.wire.errors import Failure
from autograder.wire.frames import Raised, Thing
from autograder.wire.messages import Message, Value, kind, message

Measurement = tuple["Threshold", float]
_listeners: ContextVar[list[Measurement] | None] = ContextVar("listeners", default=None)

LONGEST_TEXT = 160
MOST_ITEMS = 12
DEEPEST = 2


def shown(value: Any, depth: int = 0) -> Value:  # noqa: PLR0911 - a return for each kind
    """A value of any type as one of a message's: shortened, and free of what JSON cannot say."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, (bool, int, Message)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, str):
        return message("value.text", text=shortened(value))
    if isinstance(value, (list, tuple, dict)):
        return _container(value, depth) if depth <= DEEPEST else "…"
    if isinstance(value, Thing):
        return kind(value.type)
    if isinstance(value, Raised):
        return message("value.exception", type=value.types[0] if value.types else "unnamed")
    if isinstance(value, np.ndarray) and value.size > MOST_ITEMS:
        return message("value.array", shape=str(value.shape))
    return shortened(str(value))


def _container(value: Any, depth: int) -> Message:
    if isinstance(value, dict):
        entries = [
            message("value.entry", key=shown(key, DEEPEST + 1), value=shown(item, depth + 1))
            for key, item in islice(value.items(), MOST_ITEMS)
        ]
        return message("value.dictionary", entries=[*entries])
    items = [shown(item, depth + 1) for item in value[:MOST_ITEMS]]
    return message("value.list", items=[item for item in items if not isinstance(item, list)])


def shortened(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def that(condition: bool, name: str, /, **values: Value) -> None:
    """`condition` holds; `values` are those that the message's words name."""
    if not condition:
        raise Failure(name, **values)


def equal(value: Any, wanted: Any, name: str, /, **values: Value) -> None:
    """`value` is `wanted`."""
    if value != wanted:
        raise Failure(name, **{"expected": shown(wanted), "seen": shown(value), **values})


def close(value: float, wanted: float, name: str, /, *, within: float, **values: Value) -> None:
    """`value` lies within `within` of `wanted` (an absolute difference)."""
    if not abs(value - wanted) <= within:
        about = message("value.about", value=shown(wanted))
        raise Failure(name, **{"expected": about, "seen": shown(value), **values})


# Of what spans orders of magnitude; nothing that is measured needs smaller ones.
SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Threshold:
    """A bound on something training decides; exactly one of the two bounds is set.

    `name` is the message's, which says what is measured. What `by_factor` spans orders of
    magnitude, so its margin is in them too: the logarithm of how many times the bound a value is.
    """

    name: str
    at_least: float | None = None
    at_most: float | None = None
    percent: bool = False
    by_factor: bool = False

    def check(self, value: float, /, **values: Value) -> None:
        """`value` keeps the bound; NaN never does."""
        listeners = _listeners.get()
        if listeners is not None:
            listeners.append((self, value))
        if not self.margin(value) >= 0:
            raise Failure(self.name, expected=self.expected, seen=self._shown(value), **values)

    @property
    def expected(self) -> Message:
        """The bound, as a message."""
        kind = "at_most" if self.at_least is None else "at_least"
        return message(f"value.{kind}", bound=self._shown(self.bound))

    @property
    def bound(self) -> float:
        bound = self.at_most if self.at_least is None else self.at_least
        assert bound is not None  # noqa: S101 - tells the type checker what the class says
        return bound

    def margin(self, value: float) -> float:
        """How far `value` is on the right side of the bound; negative on the wrong one."""
        over = self._scaled(value) - self._scaled(self.bound)
        return -over if self.at_least is None else over

    def _scaled(self, value: float) -> float:
        return math.log(max(value, SMALLEST)) if self.by_factor else value

    def _shown(self, value: float) -> Value:
        return message("value.percent", share=shown(value)) if self.percent else shown(value)


@contextmanager
def listening() -> Iterator[list[Measurement]]:
    """Every value that a threshold is asked about inside the `with` block, in order."""
    measurements: list[Measurement] = []
    token = _listeners.set(measurements)
    try:
        yield measurements
    finally:
        _listeners.reset(token)
