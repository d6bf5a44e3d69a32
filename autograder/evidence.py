"""A decoded report from the fence into values that checks can trust the type and shape of.

Everything here is a claim by a process that ran student code. So every reading method either
returns a value of exactly the type and shape it names, finite throughout, or raises a `Failure`
that says what was expected and what was seen. Absence never passes, and no junk can crash a check.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.errors import Failure
from autograder.expect import show
from autograder.frames import Raised, Thing
from autograder.network import Layer, layer_from

LONGEST_SERIES = 10_000


@dataclass(frozen=True, slots=True)
class DataSeen:
    """What a training was given: how many rows, of which shape, between which values.

    `digest` identifies the exact values, dtype and shape; equal digests mean equal data. `mean`
    compares data that only differ in dtype or shape.
    """

    count: int
    shape: tuple[int, ...]
    minimum: float
    maximum: float
    digest: str
    mean: float = 0.0


@dataclass(frozen=True, slots=True)
class Training:
    """One call of `fit` as recorded in the fence.

    `first_step` is how many steps the optimiser had taken before: 0 means a fresh start. `logs`
    has one value an epoch for each metric that stayed finite. `raised` is the exception that ended
    it, if any.
    """

    layers: tuple[Layer, ...]
    loss: str
    from_logits: bool
    optimizer: str
    metrics: tuple[str, ...]
    epochs: int
    first_step: int
    images: DataSeen | None
    labels: DataSeen | None
    validation: DataSeen | None
    logs: Mapping[str, tuple[float, ...]]
    raised: Raised | None


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
        try:
            data = _data_seen(self.raw(name))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            data = None
        if data is None:
            raise Failure(f"a description of {_words(name)}", "none that can be read")
        return data

    def trainings(self) -> tuple[Training, ...]:
        """Every call of `fit` that happened while the probe ran, in order."""
        if not isinstance(self._trainings, list):
            raise Failure("a record of the trainings", "none")
        return tuple(_training(item) for item in self._trainings)


def describe(value: Any) -> str:
    """A decoded value of any type, in words for the student."""
    if value is None:
        return "None (is a `return` missing?)"
    if isinstance(value, Thing):
        return f"an object of type {value.type}"
    if isinstance(value, Raised):
        return f"an exception, {value.types[0] if value.types else 'unnamed'}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {_shape(value.shape)}"
    kinds = {bool: "True or False", int: "a whole number", float: "a number", str: "text"}
    kind = kinds.get(type(value), f"a {type(value).__name__}")
    return f"{show(value)} ({kind})" if type(value) is not bool else show(value)


def as_integer(value: Any, what: str, hint: str = "") -> int:
    """A decoded value as a whole number; raises `Failure`, as all of these do."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Failure(f"{what} to be a whole number", describe(value), hint)
    return value


def as_number(value: Any, what: str, hint: str = "") -> float:
    """A finite number, whole or not."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Failure(f"{what} to be a number", describe(value), hint)
    if not math.isfinite(value):
        raise Failure(f"{what} to be a finite number", str(value), hint)
    return float(value)


def as_boolean(value: Any, what: str, hint: str = "") -> bool:
    """True or False."""
    if not isinstance(value, bool):
        raise Failure(f"{what} to be True or False", describe(value), hint)
    return value


def as_mapping(value: Any, what: str, hint: str = "") -> dict[Any, Any]:
    """A dictionary of anything."""
    if not isinstance(value, dict):
        raise Failure(f"{what} to be a dictionary", describe(value), hint)
    return value


def as_numbers(value: Any, what: str, hint: str = "") -> tuple[float, ...]:
    """A list (or one-dimensional array) of finite numbers, not empty."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    if not isinstance(value, list) or not 0 < len(value) <= LONGEST_SERIES:
        raise Failure(f"{what} to be a list of numbers", describe(value), hint)
    return tuple(as_number(item, what, hint) for item in value)


def as_array(
    value: Any, shape: Sequence[int | None], what: str, hint: str = ""
) -> NDArray[np.float64]:
    """A finite array (or nested list) of exactly that shape (`None`: any length), as float64."""
    array = _array_of(value) if isinstance(value, list) else value
    if not isinstance(array, np.ndarray) or array.dtype.kind not in "biuf":
        raise Failure(f"{what} to be an array of shape {_shape(shape)}", describe(value), hint)
    if array.ndim != len(shape) or any(
        length not in (None, seen) for length, seen in zip(shape, array.shape, strict=True)
    ):
        seen_shape = f"an array of shape {_shape(array.shape)}"
        raise Failure(f"{what} to be an array of shape {_shape(shape)}", seen_shape, hint)
    array = array.astype(np.float64)
    if not np.isfinite(array).all():
        raise Failure(f"{what} to hold finite numbers only", "NaN or infinity", hint)
    return array


def _array_of(value: list[Any]) -> Any:
    try:
        return np.asarray(value)
    except ValueError:  # nested unevenly
        return None


def _training(item: Any) -> Training:
    if not isinstance(item, dict):
        raise Failure("a record of the training", "one that cannot be read")
    try:
        return Training(
            layers=tuple(layer_from(layer) for layer in item["layers"]),
            loss=str(item["loss"]),
            from_logits=item["from_logits"] is True,
            optimizer=str(item["optimizer"]),
            metrics=tuple(str(name) for name in item["metrics"]),
            epochs=int(item["epochs"]),
            first_step=int(item["first_step"]),
            images=_data_seen(item["images"]),
            labels=_data_seen(item["labels"]),
            validation=_data_seen(item["validation"]),
            logs=_logs(item["logs"]),
            raised=item["raised"] if isinstance(item["raised"], Raised) else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, IndexError) as error:
        raise Failure("a record of the training", "one that cannot be read") from error


def _logs(item: dict[Any, Any]) -> dict[str, tuple[float, ...]]:
    """The series that are finite throughout; one that diverged must not spoil the others."""
    logs = {}
    for name, series in item.items():
        with contextlib.suppress(Failure):
            logs[str(name)] = as_numbers(series, "the logs")
    return logs


def _data_seen(item: Any) -> DataSeen | None:
    if item is None:
        return None
    if not isinstance(item, dict):
        raise TypeError("not a description of data")
    return DataSeen(
        count=int(item["count"]),
        shape=tuple(int(length) for length in item["shape"]),
        minimum=as_number(item["minimum"], "the smallest value of the data"),
        maximum=as_number(item["maximum"], "the largest value of the data"),
        digest=str(item["digest"]),
        mean=as_number(item.get("mean", 0.0), "the mean of the data"),
    )


def _words(name: str) -> str:
    return "`" + name.replace("_", " ") + "`"


def _shape(shape: Sequence[int | None]) -> str:
    return "(" + ", ".join("any" if length is None else str(length) for length in shape) + ")"
