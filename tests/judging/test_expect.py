"""Comparisons: each passes what it should, and says what was expected, seen and to be tried."""

from __future__ import annotations

import contextlib
import functools
import math
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging import expect
from autograder.judging.expect import Threshold, listening, shown
from autograder.report.catalogue import english
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised, Thing
from autograder.wire.messages import Message, message

ACCURACY = Threshold("it.accuracy", at_least=0.72, percent=True)
LOSS = Threshold("it.loss", at_most=0.5)
# Far more than a line or two, and far less than a page.
LONGEST = 12 * 12 * 400

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
)


def failure(compare: Callable[[], object]) -> Message:
    with pytest.raises(Failure) as caught:
        compare()
    return caught.value.message


def show(value: Any) -> str:
    """A value as it is read."""
    return english().say(message("value.typed", value=shown(value), kind="")).removesuffix(" ()")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (True, "True"),
        (3, "3"),
        (0.123456, "0.1235"),
        (math.nan, "nan"),
        ("relu", "'relu'"),
        ([1, 0.5, "a"], "[1, 0.5, 'a']"),
        ((1, [2]), "[1, [2]]"),
        ({"loss": [0.51234]}, "{'loss': [0.5123]}"),
        ([[[[1]]]], "[[[…]]]"),
        (Thing("list", ""), "a list"),
        (Raised(("KeyError",), "x"), "an exception, KeyError"),
        (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"),
        (np.float64(0.123456), "0.1235"),
        (np.arange(3), "[0 1 2]"),
    ],
)
def test_values_are_shown_as_a_student_writes_them(value: Any, text: str) -> None:
    """A value reads as in Python, with numbers rounded and nested lists cut."""
    assert show(value) == text


@given(values)
def test_what_is_shown_is_short(value: Any) -> None:
    """However large a value is, what is shown of it is short, and JSON can hold it."""
    encoded = msgspec.json.encode(message("it", value=shown(value)))
    assert len(encoded) <= LONGEST
    assert msgspec.json.decode(encoded, type=Message) == message("it", value=shown(value))


def test_a_value_without_end_is_shown() -> None:
    """A value of billions of nested items is shown at once."""
    value: Any = 1
    for _ in range(20):
        value = [value] * 12
    assert "…" in show(value)


def test_that_asks_a_condition() -> None:
    """`that` passes what is true, and fails what is not with the values that it is given."""
    expect.that(True, "it.name", seen="b")
    caught = failure(lambda: expect.that(False, "it.name", seen="b", width=3))
    assert caught == message("it.name", seen="b", width=3)


def test_equal_names_both_values() -> None:
    """`equal` says which value should have been which."""
    expect.equal(10, 10, "it.outputs")
    caught = failure(lambda: expect.equal(5, 10, "it.outputs", layer="last"))
    assert caught == message("it.outputs", expected=10, seen=5, layer="last")
    other = failure(lambda: expect.equal([5], [10], "it.outputs", seen="words of its own"))
    assert other.values["seen"] == "words of its own"


@pytest.mark.parametrize("value", [0.9, 1.0, 1.1, 1])
def test_close_passes_what_is_near(value: float) -> None:
    """`close` passes a value within the distance, on either side."""
    expect.close(value, 1.0, "it.sum", within=0.11)


@pytest.mark.parametrize("value", [0.8, 1.2, math.nan, math.inf])
def test_close_fails_what_is_far_or_no_number(value: float) -> None:
    """`close` fails a value beyond the distance, and NaN and infinity always."""
    caught = failure(lambda: expect.close(value, 1.0, "it.sum", within=0.11))
    assert caught.values["expected"] == message("value.about", value=1.0)


@pytest.mark.parametrize(
    ("threshold", "value"), [(ACCURACY, 0.72), (ACCURACY, 1.0), (LOSS, 0.5), (LOSS, -1.0)]
)
def test_a_threshold_passes_its_own_side_and_its_bound(threshold: Threshold, value: float) -> None:
    """A value on the right side of a bound, or on it, passes; its margin is not negative."""
    threshold.check(value)
    assert threshold.margin(value) >= 0


@pytest.mark.parametrize(
    ("threshold", "value"),
    [(ACCURACY, 0.7199), (ACCURACY, math.nan), (LOSS, 0.5001), (LOSS, math.nan)],
)
def test_a_threshold_fails_the_other_side(threshold: Threshold, value: float) -> None:
    """A value on the wrong side of a bound fails, and NaN fails both kinds."""
    failure(lambda: threshold.check(value))
    assert not threshold.margin(value) >= 0


def test_a_margin_by_factor_is_the_same_for_the_same_factor() -> None:
    """Ten times the bound is as far on the one side as a tenth of it on the other."""
    falls = Threshold("it.falls", at_least=0.004, by_factor=True)
    assert falls.margin(0.04) == pytest.approx(-falls.margin(0.0004))
    falls.check(0.0041)
    for value in (0.0039, 0.0, -1.0, math.nan):
        failure(functools.partial(falls.check, value))


def test_a_threshold_says_bound_and_value() -> None:
    """A failed threshold has its bound, the value, and what the check passes on."""
    caught = failure(lambda: ACCURACY.check(0.3, hint=message("hint.spelling")))
    words = english().words(caught)
    assert (caught.name, words.expected, words.seen) == ("it.accuracy", "at least 72%", "30%")
    assert caught.values["hint"] == message("hint.spelling")
    bound = failure(lambda: LOSS.check(0.75)).values["expected"]
    assert bound == message("value.at_most", bound=0.5)


def test_a_near_miss_reads_unlike_the_bound() -> None:
    """A share just under the bound is not rounded to it: nobody is told 72% is not 72%."""
    assert english().words(failure(lambda: ACCURACY.check(0.719))).seen == "71.9%"


def test_listening_notes_every_value() -> None:
    """Whoever listens gets every threshold and value in order, those that fail too."""
    with listening() as measurements:
        ACCURACY.check(0.9)
        with contextlib.suppress(Failure):
            LOSS.check(0.7)
    assert measurements == [(ACCURACY, 0.9), (LOSS, 0.7)]


def test_listening_ends_with_its_block() -> None:
    """Nothing is noted outside the block, and an inner listener hides the outer one."""
    with listening() as outer:
        with listening() as inner:
            ACCURACY.check(0.9)
        ACCURACY.check(0.8)
    ACCURACY.check(1.0)
    assert (inner, outer) == ([(ACCURACY, 0.9)], [(ACCURACY, 0.8)])


def test_listening_ends_after_a_failure() -> None:
    """A failure that leaves the block ends the listening too."""

    def listen_and_fail() -> None:
        with listening():
            expect.equal("b", "a", "it.name")

    failure(listen_and_fail)
    with listening() as measurements:
        ACCURACY.check(0.9)
    assert len(measurements) == 1
