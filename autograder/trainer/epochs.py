"""Whole epochs in one graph each: what `Model.fit` and `Model.evaluate` compute, bit for bit.

Keras's batches are made by Keras, once, since it deals them out in the same order in every epoch.
Its own `train_step` then runs over them in a loop of TensorFlow's instead of one of Python's, and a
network that was trained a moment ago need not be traced again: its variables are set again.

This knows nothing about errors: whatever is raised here, `Model.fit` is to say in its own words.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import msgspec
from numpy.typing import NDArray

from autograder.recipes import recipe, requests
from autograder.trainer.build import (
    Start,
    assign,
    chain_variables,
    check_outputs,
    started,
    unpack,
    values_of,
)

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
    """A compiled network and its graphs, with what its optimiser and learning rate start from."""

    model: Any
    optimizer: list[NDArray[Any]]
    rate: float
    graphs: dict[Any, Any] = field(default_factory=dict)

    def run(self, step: str, batches: Batches) -> dict[str, float]:
        """The metrics of one epoch of `train_step` or `test_step`."""
        import tensorflow as tf
        from keras import tree

        signature = tree.map_structure(
            lambda rows: tf.TensorSpec([None, *rows.shape[1:]], rows.dtype), batches.rows
        )
        key = (step, str(signature), batches.size, batches.even)
        if not self.graphs:
            # Makes the variables of the metrics, without which a graph would be traced twice.
            self.model.test_step(tree.map_structure(lambda rows: rows[:1], batches.rows))
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

    def fit(self, request: requests.FitRequest, start: Start) -> tuple[Any, dict[str, list[float]]]:
        """The trained model and its logs; raises `CannotTrain` and whatever TensorFlow raises."""
        fit = request.fit
        if fit.compiled is None or fit.steps_per_epoch or fit.validation_steps:
            raise CannotTrain
        kept = self._prepare(fit.network, fit.compiled, fit.training.images, start)
        training, validation = self._batches(fit, start)
        check_outputs(kept.model, training.size, fit.training)
        logs: dict[str, list[float]] = {}
        for epoch in range(request.first_epoch, request.first_epoch + request.epochs):
            found = kept.run("train_step", training)
            if validation is not None and (epoch + 1) % fit.validation_freq == 0:
                tested = kept.run("test_step", validation)
                found |= {f"val_{name}": value for name, value in tested.items()}
            for name in sorted(found):
                logs.setdefault(name, []).append(found[name])
        return kept.model, logs

    def evaluate(self, request: requests.EvaluateRequest, start: Start) -> dict[str, list[float]]:
        """The metrics on the data; raises `CannotTrain` and whatever TensorFlow raises."""
        if request.compiled is None or request.steps:
            raise CannotTrain
        kept = self._prepare(request.network, request.compiled, request.data.images, start)
        size = request.batch_size or BATCH_SIZE
        check_outputs(kept.model, size, request.data)
        found = kept.run("test_step", _dealt(request.data, start, size))
        return {name: [found[name]] for name in sorted(found)}

    def _prepare(
        self,
        network: recipe.Network,
        compiled: recipe.Compiled,
        images: requests.Data,
        start: Start,
    ) -> Kept:
        """A network that holds the values to start from; one that is kept, if there is one."""
        key = _key(network, compiled, images)
        kept = self._kept.pop(key, None)
        if kept is None:
            kept = _fresh(network, compiled, images, start)
        elif start.weights is None:
            twin = started(network, None, images, start)
            assign(chain_variables(kept.model), values_of(chain_variables(twin)), "network")
        else:
            assign(chain_variables(kept.model), start.weights, "network")
        optimizer, rate = kept.model.optimizer, compiled.optimizer.numbers.get("learning_rate")
        optimizer_values = kept.optimizer if start.optimizer is None else start.optimizer
        assign(optimizer.variables, optimizer_values, "optimizer")
        optimizer.learning_rate = rate if isinstance(rate, float) else kept.rate
        if kept.model.count_params() <= MOST_KEPT_PARAMETERS:
            self._kept[key] = kept
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return kept

    def _batches(self, fit: requests.Fit, start: Start) -> tuple[Batches, Batches | None]:
        """The data of a training and its validation, dealt out; kept for its next epochs."""
        same = msgspec.structs.replace(fit, network=recipe.Network(()), compiled=None)
        key = msgspec.msgpack.encode([same, start.seed])
        if self._data is None or self._data[0] != key:
            self._data = None
            size = fit.batch_size or BATCH_SIZE
            classes = dict(fit.class_weight) or None
            training = _dealt(fit.training, start, size, shuffle=fit.shuffle, class_weight=classes)
            validation = None
            if fit.validation is not None:
                size = fit.validation_batch_size or size
                validation = _dealt(fit.validation, start, size)
            self._data = key, (training, validation)
        return self._data[1]


def _key(network: recipe.Network, compiled: recipe.Compiled, images: requests.Data) -> bytes:
    """Equal for requests that one set of graphs serves: the learning rate is only a variable.

    Not in JSON, in which NaN, infinity and `None` are one.
    """
    numbers = dict(compiled.optimizer.numbers)
    if isinstance(numbers.get("learning_rate"), float):
        numbers["learning_rate"] = 1.0
    optimizer = recipe.Optimizer(compiled.optimizer.kind, numbers)
    compiled = msgspec.structs.replace(compiled, optimizer=optimizer)
    return msgspec.msgpack.encode([network, compiled, images.shape[1:]])


def _fresh(
    network: recipe.Network, compiled: recipe.Compiled, images: requests.Data, start: Start
) -> Kept:
    model = started(network, compiled, images, start)
    if not model.built or not model.trainable_variables:
        raise CannotTrain
    model.optimizer.build(model.trainable_variables)
    rate = float(model.optimizer.learning_rate.numpy())
    return Kept(model, values_of(model.optimizer.variables), rate)


def _dealt(data: requests.Labelled, start: Start, size: int, **how: Any) -> Batches:
    """Keras's own batches of one epoch, one behind the other."""
    import keras
    import tensorflow as tf
    from keras import tree
    from keras.src.trainers.data_adapters import get_data_adapter

    images, labels, sample_weight = unpack(data, start.arrays)
    keras.utils.set_random_seed(start.seed)
    adapter = get_data_adapter(
        x=images, y=labels, sample_weight=sample_weight, batch_size=size, **how
    )
    dataset = adapter.get_tf_dataset()
    rows = tree.map_structure(lambda *batches: tf.concat(batches, 0), *dataset)
    lengths = {spec.shape[0] for spec in tree.flatten(dataset.element_spec)}
    return Batches(rows, size, even=lengths == {size})


def _epoch(model: Any, step: str, size: int, *, even: bool) -> Any:
    """A function of rows that takes a step with each batch of them and returns the metrics."""
    import tensorflow as tf
    from keras import tree

    def one_step(place: Any, rows: Any) -> list[Any]:
        def cut(array: Any) -> Any:
            batch = array[place : place + size]
            # As much of the shape as Keras's batches tell; the kernels chosen may depend on it.
            batch.set_shape([size if even else None, *array.shape[1:]])
            return batch

        getattr(model, step)(tree.map_structure(cut, rows))
        return [place + size]

    def epoch(rows: Any) -> Any:
        count = tf.shape(tree.flatten(rows)[0])[0]
        tf.while_loop(
            lambda place: place < count,
            lambda place: one_step(place, rows),
            [0],
            parallel_iterations=1,
        )
        return model.get_metrics_result()

    return epoch
