"""Reads decoded values as exactly the type and shape that a check asks for, or raises a `Failure`.

What comes from the sandbox may be anything. Absence and junk never pass, and never crash a check.
Each function takes the name of the message whose words say what the value is; it adds what was
expected, what was seen, and a next step where what was seen suggests one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.expect import shown
from autograder.judging.problem import failure_of, problem_from
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised, Thing
from autograder.wire.messages import Message, Value, kind, message

MOST_KEYS = 12
LONGEST_SERIES = 10_000
MOST_VALUES = 2**22
LARGEST_WHOLE = 1e15
# What Python calls a function that was not called.
FUNCTIONS = ("function", "method", "builtin_function_or_method")


def described(value: Any) -> Value:
    """A decoded value of any type, with its type where the value alone does not show it."""
    if value is None or isinstance(value, (bool, Thing, Raised)):
        return shown(value)
    if isinstance(value, np.ndarray):
        return message("value.array", shape=shape_text(value.shape))
    if isinstance(value, float) and value.is_integer() and abs(value) < LARGEST_WHOLE:
        return message("value.decimal", value=value)
    return message("value.typed", value=shown(value), kind=kind(type(value).__name__))


def unlike(value: Any, expected: Message, name: str, hint: str = "", /, **values: Value) -> Failure:
    """The failure of a value that is not what was expected, with a step that fits what it is.

    `hint` names a message that knows better than the exercise what to try next.
    """
    if value is None:
        hint = "hint.nothing"
    elif isinstance(value, Thing) and value.type in FUNCTIONS:
        hint = "hint.not_called"
    step = {"hint": message(hint)} if hint else {}
    return Failure(name, **{**values, **step, "expected": expected, "seen": described(value)})


def as_integer(value: Any, name: str, /, **values: Value) -> int:
    """A decoded value as a whole number; raises `Failure`, as all of these do."""
    if isinstance(value, bool) or not isinstance(value, int):
        one = isinstance(value, np.ndarray) and value.size == 1
        whole = isinstance(value, float) and value.is_integer()
        digits = isinstance(value, str) and value.strip().isdecimal()
        hint = "hint.make_it_whole" if whole or digits else "hint.take_the_number" if one else ""
        raise unlike(value, message("value.whole_number"), name, hint, **values)
    return value


def as_number(value: Any, name: str, /, **values: Value) -> float:
    """A finite number, whole or not."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        hint = "hint.leave_numbers" if isinstance(value, str) else ""
        raise unlike(value, message("value.number"), name, hint, **values)
    if not math.isfinite(value):
        raise _diverged(name, message("value.finite_number"), str(value), values)
    return float(value)


def as_scalar(value: Any, name: str, /, **values: Value) -> float:
    """A finite number, by itself or as an array or tensor of shape ()."""
    one = isinstance(value, np.ndarray) and value.ndim == 0 and value.dtype.kind in "iuf"
    return as_number(value.item() if one else value, name, **values)


def as_boolean(value: Any, name: str, /, **values: Value) -> bool:
    """True or False."""
    if not isinstance(value, bool):
        text = isinstance(value, str) and value in ("True", "False")
        hint = "hint.no_quotation_marks" if text else ""
        raise unlike(value, message("value.boolean"), name, hint, **values)
    return value


def as_mapping(value: Any, name: str, /, **values: Value) -> dict[Any, Any]:
    """A dictionary of anything."""
    if not isinstance(value, dict):
        raise unlike(value, message("value.a_dictionary"), name, **values)
    return value


def as_entry(mapping: dict[Any, Any], key: Any, name: str, /, **values: Value) -> Any:
    """What a dictionary has under a key; the failure names the keys that there are."""
    if key not in mapping:
        keys = shown(list(mapping)[:MOST_KEYS])
        seen = message("value.keys", keys=keys) if mapping else message("value.no_keys")
        raise Failure(
            name, **{"expected": message("value.the_key", key=shown(key)), "seen": seen, **values}
        )
    return mapping[key]


def as_returned(value: Any, /, **values: Value) -> Any:
    """What a function of the student's returned, of a report that `student.attempt` made.

    Where it failed, `values` replace those of the failure, as `hint` does with the next step.
    """
    report = as_mapping(value, "report.of_function")
    if report.get("problem") is not None or "returned" not in report:
        if report.get("problem") is None:
            raise Failure("report.of_function", seen=message("report.none"))
        failure = failure_of(problem_from(report["problem"])).message
        raise Failure(Message(failure.name, {**failure.values, **values}))
    return report["returned"]


def rule_of(value: Any, /) -> str:
    """Which rule explains why a function did not return, of such a report; empty where none does.

    It is the name of the exception's words, as "unpacking", which may suggest a next step.
    """
    plain = value.get("problem") if isinstance(value, dict) else None
    problem = None if plain is None else problem_from(plain)
    return problem.explanation.rule if problem is not None and problem.raised else ""


def as_list(value: Any, count: int | None, name: str, /, **values: Value) -> list[Any]:
    """A list of that many values of any type (`None`: any number); an array, by its first axis."""
    items = value
    if isinstance(value, np.ndarray) and value.ndim and len(value) <= LONGEST_SERIES:
        items = value.tolist() if value.ndim == 1 else [*value]
    if not isinstance(items, list) or count not in (None, len(items)):
        expected = kind("list") if count is None else message("value.items", count=count)
        raise unlike(value, expected, name, **values)
    return items


def as_numbers(value: Any, name: str, /, **values: Value) -> tuple[float, ...]:
    """A list (or one-dimensional array) of finite numbers, not empty."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    if not isinstance(value, list) or not 0 < len(value) <= LONGEST_SERIES:
        hint = "hint.leave_numbers" if isinstance(value, str) else ""
        raise unlike(value, message("value.numbers"), name, hint, **values)
    return tuple(as_number(item, name, **values) for item in value)


def as_array(
    value: Any, shape: Sequence[int | None], name: str, /, **values: Value
) -> NDArray[np.float64]:
    """A finite array (or nested list) of exactly that shape (`None`: any length), as float64."""
    expected = message("value.array", shape=shape_text(shape))
    array = _array_of(value) if isinstance(value, list) else value
    if not isinstance(array, np.ndarray) or array.dtype.kind not in "biuf":
        text = isinstance(value, str) or (isinstance(value, list) and str in map(type, value))
        raise unlike(value, expected, name, "hint.leave_numbers" if text else "", **values)
    if array.ndim != len(shape) or any(
        length not in (None, seen) for length, seen in zip(shape, array.shape, strict=True)
    ):
        raise unlike(array, expected, name, **values)
    array = array.astype(np.float64)
    if not np.isfinite(array).all():
        raise _diverged(name, message("value.finite_numbers"), message("value.not_finite"), values)
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


def shape_text(shape: Sequence[int | None]) -> str:
    """A shape as Python prints it, `(10,)` with its comma."""
    lengths = ["any" if length is None else str(length) for length in shape]
    return f"({lengths[0]},)" if len(lengths) == 1 else f"({', '.join(lengths)})"


def _diverged(name: str, expected: Message, seen: Value, values: dict[str, Value]) -> Failure:
    hint = message("hint.training_diverged")
    return Failure(name, **{**values, "expected": expected, "seen": seen, "hint": hint})
