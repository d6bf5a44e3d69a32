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


def watches_batches(callback: Any) -> bool:
    """Whether a callback wants to be called at every batch."""
    import keras

    kind = type(callback)
    if kind is keras.callbacks.TerminateOnNaN:
        return False
    if kind.__name__ in SAVES and kind is getattr(keras.callbacks, kind.__name__):
        return bool(callback.save_freq != "epoch")
    # Keras marks its own hooks, which do nothing.
    return not all(
        getattr(getattr(callback, name, None), "_is_default", False) for name in BATCH_HOOKS
    )


def end_epoch(callbacks: Any, epoch: int, logs: dict[str, float], last_batch: int) -> None:
    """The hooks at the end of an epoch that was trained elsewhere, those of validation too."""
    import keras

    for callback in callbacks.callbacks:
        if type(callback) is keras.callbacks.TerminateOnNaN:
            callback.on_batch_end(last_batch, logs)
    tested = {name[4:]: value for name, value in logs.items() if name.startswith("val_")}
    if tested:
        callbacks.on_test_begin()
        callbacks.on_test_end(tested)
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


def resumed(callbacks: Any) -> Any:
    """A list of callbacks for a `fit` that goes on within an epoch that has begun already."""
    from keras.callbacks import CallbackList

    class Resumed(CallbackList):  # type: ignore[misc]
        """The same callbacks, without the hooks that were called before."""

        def __init__(self) -> None:
            self.__dict__ = callbacks.__dict__
            self._goes_on = True

        def on_train_begin(self, logs: Any = None) -> None:
            """Was called."""

        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            if not self._goes_on:
                super().on_epoch_begin(epoch, logs)
            self._goes_on = False

    return Resumed()
