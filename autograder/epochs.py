"""Whole epochs in one graph each: what `Model.fit` and `Model.evaluate` compute, to the bit.

Keras's batches are made by Keras, once, since it deals them out in the same order in every epoch.
Its own `train_step` then runs over them in a loop of TensorFlow's instead of one of Python's, and a
network that was trained a moment ago need not be traced again: its variables are set anew.

This knows nothing about errors: whatever is raised here, `Model.fit` is to say in its own words.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder import recipe
from autograder.building import Start, assign, chain_variables, started, unpack

# Networks kept for the next order, and how large one may be to be kept.
MOST_KEPT = 4
MOST_KEPT_PARAMETERS = 2_000_000
# Keras's own, where a call names no size.
BATCH_SIZE = 32


class CannotTrain(Exception):
    """This is for `Model.fit` to do."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Rows in the order of an epoch's batches; `even` says that all batches are of one size."""

    rows: Any
    size: int
    even: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A network whose graphs are made, with what its optimiser started from."""

    model: Any
    optimizer: list[NDArray[Any]]
    graphs: dict[Any, Any] = field(default_factory=dict)

    def run(self, step: str, batches: Batches) -> dict[str, float]:
        """The metrics of one epoch of `train_step` or `test_step`."""
        import tensorflow as tf
        from keras import tree

        signature = tree.map_structure(
            lambda rows: tf.TensorSpec([None, *rows.shape[1:]], rows.dtype), batches.rows
        )
        key = (step, str(signature), batches.size, batches.even)
        if key not in self.graphs:
            epoch = _epoch(self.model, step, batches.size, even=batches.even)
            self.graphs[key] = tf.function(epoch, input_signature=[signature], autograph=False)
        self.model.reset_metrics()
        return {name: float(value) for name, value in self.graphs[key](batches.rows).items()}


class Epochs:
    """Trains by whole epochs; remembers the last networks and the last data."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._data: tuple[bytes, tuple[Batches, Batches | None]] | None = None

    def fit(self, request: recipe.FitRequest, start: Start) -> tuple[Any, dict[str, list[float]]]:
        """The trained model and its logs; raises `CannotTrain` and whatever TensorFlow raises."""
        fit = request.fit
        if fit.compiled is None or fit.steps_per_epoch or fit.validation_steps:
            raise CannotTrain
        kept = self._prepare(fit.network, fit.compiled, start)
        training, validation = self._batches(fit, start)
        logs: dict[str, list[float]] = {}
        for epoch in range(request.first_epoch, request.first_epoch + request.epochs):
            found = kept.run("train_step", training)
            if validation is not None and (epoch + 1) % fit.validation_freq == 0:
                tested = kept.run("test_step", validation)
                found |= {f"val_{name}": value for name, value in tested.items()}
            for name in sorted(found):
                logs.setdefault(name, []).append(found[name])
        return kept.model, logs

    def evaluate(self, request: recipe.EvaluateRequest, start: Start) -> dict[str, list[float]]:
        """The metrics on the data; raises `CannotTrain` and whatever TensorFlow raises."""
        if request.compiled is None or request.steps:
            raise CannotTrain
        kept = self._prepare(request.network, request.compiled, start)
        size = request.batch_size or BATCH_SIZE
        found = kept.run("test_step", _dealt(request.data, start, size, shuffle=False))
        return {name: [found[name]] for name in sorted(found)}

    def _prepare(
        self, network: recipe.Network, compiled: recipe.Compiled, start: Start
    ) -> Kept:
        """A network that holds the values to start from; one that is kept, if there is one."""
        key = _key(network, compiled, start)
        kept = self._kept.pop(key, None)
        if kept is None:
            kept = _fresh(network, compiled, start)
        elif start.weights is None:
            twin = started(network, None, start)
            assign(chain_variables(kept.model), [v.numpy() for v in chain_variables(twin)], "")
        else:
            assign(chain_variables(kept.model), start.weights, "the network")
        optimizer = kept.model.optimizer
        assign(optimizer.variables, start.optimizer or kept.optimizer, "the optimizer")
        optimizer.learning_rate = compiled.optimizer.numbers.get(
            "learning_rate", float(kept.optimizer[RATE])
        )
        if kept.model.count_params() <= MOST_KEPT_PARAMETERS:
            self._kept[key] = kept
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return kept
