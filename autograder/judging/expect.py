"""Comparisons that raise a `Failure` with what was expected, what was seen and a hint.

Every check of every exercise is written with these, so that students read one style of message.
A `Threshold` is a comparison with a number that training can only approach: whoever measures
margins listens to it through `listening`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from typing import Any

from autograder.wire.errors import Failure
from autograder.wire.explain import kind_in_words
from autograder.wire.frames import Raised, Thing

Measurement = tuple["Threshold", float]
_listeners: ContextVar[list[Measurement] | None] = ContextVar("listeners", default=None)

LONGEST_SHOWN = 160
MOST_SHOWN = 12
DEEPEST_SHOWN = 2


def show(value: Any, depth: int = 0) -> str:
    """A value as a student would write it, shortened; `depth` says how many lists it lies in."""
    if isinstance(value, bool) or value is None:
        text = str(value)
    elif isinstance(value, float):
        text = f"{value:.4g}"
    elif isinstance(value, (int, str)):
        text = repr(value)
    elif isinstance(value, (list, tuple, dict)) and depth > DEEPEST_SHOWN:
        text = "…"
    elif isinstance(value, (list, tuple)):
        text = "[" + ", ".join(show(item, depth + 1) for item in value[:MOST_SHOWN]) + "]"
    elif isinstance(value, Thing):
        text = kind_in_words(value.type)
    elif isinstance(value, Raised):
        text = f"an exception, {value.types[0] if value.types else 'unnamed'}"
    elif isinstance(value, dict):
        pairs = islice(value.items(), MOST_SHOWN)
        text = "{" + ", ".join(f"{show(k)}: {show(v, depth + 1)}" for k, v in pairs) + "}"
    else:
        text = str(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def that(condition: bool, *, expected: str, seen: str, hint: str = "") -> None:
    """`condition` holds."""
    if not condition:
        raise Failure(expected, seen, hint)


def equal(value: Any, wanted: Any, what: str, hint: str = "") -> None:
    """`value` is `wanted`; `what` names the value, as in "the number of outputs"."""
    if value != wanted:
        raise Failure(f"{what} to be {show(wanted)}", show(value), hint)


def close(value: float, wanted: float, what: str, *, within: float, hint: str = "") -> None:
    """`value` lies within `within` of `wanted` (an absolute difference)."""
    if not abs(value - wanted) <= within:
        raise Failure(f"{what} to be about {show(wanted)}", show(value), hint)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A bound on something training decides; exactly one of the two bounds is set.

    `what` names the measured value, as in "the share of unseen images classified correctly".
    """

    what: str
    at_least: float | None = None
    at_most: float | None = None
    percent: bool = False

    def check(self, value: float, hint: str = "") -> None:
        """`value` keeps the bound; NaN never does."""
        listeners = _listeners.get()
        if listeners is not None:
            listeners.append((self, value))
        if not self.margin(value) >= 0:
            raise Failure(self.sentence(), self.show(value), hint)

    def margin(self, value: float) -> float:
        """How far `value` is on the right side of the bound; negative on the wrong one."""
        if self.at_least is not None:
            return value - self.at_least
        assert self.at_most is not None  # noqa: S101 - tells the type checker what the class says
        return self.at_most - value

    def sentence(self) -> str:
        word, bound = (
            ("at least", self.at_least) if self.at_least is not None else ("at most", self.at_most)
        )
        assert bound is not None  # noqa: S101 - tells the type checker what the class says
        return f"{self.what} to be {word} {self.show(bound)}"

    def show(self, value: float) -> str:
        return f"{100 * value:.4g}%" if self.percent else show(value)


@contextmanager
def listening() -> Iterator[list[Measurement]]:
    """Every value that a threshold is asked about inside the `with` block, in order."""
    measurements: list[Measurement] = []
    token = _listeners.set(measurements)
    try:
        yield measurements
    finally:
        _listeners.reset(token)
