"""A decoded report from the fence into values that checks can trust the type and shape of.

Everything here is a claim by a process that ran student code. So every reading method either
returns a value of exactly the type and shape it names, finite throughout, or raises a `Failure`
that says what was expected and what was seen. Absence never passes, and no junk can crash a check.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.errors import Failure
from autograder.frames import Raised
from autograder.network import Layer, layer_from
from autograder.reading import (
    as_array,
    as_boolean,
    as_integer,
    as_mapping,
    as_number,
    as_numbers,
    describe,
)
from autograder.training import DataSeen, Training, data_from, training_from


class Evidence:
    """What one probe reported: named values, and the trainings that happened while it ran."""

    def __init__(self, value: Any) -> None:
        """`value` is a decoded frame; anything but a dictionary holds no evidence."""
        report = value if isinstance(value, dict) else {}
        values = report.get("values")
        self._values: dict[Any, Any] = values if isinstance(values, dict) else {}
        self._trainings = report.get("trainings")

    def raw(self, name: str) -> Any:
        """The value as decoded, of any type; raises `Failure` where it is missing."""
        if name not in self._values:
            raise Failure(f"a value for {_words(name)}", "nothing")
        return self._values[name]

    def integer(self, name: str, what: str = "", hint: str = "") -> int:
        return as_integer(self.raw(name), what or _words(name), hint)

    def number(self, name: str, what: str = "", hint: str = "") -> float:
        return as_number(self.raw(name), what or _words(name), hint)

    def boolean(self, name: str, what: str = "", hint: str = "") -> bool:
        return as_boolean(self.raw(name), what or _words(name), hint)

    def text(self, name: str, what: str = "", hint: str = "") -> str:
        value = self.raw(name)
        if not isinstance(value, str):
            raise Failure(f"{what or _words(name)} to be text", describe(value), hint)
        return value

    def raised(self, name: str, what: str = "", hint: str = "") -> Raised:
        value = self.raw(name)
        if not isinstance(value, Raised):
            raise Failure(f"{what or _words(name)} to be an exception", describe(value), hint)
        return value

    def mapping(self, name: str, what: str = "", hint: str = "") -> dict[Any, Any]:
        return as_mapping(self.raw(name), what or _words(name), hint)

    def items(self, name: str, count: int, what: str = "", hint: str = "") -> list[Any]:
        """A list of exactly `count` values of any type."""
        value = self.raw(name)
        what = what or _words(name)
        if not isinstance(value, list) or len(value) != count:
            raise Failure(f"{what} to be a list of {count} values", describe(value), hint)
        return value

    def numbers(self, name: str, what: str = "", hint: str = "") -> tuple[float, ...]:
        """A list (or a one-dimensional array) of finite numbers, not empty."""
        return as_numbers(self.raw(name), what or _words(name), hint)

    def array(
        self, name: str, shape: Sequence[int | None], what: str = "", hint: str = ""
    ) -> NDArray[np.float64]:
        """A finite array of exactly that shape (`None`: any length), as float64."""
        return as_array(self.raw(name), shape, what or _words(name), hint)

    def layers(self, name: str) -> tuple[Layer, ...]:
        """The layers of a described model, from input to output; see `network`."""
        value = self.raw(name)
        if not isinstance(value, list) or not value:
            raise Failure(f"{_words(name)} to be a Keras model", describe(value))
        return tuple(layer_from(item) for item in value)

    def data(self, name: str) -> DataSeen:
        """A description of data, as `describe.describe_data` makes one."""
        data = data_from(self.raw(name))
        if data is None:
            raise Failure(f"a description of {_words(name)}", "none")
        return data

    def trainings(self) -> tuple[Training, ...]:
        """Every call of `fit` that happened while the probe ran, in order."""
        if not isinstance(self._trainings, list):
            raise Failure("a record of the trainings", "none")
        return tuple(training_from(item) for item in self._trainings)


def _words(name: str) -> str:
    return "`" + name.replace("_", " ") + "`"
