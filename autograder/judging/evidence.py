"""A decoded report from the sandbox into values that checks can trust the type and shape of.

All values are claims by a process that ran student code. So every reading method either returns a
value of exactly the type and shape it names, finite throughout, or raises a `Failure` that says
what was expected and what was seen. Absence never passes, and no junk can crash a check.

Trainings are facts where the trainer did them, and claims only where a course does without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.fits import FitRecord, training_from
from autograder.judging.values import (
    UNTOUCHED,
    as_array,
    as_boolean,
    as_integer,
    as_mapping,
    as_number,
    as_numbers,
    unlike,
)
from autograder.records import Observation
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised

# Far more than anybody waits for; each is read for each check that looks at them.
MOST_CLAIMS = 1_000


class Evidence:
    """What one probe reported: named values, and the trainings that happened while it ran.

    `classes` are those that a check found for the hidden images (`trained.classified`), if one did.
    """

    def __init__(self, value: Any, facts: Sequence[FitRecord] | None = None) -> None:
        """`value` is a decoded frame; anything but a dictionary holds no evidence.

        `facts` are the trainings that the trainer did for the probe; `None` where there is no
        trainer, and the records in the report count.
        """
        report = value if isinstance(value, dict) else {}
        values = report.get("values")
        self._values: dict[Any, Any] = values if isinstance(values, dict) else {}
        self._claims = report.get("trainings")
        self._facts = facts
        self.classes: NDArray[np.int64] | None = None

    def raw(self, name: str) -> Any:
        """The value as decoded, of any type; raises `Failure` where it is missing."""
        if name not in self._values:
            raise Failure(f"a value for {_words(name)}", "nothing", UNTOUCHED)
        return self._values[name]

    def integer(self, name: str, what: str = "", hint: str = UNTOUCHED) -> int:
        return as_integer(self.raw(name), what or _words(name), hint)

    def number(self, name: str, what: str = "", hint: str = UNTOUCHED) -> float:
        return as_number(self.raw(name), what or _words(name), hint)

    def boolean(self, name: str, what: str = "", hint: str = UNTOUCHED) -> bool:
        return as_boolean(self.raw(name), what or _words(name), hint)

    def text(self, name: str, what: str = "", hint: str = UNTOUCHED) -> str:
        value = self.raw(name)
        if not isinstance(value, str):
            raise unlike(value, what or _words(name), "a text", hint)
        return value

    def raised(self, name: str, what: str = "", hint: str = UNTOUCHED) -> Raised:
        value = self.raw(name)
        if not isinstance(value, Raised):
            raise unlike(value, what or _words(name), "an exception", hint)
        return value

    def mapping(self, name: str, what: str = "", hint: str = UNTOUCHED) -> dict[Any, Any]:
        return as_mapping(self.raw(name), what or _words(name), hint)

    def items(self, name: str, count: int, what: str = "", hint: str = UNTOUCHED) -> list[Any]:
        """A list of exactly `count` values of any type."""
        value = self.raw(name)
        what = what or _words(name)
        if not isinstance(value, list) or len(value) != count:
            raise unlike(value, what, f"a list of {count} values", hint)
        return value

    def numbers(self, name: str, what: str = "", hint: str = UNTOUCHED) -> tuple[float, ...]:
        """A list (or a one-dimensional array) of finite numbers, not empty."""
        return as_numbers(self.raw(name), what or _words(name), hint)

    def array(
        self, name: str, shape: Sequence[int | None], what: str = "", hint: str = UNTOUCHED
    ) -> NDArray[np.float64]:
        """A finite array of exactly that shape (`None`: any length), as float64."""
        return as_array(self.raw(name), shape, what or _words(name), hint)

    def trainings(self) -> tuple[FitRecord, ...]:
        """Every call of `fit` that happened while the probe ran, in order.

        Raises `Failure` when one of them is not known for what it was.
        """
        if not isinstance(self._claims, list):
            raise Failure("a record of the trainings", "none", UNTOUCHED)
        if len(self._claims) > MOST_CLAIMS:
            more = f"one of more than {MOST_CLAIMS:,}"
            raise Failure("a record of the trainings", more, UNTOUCHED)
        claims = tuple(map(training_from, self._claims))
        for claim in claims:
            if claim.unrepeatable or self._facts is not None:
                raise Failure(
                    "trainings that the grader can repeat",
                    f"one that it cannot: {claim.unrepeatable or 'it is not among its own'}",
                    "Train as the introduction does: Keras's own layers, and arrays for `fit`.",
                )
        return claims if self._facts is None else tuple(self._facts)


def evidence_of(observation: Observation, probe: str) -> Evidence:
    """What was observed of one probe."""
    facts = observation.trainings.get(probe, ()) if observation.trained_by == "trainer" else None
    return Evidence(observation.evidence.get(probe), facts)


def _words(name: str) -> str:
    return "`" + name.replace("_", " ") + "`"
