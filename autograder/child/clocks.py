"""Lets trainings seem to take long on the clocks that student code reads; runs beside it.

A remembered training takes no time worth measuring. So that a duration can be told from a number
that was made up, each call of `fit` moves those clocks on: before the first hook for the end of a
batch or an epoch, so that a callback with a stopwatch sees it too. Only names of the student's own
module are replaced, for as long as one call takes: nobody else's clock is wrong.
"""

from __future__ import annotations

import datetime
import functools
import time
import timeit
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

READ_IN_SECONDS = tuple(
    name
    for name in ("time", "perf_counter", "monotonic", "process_time", "thread_time")
    if hasattr(time, name)
)
NANOSECONDS = 10**9
END_HOOKS = ("on_train_batch_end", "on_epoch_end")


class Clocks:
    """The clocks of one call; `took` has how long each call of `fit` took on them, `really` how
    long without what was added, and `reads` how often one of them was looked at.
    """

    def __init__(self) -> None:
        self.took: list[float] = []
        self.really: list[float] = []
        self.reads = 0
        self._ahead_seconds = self._due_seconds = 0.0

    @contextmanager
    def moved_on(self, names: dict[str, Any], seconds: Sequence[float]) -> Iterator[None]:
        """While the clocks among `names` go on by so many seconds in each call of `fit`, in turn.

        The last number is for all calls that come after it.
        """
        import keras

        known = self._fakes()
        # By identity: what a student's module holds may compare as it likes.
        fakes = {id(original): fake for original, fake in known}
        replaced = {name: value for name, value in names.items() if id(value) in fakes}
        hooks = keras.callbacks.CallbackList
        fit, ends = keras.Model.fit, {name: getattr(hooks, name) for name in END_HOOKS}

        @functools.wraps(fit)
        def longer(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            self._due_seconds = more = seconds[min(len(self.took), len(seconds) - 1)]
            try:
                return fit(*args, **kwargs)
            finally:
                self._pass()
                self.really.append(time.perf_counter() - began)
                self.took.append(self.really[-1] + more)

        names.update({name: fakes[id(value)] for name, value in replaced.items()})
        keras.Model.fit = longer
        for name, hook in ends.items():
            setattr(hooks, name, self._later(hook))
        try:
            yield
        finally:
            keras.Model.fit = fit
            for name, hook in ends.items():
                setattr(hooks, name, hook)
            for name, value in replaced.items():
                if names.get(name) is fakes[id(value)]:
                    names[name] = value

    def _pass(self) -> None:
        self._ahead_seconds += self._due_seconds
        self._due_seconds = 0.0

    def _later(self, hook: Callable[..., None]) -> Callable[..., None]:
        """A hook of Keras's that is called when the training has taken its time."""

        @functools.wraps(hook)
        def after(*args: Any, **kwargs: Any) -> None:
            self._pass()
            hook(*args, **kwargs)

        return after

    def _ahead(self) -> float:
        self.reads += 1
        return self._ahead_seconds

    def _fakes(self) -> list[tuple[Any, Any]]:
        """Modules, functions and classes that have the time, each with what takes its place."""
        ahead = self._ahead

        class Moment(datetime.datetime):
            @classmethod
            def now(cls, tz: datetime.tzinfo | None = None) -> Moment:
                return super().now(tz) + datetime.timedelta(seconds=ahead())

            @classmethod
            def utcnow(cls) -> Moment:
                return super().utcnow() + datetime.timedelta(seconds=ahead())

            @classmethod
            def today(cls) -> Moment:
                return cls.now()

        functions = {name: self._in_seconds(getattr(time, name)) for name in READ_IN_SECONDS}
        functions |= {
            f"{name}_ns": self._in_nanoseconds(getattr(time, f"{name}_ns"))
            for name in READ_IN_SECONDS
        }
        return [
            (time, _copy(time, functions)),
            (timeit, _copy(timeit, {"default_timer": functions["perf_counter"]})),
            (datetime, _copy(datetime, {"datetime": Moment})),
            (datetime.datetime, Moment),
            *((getattr(time, name), fake) for name, fake in functions.items()),
        ]

    def _in_seconds(self, read: Callable[[], float]) -> Callable[[], float]:
        return lambda: read() + self._ahead()

    def _in_nanoseconds(self, read: Callable[[], int]) -> Callable[[], int]:
        return lambda: read() + round(self._ahead() * NANOSECONDS)


def _copy(module: ModuleType, other: dict[str, Any]) -> ModuleType:
    """A module with some of its names replaced."""
    copied = ModuleType(module.__name__, module.__doc__)
    copied.__dict__.update({**vars(module), **other})
    return copied
