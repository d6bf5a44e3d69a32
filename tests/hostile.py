"""What could come from whoever wants to break the grader: values, bytes and ways to try many.

Every run tries the same cases, so that more of them would find nothing new on most pushes; whoever
changes a reader raises its count once. A case that computes for half a minute counts as a hang.
"""

from __future__ import annotations

import gc
import inspect
import math
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisWarning
from hypothesis.extra import numpy as st_numpy

from autograder.wire.frames import LARGEST_INTEGER, Raised, Thing
from tests.whole import is_whole

# Computing time, since the machine may have other work; a wait is noticed by the clock. Both are a
# hundred times what a case takes.
HANG_SECONDS = 30.0
WAIT_MILLISECONDS = 300_000
# Eight times as much work takes about eight times as long, if it is not quadratic: then, 64 times.
# What is shorter is not measured well.
PARTS = 8
MOST_GROWTH = 24.0
SHORT_SECONDS = 0.05
TRIES = 6

Property = Callable[..., None]
Test = Callable[[Path], None]


def fuzzed(cases: st.SearchStrategy[Any], often: int, seldom: int) -> Callable[[Property], Test]:
    """A test of a property with `often` cases in every run, and with `seldom` in `make whole`.

    A property takes the case, and a folder of the test's own if it wants one.
    """
    count = seldom if is_whole() else often

    def decorate(holds: Property) -> Test:
        takes_folder = len(inspect.signature(holds).parameters) > 1

        def test(tmp_path: Path) -> None:
            profile = settings(
                max_examples=count,
                deadline=WAIT_MILLISECONDS,
                derandomize=True,
                database=None,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
            )

            def tried(case: Any) -> None:
                with no_hang():
                    holds(*((case, tmp_path) if takes_folder else (case,)))

            with warnings.catch_warnings():
                # A case may be long; it is shown only if it fails.
                warnings.simplefilter("ignore", HypothesisWarning)
                profile(given(cases)(tried))()

        test.__doc__, test.__module__ = holds.__doc__, holds.__module__
        return test

    return decorate


@contextmanager
def no_hang() -> Iterator[None]:
    """What is done within takes less computing time than a hang."""
    start = time.process_time()
    yield
    assert time.process_time() - start < HANG_SECONDS


def assert_in_proportion(work: Callable[[int], object], size: int) -> None:
    """Asserts that work of a size takes about eight times as long as an eighth of it.

    A quadratic one would take 64 times as long. Where it seems so, which other processes may be the
    cause of, both are done again, and the best of each counts.
    """
    part = whole = math.inf
    for _try in range(TRIES):
        part = min(part, _seconds(work, size // PARTS))
        whole = min(whole, _seconds(work, size))
        if whole < MOST_GROWTH * part + SHORT_SECONDS:
            return
    raise AssertionError(f"{whole:.2f} s, and {part:.3f} s for an eighth of it")


def _seconds(work: Callable[[int], object], size: int) -> float:
    # What the tests before left behind is not looked through, now or later: that would take most
    # of the time.
    gc.collect()
    gc.freeze()
    start = time.process_time()
    work(size)
    return time.process_time() - start


# ---- values that a decoded frame can hold --------------------------------------------------------

# Frames hold no half of a surrogate pair; whatever else Unicode has, they do.
texts = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    | st.sampled_from(["", "\0", "a\n", "__class__", "-1", "nan"])
    | st.builds(str.__mul__, st.sampled_from("9xé"), st.sampled_from([400, 5000]))
)
integers = st.integers(-3, 12) | st.sampled_from([1 - LARGEST_INTEGER, LARGEST_INTEGER - 1, 10**15])
arrays = st_numpy.arrays(
    st_numpy.boolean_dtypes()
    | st_numpy.floating_dtypes(sizes=(16, 32, 64))
    | st_numpy.integer_dtypes()
    | st_numpy.unsigned_integer_dtypes()
    | st.just("complex64"),
    st_numpy.array_shapes(min_dims=0, max_dims=5, min_side=0, max_side=3),
)
leaves = (
    st.none()
    | st.booleans()
    | integers
    | st.floats()
    | texts
    | st.builds(Raised, st.lists(texts, max_size=2).map(tuple), texts)
    | st.builds(Thing, texts, texts)
    | arrays
)
keys = st.none() | st.booleans() | integers | st.floats() | texts


def nested(inside: st.SearchStrategy[Any], names: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and dictionaries of such values."""
    return st.recursive(
        inside,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
        max_leaves=6,
    )


values = nested(leaves, keys)


# ---- something real, changed ---------------------------------------------------------------------


def altered(tree: Any, inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The tree with one to three of its parts replaced, doubled or gone, at any depth."""
    return st.lists(
        st.tuples(st.lists(st.integers(0, 50), max_size=12), st.integers(0, 5), inside),
        min_size=1,
        max_size=3,
    ).map(lambda changes: _changed_by(tree, changes))


def _changed_by(tree: Any, changes: list[tuple[list[int], int, Any]]) -> Any:
    for path, way, value in changes:
        tree = _changed(tree, path, way, value)
    return tree


def _changed(tree: Any, path: list[int], way: int, value: Any) -> Any:
    if not path or not isinstance(tree, (dict, list)) or not tree:
        return value
    copy: Any = tree.copy()
    names = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
    name = names[path[0] % len(names)]
    if len(path) > 1:
        copy[name] = _changed(tree[name], path[1:], way, value)
    elif way == 0:
        del copy[name]
    elif way == 1 and isinstance(copy, list):
        copy += [tree[name]] * 30
    elif way == 1:
        copy["more"] = tree[name]
    else:
        copy[name] = value
    return copy


def mutated(originals: list[bytes]) -> st.SearchStrategy[bytes]:
    """One of these with some of its bytes changed, cut out, doubled or put in."""
    change = st.tuples(
        st.integers(0, 2**16), st.integers(0, 4), st.binary(max_size=6), st.integers(0, 40)
    )
    return st.builds(_with_changes, st.sampled_from(originals), st.lists(change, max_size=6))


def _with_changes(data: bytes, changes: list[tuple[int, int, bytes, int]]) -> bytes:
    for place, way, new, length in changes:
        start = place % (len(data) + 1)
        if way == 0:
            data = data[:start] + new + data[start + len(new) :]
        elif way == 1:
            data = data[:start] + data[start + length :]
        elif way == 2:
            data = data[:start] + new + data[start:]
        elif way == 3:
            data = data[: start + length] + data[start:]
        else:
            data = data[:start]
    return data
