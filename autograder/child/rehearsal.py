"""Lets callbacks go through a training that never happens, told by the hooks that `fit` calls."""

from __future__ import annotations

import contextlib
import functools
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

STOP = "stop_training"
MOST_ATTRIBUTES = 10
Logs = Mapping[str, float]
# What its batches are told, its validation (`None`: there is none), and its end.
Epoch = tuple[Sequence[Logs], Logs | None, Logs | None]


class Rehearsal:
    """One training of a built and compiled model, on paper.

    `stops` says of each epoch that took place whether training was to stop after it, `printed` what
    was printed until then; that of the last one has what was printed at the end of training too.
    `attributes` are those that may have been meant for a stop: whose, the name and the value; and
    entries of "logs" that callbacks changed, and whether they are still there.
    """

    def __init__(self, callbacks: Sequence[Any], model: Any) -> None:
        self._callbacks = callbacks
        self._model = model
        self._out = io.StringIO()
        self._told: Logs = {}
        self.stops: list[bool] = []
        self.printed: list[str] = []
        self.attributes: list[tuple[str, str, bool]] = []

    def run(self, epochs: Sequence[Epoch], first_epoch: int = 0) -> None:
        """Calls every hook, in Keras's order; whatever one of them raises ends the training.

        `first_epoch` is what `fit` calls `initial_epoch`.
        """
        import keras

        model = self._model
        # Keras makes one copy of the logs for all callbacks; the last of them sees what is left.
        last = keras.callbacks.LambdaCallback(on_epoch_end=self._note_changes)
        hooks = keras.callbacks.CallbackList(
            [*self._callbacks, last],
            add_history=True,
            model=model,
            verbose=0,
            epochs=first_epoch + len(epochs),
            steps=max(len(batches) for batches, _tested, _logs in epochs),
        )
        model.optimizer.build(model.trainable_variables)
        model.stop_training = False
        with contextlib.redirect_stdout(self._out), self._noting_attributes():
            hooks.on_train_begin()
            logs = None
            for epoch, (batches, tested, logs) in enumerate(epochs, first_epoch):
                try:
                    self._train(hooks, epoch, batches)
                    if tested is not None:
                        _test(hooks, tested)
                    self._told = logs or {}
                    _end_epoch(hooks, epoch, logs)
                finally:
                    self.stops.append(bool(model.stop_training))
                    self.printed.append(self._taken())
                if self.stops[-1]:
                    break
            try:
                hooks.on_train_end(logs)
            finally:
                self.printed[-1] += self._taken()

    def _train(self, hooks: Any, epoch: int, batches: Sequence[Logs]) -> None:
        hooks.on_epoch_begin(epoch)
        for batch, logs in enumerate(batches):
            hooks.on_train_batch_begin(batch)
            hooks.on_train_batch_end(batch, logs)
            if self._model.stop_training:
                break

    @contextlib.contextmanager
    def _noting_attributes(self) -> Iterator[None]:
        """While it is noted what models are given; what callbacks have is read at the end."""
        import keras

        def note(model: Any, name: str, value: Any) -> None:
            if "stop" in name.lower():
                self._note("model" if model is self._model else "another", name, value)
            set_attribute(model, name, value)

        inherited = "__setattr__" not in vars(keras.Model)
        set_attribute = keras.Model.__setattr__
        # What looks at its own surroundings does not see by a name that this is a rehearsal.
        functools.update_wrapper(note, set_attribute)
        del note.__wrapped__  # type: ignore[attr-defined]
        keras.Model.__setattr__ = note
        try:
            yield
        finally:
            keras.Model.__setattr__ = set_attribute
            if inherited:
                del keras.Model.__setattr__
            for callback in self._callbacks:
                self._note("callback", STOP, vars(callback).get(STOP))

    def _note_changes(self, _epoch: int, logs: Logs | None) -> None:
        """Which entries of the logs, that all callbacks share, are others or gone."""
        for name, value in self._told.items():
            if logs is not None and logs.get(name) != value:
                self._note("logs", name, name in logs)

    def _note(self, whose: str, name: str, value: Any) -> None:
        noted = (whose, name, value)
        if isinstance(value, bool) and noted not in self.attributes:
            self.attributes = [*self.attributes, noted][:MOST_ATTRIBUTES]

    def _taken(self) -> str:
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return text


def _test(hooks: Any, logs: Logs) -> None:
    hooks.on_test_begin()
    hooks.on_test_batch_begin(0)
    hooks.on_test_batch_end(0, logs)
    hooks.on_test_end(logs)


def _end_epoch(hooks: Any, epoch: int, logs: Logs | None) -> None:
    if logs is not None:
        hooks.on_epoch_end(epoch, logs)
        return
    # The list would make an empty dictionary of what its callbacks may be told, too.
    for callback in hooks.callbacks:
        callback.on_epoch_end(epoch, None)
