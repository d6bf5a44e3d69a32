"""Clocks that student code reads go on while it trains, and nobody else's."""

from __future__ import annotations

import datetime
import time
import timeit
from typing import Any

import pytest

from autograder.child.clocks import Clocks
from autograder.child.student import Student

WAYS = {
    "the module": ("import time", "time.time()"),
    "a function": ("from time import perf_counter as now", "now()"),
    "nanoseconds": ("import time", "time.monotonic_ns() / 1e9"),
    "the processor's": ("import time", "time.process_time()"),
    "a stopwatch": ("import timeit", "timeit.default_timer()"),
    "a stopwatch by name": ("from timeit import default_timer", "default_timer()"),
    "a moment": ("import datetime", "datetime.datetime.now().timestamp()"),
    "a moment by name": ("from datetime import datetime as d", "d.today().timestamp()"),
}
SOURCE = """
{imports}

def measured(*models):
    seconds = []
    for model in models:
        start = {now}
        model.fit()
        seconds.append({now} - start)
    return seconds
"""


@pytest.fixture(autouse=True)
def no_training(monkeypatch: pytest.MonkeyPatch) -> None:
    """`fit` does nothing here."""
    import keras

    monkeypatch.setattr(keras.Model, "fit", lambda _model: None)


def student_of(source: str) -> Student:
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102 - a student's module
    return Student(names)


def model() -> Any:
    import keras

    return keras.Model()


@pytest.mark.parametrize("way", WAYS)
def test_a_training_takes_as_long_as_it_is_said_to(way: str) -> None:
    """By whatever clock, each call takes so much longer, and the last number is for the rest."""
    imports, now = WAYS[way]
    student = student_of(SOURCE.format(imports=imports, now=now))
    before = time.time()
    report = student.timed("measured", *[model()] * 3, seconds=[50, 80])
    assert report["returned"] == pytest.approx([50, 80, 80], abs=1)
    assert report["took"] == pytest.approx([50, 80, 80], abs=1)
    assert sum(report["really"]) <= report["elapsed"] < 10
    assert report["reads"] == 6
    assert time.time() - before < 10


STOPWATCHES = """
import time
import keras

class Stopwatch(keras.callbacks.Callback):
    def on_{what}_begin(self, *args, **kwargs):
        self.start = time.time()

    def on_{what}_end(self, *args, **kwargs):
        self.seconds += time.time() - self.start

def measured(model):
    watch = Stopwatch()
    watch.seconds = 0
    model.fit(watch)
    return watch.seconds
"""


@pytest.mark.parametrize("what", ["train", "epoch", "train_batch"])
def test_a_stopwatch_in_a_callback_sees_the_training(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It shows what `fit` took, whether it times all of it, its epochs or their batches."""
    import keras

    def fit(_model: Any, callback: Any) -> None:
        hooks = keras.callbacks.CallbackList([callback])
        hooks.on_train_begin()
        for epoch in range(2):
            hooks.on_epoch_begin(epoch)
            for batch in range(2):
                hooks.on_train_batch_begin(batch)
                hooks.on_train_batch_end(batch, {})
            hooks.on_epoch_end(epoch)
        hooks.on_train_end()

    monkeypatch.setattr(keras.Model, "fit", fit)
    student = student_of(STOPWATCHES.format(what=what))
    report = student.timed("measured", model(), seconds=[50])
    assert report["returned"] == pytest.approx(50, abs=1)
    assert report["took"] == pytest.approx([50], abs=1)


def test_a_clock_that_is_imported_inside_is_right() -> None:
    """What is imported when the function runs is nobody's fake, and no reading of it is counted."""
    source = SOURCE.replace("    seconds = []", "    import time\n    seconds = []")
    student = student_of(source.format(imports="", now="time.time()"))
    report = student.timed("measured", model(), seconds=[50])
    assert report["returned"][0] < 10
    assert report["reads"] == 0


def test_nothing_of_it_stays() -> None:
    """After the call, and after one that fails, the student's names and `fit` are as they were."""
    import keras

    names = {"time": time, "now": time.time, "timeit": timeit, "day": datetime.datetime, "own": 7}
    before, fit = dict(names), keras.Model.fit

    def inside() -> None:
        with Clocks().moved_on(names, [50]):
            assert names["time"] is not time
            assert names["own"] == 7
            names["now"] = None
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        inside()
    assert names == before | {"now": None}
    assert keras.Model.fit is fit


def test_a_training_that_fails_takes_time_too() -> None:
    """A call of `fit` that raises is timed like any other, and its exception goes on."""
    source = "def bad(model):\n    model.fit(1, 2, 3)"
    with pytest.raises(TypeError):
        student_of(source).timed("bad", model(), seconds=[50])


def test_moments_have_a_zone_and_a_difference() -> None:
    """A moment that is moved on is a moment with all that belongs to one."""
    source = "import datetime\n\ndef now(zone):\n    return datetime.datetime.now(zone)"
    moment = student_of(source).timed("now", datetime.UTC, seconds=[50])["returned"]
    assert abs(moment - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(seconds=10)
