"""Calls what callbacks do at batches, for an epoch that was trained elsewhere.

The trainer trains the whole epoch, and gives the logs of each batch. Callbacks are then called as
Keras calls them. Where one stops the epoch or sets another learning rate, the epoch is asked for
again with that, up to there or from there on: what came before is the same to the bit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from autograder.child.keras_shim.provenance import counter_of
from autograder.recipes.requests import MOST_CUTS, Batchwise
from autograder.wire.errors import RecipeError
from autograder.wire.protocol import Trained

PREFIX = "val_"
Logs = list[dict[str, float]]


class Replay:
    """The batches of one call of `fit`; `ask` has the epoch trained with what callbacks did."""

    def __init__(self, model: Any, callbacks: Any) -> None:
        self._model = model
        self._callbacks = callbacks
        self._cuts = 0
        # For how many batches of the epoch under way hooks of their begin and of their end ran.
        self.called = (0, 0)

    def epoch(
        self, reply: Trained, iterations: int, ask: Callable[[Batchwise], Trained]
    ) -> Trained:
        """Calls the hooks of the batches; returns what the epoch came to in the end.

        `iterations` is how many steps the optimiser had made before. Raises `RecipeError` where
        callbacks change too much.
        """
        told, rate = Batchwise(), _rate(self._model)
        logs, made = training_logs(reply), int(counter_of(self._model.optimizer).numpy())
        batch = 0
        counter_of(self._model.optimizer).assign(iterations)
        while batch < len(logs):
            self._callbacks.on_train_batch_begin(batch)
            self.called = batch + 1, batch
            if _rate(self._model) != rate:
                rate = _rate(self._model)
                told = _with_rate(told, batch, rate)
                reply = self._asked(ask, told)
                logs = training_logs(reply)
            counter_of(self._model.optimizer).assign(iterations + batch + 1)
            self._callbacks.on_train_batch_end(batch, logs[batch])
            batch += 1
            self.called = batch, batch
            if self._model.stop_training:
                break
        if batch < len(logs):
            reply = self._asked(ask, msgspec.structs.replace(told, steps=batch))
        else:
            counter_of(self._model.optimizer).assign(made)
        self.called = (0, 0)
        return reply

    def _asked(self, ask: Callable[[Batchwise], Trained], told: Batchwise) -> Trained:
        self._cuts += 1
        if self._cuts > MOST_CUTS:
            raise RecipeError("unrepeatable.batch_callback", most=MOST_CUTS)
        return ask(told)


def training_logs(reply: Trained) -> Logs:
    """The logs of each batch of training."""
    return _by_batch(
        {name: one for name, one in reply.batches.items() if not name.startswith(PREFIX)}
    )


def validation_logs(reply: Trained) -> Logs:
    """The logs of each batch of validation, by the names that they have there."""
    return _by_batch(
        {
            name.removeprefix(PREFIX): one
            for name, one in reply.batches.items()
            if name.startswith(PREFIX)
        }
    )


def _by_batch(series: dict[str, list[float]]) -> Logs:
    return [dict(zip(series, values, strict=True)) for values in zip(*series.values(), strict=True)]


def _with_rate(told: Batchwise, batch: int, rate: float | None) -> Batchwise:
    if rate is None:
        return told
    return msgspec.structs.replace(told, rates=(*told.rates, (batch, rate)))


def _rate(model: Any) -> float | None:
    """The learning rate where it is a number that callbacks may set."""
    import keras

    optimizer = getattr(model.optimizer, "inner_optimizer", model.optimizer)
    rate = optimizer._learning_rate  # noqa: SLF001 - the property computes it
    return float(rate.numpy()) if isinstance(rate, keras.Variable) else None
