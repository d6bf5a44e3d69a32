"""Decoded values into exactly the type and shape that a check asks for, or a `Failure` in words.

What comes from the fence may be anything. Absence and junk never pass, and never crash a check.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.errors import Failure
from autograder.expect import show
from autograder.frames import Raised, Thing

LONGEST_SERIES = 10_000
MOST_VALUES = 2**22


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


def as_returned(value: Any) -> Any:
    """What a function of the student's returned, of a report that `student.attempt` made."""
    report = as_mapping(value, "the report of a function")
    trouble, hint = report.get("trouble"), report.get("hint", "")
    if not isinstance(trouble, str) or trouble or "returned" not in report:
        seen = trouble if isinstance(trouble, str) and trouble else "no report of it"
        raise Failure("your code to run to its end", seen, hint if isinstance(hint, str) else "")
    return report["returned"]


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
    """Nested lists as an array; `None` where they hold more than an ordinary count of numbers.

    NumPy gives every item the size of the largest, so that one long text among them could exhaust
    the judge's memory, and one array that is named a thousand times as well.
    """
    values, pending = 0, list(value)
    while pending and values <= MOST_VALUES:
        item = pending.pop()
        if isinstance(item, list):
            pending += item
        elif isinstance(item, np.ndarray):
            values += item.size
        elif isinstance(item, (bool, int, float)):
            values += 1
        else:
            return None
    try:
        return None if pending else np.asarray(value)
    except ValueError:  # nested unevenly
        return None


def _shape(shape: Sequence[int | None]) -> str:
    return "(" + ", ".join("any" if length is None else str(length) for length in shape) + ")"
