"""Keras's callbacks while the trainer trains: the same hooks, in the same order."""

from __future__ import annotations

from typing import Any

BATCH_HOOKS = (
    "on_batch_begin",
    "on_batch_end",
    "on_train_batch_begin",
    "on_train_batch_end",
    "on_test_batch_begin",
    "on_test_batch_end",
)
# Keras's own whose batch hooks do nothing unless they are told to save every few batches.
SAVES = ("ModelCheckpoint", "BackupAndRestore")


def own_callbacks(callbacks: Any) -> list[Any]:
    """The callbacks that a call was given, without those that Keras adds itself anyway."""
    import keras

    given = callbacks.callbacks if isinstance(callbacks, keras.callbacks.CallbackList) else None
    if given is None:
        given = keras.tree.flatten(callbacks) if callbacks else []
    usual = (keras.callbacks.History, keras.callbacks.ProgbarLogger)
    return [callback for callback in given if type(callback) not in usual]


def saves_within_epochs(callback: Any) -> bool:
    """Whether this is one of Keras's own that saves weights every few batches."""
    import keras

    kind = type(callback)
    is_own = kind.__name__ in SAVES and kind is getattr(keras.callbacks, kind.__name__)
    return bool(is_own and callback.save_freq != "epoch")


def watches_batches(callback: Any) -> bool:
    """Whether a callback wants to be called at every batch."""
    import keras

    kind = type(callback)
    if kind is keras.callbacks.TerminateOnNaN:
        return False
    if kind.__name__ in SAVES and kind is getattr(keras.callbacks, kind.__name__):
        return False
    # Keras marks its own hooks, which do nothing.
    return not all(
        getattr(getattr(callback, name, None), "_is_default", False) for name in BATCH_HOOKS
    )


def end_epoch(
    callbacks: Any,
    epoch: int,
    logs: dict[str, float],
    last_batch: int | None,
    tested: list[dict[str, float]],
) -> None:
    """The hooks at the end of an epoch that was trained elsewhere, those of validation too.

    `last_batch` is its number where nothing was called at batches; `tested` are the logs of
    those of validation where something is.
    """
    import keras

    for callback in callbacks.callbacks:
        if type(callback) is keras.callbacks.TerminateOnNaN and last_batch is not None:
            callback.on_batch_end(last_batch, logs)
    of_validation = {name[4:]: value for name, value in logs.items() if name.startswith("val_")}
    if of_validation:
        callbacks.on_test_begin()
        for batch, its_logs in enumerate(tested):
            callbacks.on_test_batch_begin(batch)
            callbacks.on_test_batch_end(batch, its_logs)
        callbacks.on_test_end(of_validation)
    callbacks.on_epoch_end(epoch, logs)


def test(
    model: Any, logs: dict[str, float], names: list[str], steps: int, given: dict[str, Any]
) -> Any:
    """The result of `evaluate` in the form that was asked for, printed as Keras prints it.

    `names` are those of the loss and the metrics in the order of a list.
    """
    import keras

    callbacks = keras.callbacks.CallbackList(
        add_progbar=given["verbose"] != 0,
        verbose=given["verbose"],
        epochs=1,
        steps=steps,
        model=model,
    )
    model.stop_evaluating = False
    callbacks.on_test_begin()
    callbacks.on_test_end(logs)
    if given["return_dict"]:
        return logs
    values = [logs[name] for name in names if name in logs]
    values += [logs[name] for name in sorted(logs) if name not in names]
    return values[0] if len(values) == 1 else values


def resumed(callbacks: Any, called: tuple[int, int]) -> Any:
    """A list of callbacks for a `fit` that goes on within an epoch that has begun already.

    `called` counts the batches of it at whose begin and at whose end they were called.
    """
    from keras.callbacks import CallbackList

    class Resumed(CallbackList):  # type: ignore[misc]
        """The same callbacks, without the hooks that were called before."""

        def __init__(self) -> None:
            self.__dict__ = callbacks.__dict__
            self._goes_on, self._called = True, called

        def on_train_begin(self, logs: Any = None) -> None:
            """Was called."""

        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            if not self._goes_on:
                super().on_epoch_begin(epoch, logs)
                self._called = 0, 0
            self._goes_on = False

        def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
            if batch >= self._called[0]:
                super().on_train_batch_begin(batch, logs)

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            if batch >= self._called[1]:
                super().on_train_batch_end(batch, logs)

    return Resumed()
