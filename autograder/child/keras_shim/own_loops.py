"""Notices trainings that student code does without `fit`: a batch at a time, or with gradients.

There is no saying where such a training ends, so its record is open until another one begins or the
probe ends. What it was given, and for how long, is unknown.
"""

from __future__ import annotations

import functools
import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Noted = Callable[[Any, Any], None]


class OwnLoops:
    """Calls `noted` with the model and its optimizer, or `None`, at every step outside of `fit`."""

    def __init__(self, noted: Noted) -> None:
        import keras

        self._noted = noted
        # By thread: whether Keras itself applies the gradients now.
        self._here = threading.local()
        # The models that optimizers were found to train.
        self._models: dict[int, Any] = {}
        keras.Model.train_on_batch = self._noting_batches(keras.Model.train_on_batch)
        base = keras.optimizers.Optimizer
        base.apply = self._noting_gradients(base.apply)

    def forget(self) -> None:
        """Lets go of the models that were found."""
        self._models = {}

    @contextmanager
    def inside(self) -> Iterator[None]:
        """While Keras trains: what its own loop does is no loop of the student's."""
        before = getattr(self._here, "inside", False)
        self._here.inside = True
        try:
            yield
        finally:
            self._here.inside = before

    def _noting_batches(self, original: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(original)
        def train_on_batch(model: Any, *args: Any, **kwargs: Any) -> Any:
            if not getattr(self._here, "inside", False):
                self._noted(model, getattr(model, "optimizer", None))
            with self.inside():
                return original(model, *args, **kwargs)

        return train_on_batch

    def _noting_gradients(self, original: Callable[..., Any]) -> Callable[..., Any]:
        import tensorflow as tf

        @functools.wraps(original)
        def apply(optimizer: Any, grads: Any, trainable_variables: Any = None) -> Any:
            if not getattr(self._here, "inside", False):
                # Out of the graph of a `tf.function`, in which no variable has a number.
                with tf.init_scope():
                    if id(optimizer) not in self._models:
                        self._models[id(optimizer)] = _model_of(optimizer, trainable_variables)
                    self._noted(self._models[id(optimizer)], optimizer)
            # Optimizers of optimizers apply twice.
            with self.inside():
                return original(optimizer, grads, trainable_variables)

        return apply


def _model_of(optimizer: Any, variables: Any) -> Any:
    """The smallest model that has these variables; `None` where they belong to none."""
    import keras

    given = optimizer._trainable_variables if variables is None else variables  # noqa: SLF001
    wanted = {id(variable) for variable in given}
    found = [
        model
        for model in gc.get_objects()
        if issubclass(type(model), keras.Model) and wanted <= _identities(model)
    ]
    return min(found, key=lambda model: len(model.weights), default=None)


def _identities(model: Any) -> set[int]:
    try:
        return {id(variable) for variable in model.trainable_variables}
    except Exception:  # noqa: BLE001 - a student's model may raise anything
        return set()
