"""Decoded values into exactly the type and shape that a check asks for, or a `Failure` in words.

What comes from the sandbox may be anything. Absence and junk never pass, and never crash a check.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.expect import show
from autograder.wire.errors import Failure
from autograder.wire.explain import ASTRAY, NOT_CALLED, NOTHING, kind_in_words
from autograder.wire.frames import Raised, Thing

RUN_TO_ITS_END = "your code to run to its end"
LEAVE = "Leave numbers as they are: only what is printed is made text."
# What only code can bring about that meddles with the grader's own reports.
UNTOUCHED = "Let your functions return what they compute, and touch nothing else."
MOST_KEYS = 12
LONGEST_SERIES = 10_000
MOST_VALUES = 2**22
LARGEST_WHOLE = 1e15


def describe(value: Any) -> str:
    """A decoded value of any type, in words for the student."""
    if value is None or isinstance(value, (bool, Thing, Raised)):
        return show(value)
    if isinstance(value, np.ndarray):
        return f"an array of shape {_shape(value.shape)}"
    if isinstance(value, float) and value.is_integer() and abs(value) < LARGEST_WHOLE:
        return f"{value:.1f} (a number with a decimal point)"
    return f"{show(value)} ({kind_in_words(type(value).__name__)})"


def unlike(value: Any, what: str, wanted: str, hint: str) -> Failure:
    """The failure of a value that is not what was wanted, with a next step that fits what it is."""
    if value is None:
        hint = NOTHING
    elif isinstance(value, Thing) and kind_in_words(value.type) == kind_in_words("function"):
        hint = NOT_CALLED
    return Failure(f"{what} to be {wanted}", describe(value), hint)


def as_integer(value: Any, what: str, hint: str = UNTOUCHED) -> int:
    """A decoded value as a whole number; raises `Failure`, as all of these do."""
    if isinstance(value, bool) or not isinstance(value, int):
        one = isinstance(value, np.ndarray) and value.size == 1
        whole = isinstance(value, float) and value.is_integer()
        digits = isinstance(value, str) and value.strip().isdecimal()
        hint = "`int(...)` makes a whole number of it." if one or whole or digits else hint
        raise unlike(value, what, "a whole number", hint)
    return value


def as_number(value: Any, what: str, hint: str = UNTOUCHED) -> float:
    """A finite number, whole or not."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise unlike(value, what, "a number", LEAVE if isinstance(value, str) else hint)
    if not math.isfinite(value):
        raise Failure(f"{what} to be a finite number", str(value), ASTRAY)
    return float(value)


def as_boolean(value: Any, what: str, hint: str = UNTOUCHED) -> bool:
    """True or False."""
    if not isinstance(value, bool):
        text = isinstance(value, str) and value in ("True", "False")
        hint = "Leave the quotation marks out." if text else hint
        raise unlike(value, what, "True or False", hint)
    return value


def as_mapping(value: Any, what: str, hint: str = UNTOUCHED) -> dict[Any, Any]:
    """A dictionary of anything."""
    if not isinstance(value, dict):
        raise unlike(value, what, "a dictionary", hint)
    return value


def as_entry(mapping: dict[Any, Any], key: Any, what: str, hint: str) -> Any:
    """What a dictionary has under a key; the failure names the keys that there are."""
    if key not in mapping:
        keys = ", ".join(map(show, list(mapping)[:MOST_KEYS])) or "no keys"
        raise Failure(f"the key {show(key)} in {what}", keys, hint)
    return mapping[key]


def as_returned(value: Any, hint: str = "") -> Any:
    """What a function of the student's returned, of a report that `student.attempt` made.

    `hint` takes the place of the report's own.
    """
    report = as_mapping(value, "the report of a function")
    trouble, step = report.get("trouble"), hint or report.get("hint")
    if not isinstance(trouble, str) or trouble or "returned" not in report:
        seen = trouble if isinstance(trouble, str) and trouble else "no report of it"
        wanted = report.get("expected")
        expected = wanted if isinstance(wanted, str) and wanted else RUN_TO_ITS_END
        raise Failure(expected, seen, step if isinstance(step, str) and step else UNTOUCHED)
    return report["returned"]


def as_numbers(value: Any, what: str, hint: str = UNTOUCHED) -> tuple[float, ...]:
    """A list (or one-dimensional array) of finite numbers, not empty."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    if not isinstance(value, list) or not 0 < len(value) <= LONGEST_SERIES:
        raise unlike(value, what, "a list of numbers", LEAVE if isinstance(value, str) else hint)
    return tuple(as_number(item, what, hint) for item in value)


def as_array(
    value: Any, shape: Sequence[int | None], what: str, hint: str = UNTOUCHED
) -> NDArray[np.float64]:
    """A finite array (or nested list) of exactly that shape (`None`: any length), as float64."""
    array = _array_of(value) if isinstance(value, list) else value
    if not isinstance(array, np.ndarray) or array.dtype.kind not in "biuf":
        text = isinstance(value, str) or (isinstance(value, list) and str in map(type, value))
        raise unlike(value, what, f"an array of shape {_shape(shape)}", LEAVE if text else hint)
    if array.ndim != len(shape) or any(
        length not in (None, seen) for length, seen in zip(shape, array.shape, strict=True)
    ):
        raise unlike(array, what, f"an array of shape {_shape(shape)}", hint)
    array = array.astype(np.float64)
    if not np.isfinite(array).all():
        raise Failure(f"{what} to hold finite numbers only", "NaN or infinity", ASTRAY)
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
    """A shape as Python prints it, `(10,)` with its comma."""
    lengths = ["any" if length is None else str(length) for length in shape]
    return f"({lengths[0]},)" if len(lengths) == 1 else f"({', '.join(lengths)})"
