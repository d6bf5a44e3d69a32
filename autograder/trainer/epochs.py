"""Whole epochs in one graph each: what `Model.fit` and `Model.evaluate` compute, bit for bit.

Keras's batches are made by Keras, once, since it deals them out in the same order in every epoch.
Its own `train_step` then runs over them in a loop of TensorFlow's instead of one of Python's, and a
network that was trained a moment ago need not be traced again: its variables are set again.

A call of few steps is done sooner than a graph is traced: its steps run as they do in a model that
is compiled with `run_eagerly=True`, and to the same bits.

This knows nothing about errors: whatever is raised here, `Model.fit` is to say in its own words.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.recipes import recipe, requests
from autograder.trainer.batches import Batches, Dealer, dealt, of_epoch
from autograder.trainer.build import (
    Start,
    are_still,
    assign,
    chain_variables,
    check_outputs,
    started,
    values_of,
)

# Networks kept for the next order, and how large one may be to be kept.
MOST_KEPT = 32
MOST_KEPT_PARAMETERS = 2_000_000
# Steps of one call that are run one by one. A graph costs what 4 to 10 of them do.
FEW_STEPS = 6

Series = dict[str, list[float]]


class CannotTrain(Exception):
    """This is for `Model.fit` to do."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A trained model with its logs of each epoch, and of each batch where they were asked for.

    `still` as in `wire.protocol.Values`.
    """

    model: Any
    logs: Series = field(default_factory=dict)
    batches: Series = field(default_factory=dict)
    still: bool = False

    def add(self, found: dict[str, float], seen: Series, prefix: str = "") -> None:
        """Adds what one epoch gave."""
        for name in sorted(found):
            self.logs.setdefault(prefix + name, []).append(found[name])
        for name in sorted(seen):
            self.batches.setdefault(prefix + name, []).extend(seen[name])


@dataclass(frozen=True, slots=True)
class Kept:
    """A compiled network and its graphs, with what its optimiser and learning rate start from."""

    model: Any
    optimizer: list[NDArray[Any]]
    rate: float
    graphs: dict[Any, Any] = field(default_factory=dict)

    def run(self, step: str, batches: Batches, *, few: bool) -> dict[str, float]:
        """The metrics of one epoch of `train_step` or `test_step`; `few` steps need no graph."""
        if few:
            return self._numbers(_one_by_one(self.model, step, batches))
        return self._numbers(self._graph(step, batches, watched=False)(batches.rows, batches.edges))

    def watch(
        self, step: str, batches: Batches, rates: NDArray[np.float32]
    ) -> tuple[dict[str, float], Series]:
        """The same, and the metrics after each batch; `rates` are the learning rates of each."""
        graph = self._graph(step, batches, watched=True)
        found, seen = graph(batches.rows, batches.edges, rates)
        return self._numbers(found), {
            name: [float(value) for value in series.numpy()] for name, series in seen.items()
        }

    def _numbers(self, found: dict[str, Any]) -> dict[str, float]:
        return {name: float(value) for name, value in found.items()}

    def _graph(self, step: str, batches: Batches, *, watched: bool) -> Any:
        import tensorflow as tf
        from keras import tree

        rows = tree.map_structure(
            lambda rows: tf.TensorSpec([None, *rows.shape[1:]], rows.dtype), batches.rows
        )
        signature = [rows, tf.TensorSpec([None], tf.int32)]
        key = (step, str(rows), batches.size, watched)
        if not self.graphs:
            # Makes the variables of the metrics, without which a graph would be traced twice.
            self.model.test_step(tree.map_structure(lambda rows: rows[:1], batches.rows))
        if key not in self.graphs:
            if watched:
                signature.append(tf.TensorSpec([None], tf.float32))
            epoch = (_watched if watched else _epoch)(self.model, step, batches.size)
            self.graphs[key] = tf.function(epoch, input_signature=signature, autograph=False)
        self.model.reset_metrics()
        return self.graphs[key]


class Epochs:
    """Trains by whole epochs; remembers the last networks and the last data.

    A call of up to `few_steps` steps is done without a graph.
    """

    def __init__(self, few_steps: int = FEW_STEPS) -> None:
        self._few_steps = few_steps
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._dealer = Dealer()

    def fit(self, request: requests.FitRequest, start: Start) -> Ended:
        """The trained model and its logs; raises `CannotTrain` and whatever TensorFlow raises."""
        fit = request.fit
        if fit.compiled is None or not _labels_fit(fit, start):
            raise CannotTrain
        kept = self._prepare(fit.network, fit.compiled, fit.training.images, start)
        training, validation = self._dealer.deal(fit, start)
        check_outputs(kept.model, int(np.diff(training.edges).max()), fit.training)
        trained = kept.model.trainable_variables
        ended, before = Ended(kept.model), values_of(trained)
        steps = min(training.count, fit.steps_per_epoch or training.count)
        few = request.asked_epochs * steps <= self._few_steps
        for number in range(request.epochs):
            epoch = request.first_epoch + number
            batches = of_epoch(training, fit.steps_per_epoch, request.begun + number)
            if request.batches is None:
                ended.add(kept.run("train_step", batches, few=few), {})
            else:
                batches = batches.part(0, request.batches.steps)
                rates = _rates(kept.model, batches.count, request.batches)
                ended.add(*kept.watch("train_step", batches, rates))
            if validation is None or (epoch + 1) % fit.validation_freq:
                continue
            tested = validation.part(0, fit.validation_steps)
            if request.batches is None:
                ended.add(kept.run("test_step", tested, few=few), {}, "val_")
            else:
                rates = _rates(kept.model, tested.count, None)
                ended.add(*kept.watch("test_step", tested, rates), "val_")
        if request.ends:
            kept.model.optimizer.finalize_variable_values(trained)
        return replace(ended, still=are_still(before, values_of(trained)))

    def evaluate(self, request: requests.EvaluateRequest, start: Start) -> Series:
        """The metrics on the data; raises `CannotTrain` and whatever TensorFlow raises."""
        if request.compiled is None:
            raise CannotTrain
        kept = self._prepare(request.network, request.compiled, request.data.images, start)
        batches = dealt(request.data, start, request.batch_size, request.steps)
        check_outputs(kept.model, int(np.diff(batches.edges).max()), request.data)
        batches = batches.part(0, request.steps)
        found = kept.run("test_step", batches, few=batches.count <= self._few_steps)
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
        if compiled.optimizer.schedule is None:
            optimizer.learning_rate = rate if isinstance(rate, float) else kept.rate
        if kept.model.count_params() <= MOST_KEPT_PARAMETERS:
            self._kept[key] = kept
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return kept


def _key(network: recipe.Network, compiled: recipe.Compiled, images: requests.Data) -> bytes:
    """Equal for requests that one set of graphs serves: the learning rate is only a variable.

    Not in JSON, in which NaN, infinity and `None` are one.
    """
    numbers = dict(compiled.optimizer.numbers)
    if isinstance(numbers.get("learning_rate"), float):
        numbers["learning_rate"] = 1.0
    optimizer = msgspec.structs.replace(compiled.optimizer, numbers=numbers)
    compiled = msgspec.structs.replace(compiled, optimizer=optimizer)
    return msgspec.msgpack.encode([network, compiled, images.shape[1:]])


def _labels_fit(fit: requests.Fit, start: Start) -> bool:
    """Whether each label has an output of its own, where labels are classes.

    Otherwise training ends with the first batch that has such a label.
    """
    layers, loss, labels = (
        fit.network.layers,
        fit.compiled and fit.compiled.loss,
        fit.training.labels,
    )
    name = loss.kind if isinstance(loss, recipe.Loss) else loss or ""
    outputs = [layer.units for layer in layers if isinstance(layer, recipe.Dense)]
    if not outputs or labels is None or "sparse" not in name.lower():
        return True
    classes = start.arrays.get(labels.digest, np.zeros(1))
    return bool(classes.size == 0 or classes.max() < outputs[-1])


def _fresh(
    network: recipe.Network, compiled: recipe.Compiled, images: requests.Data, start: Start
) -> Kept:
    model = started(network, compiled, images, start)
    if not model.built or not model.trainable_variables:
        raise CannotTrain
    model.optimizer.build(model.trainable_variables)
    rate = float(model.optimizer.learning_rate.numpy())
    return Kept(model, values_of(model.optimizer.variables), rate)


def _rates(model: Any, count: int, told: requests.Batchwise | None) -> NDArray[np.float32]:
    """The learning rate of each batch, as callbacks set it."""
    rates = np.full(count, model.optimizer.learning_rate.numpy(), np.float32)
    for first, rate in () if told is None else told.rates:
        rates[first:] = rate
    return rates


def _cut(rows: Any, edges: Any, number: Any, size: int | None) -> Any:
    """The rows of one batch."""
    from keras import tree

    def cut(array: Any) -> Any:
        batch = array[edges[number] : edges[number + 1]]
        # As much of the shape as Keras's batches tell; the kernels chosen may depend on it.
        batch.set_shape([size, *array.shape[1:]])
        return batch

    return tree.map_structure(cut, rows)


def _one_by_one(model: Any, step: str, batches: Batches) -> Any:
    """Takes a step with each batch, and returns the metrics."""
    from keras import tree

    model.reset_metrics()
    for first, last in zip(batches.edges[:-1], batches.edges[1:], strict=True):
        rows = tree.map_structure(lambda array: array[first:last], batches.rows)  # noqa: B023 - called at once
        getattr(model, step)(rows)
    return model.get_metrics_result()


def _epoch(model: Any, step: str, size: int | None) -> Any:
    """A function of rows that takes a step with each batch of them and returns the metrics."""
    import tensorflow as tf

    def epoch(rows: Any, edges: Any) -> Any:
        def one_step(number: Any) -> list[Any]:
            getattr(model, step)(_cut(rows, edges, number, size))
            return [number + 1]

        count = tf.shape(edges)[0] - 1
        tf.while_loop(lambda number: number < count, one_step, [0], parallel_iterations=1)
        return model.get_metrics_result()

    return epoch


def _watched(model: Any, step: str, size: int | None) -> Any:
    """The same, with a learning rate for each batch, that returns the metrics after each too."""
    import keras
    import tensorflow as tf

    optimizer = getattr(model.optimizer, "inner_optimizer", model.optimizer)
    trains = step == "train_step" and isinstance(optimizer._learning_rate, keras.Variable)  # noqa: SLF001

    def epoch(rows: Any, edges: Any, rates: Any) -> Any:
        count = tf.shape(edges)[0] - 1
        names = list(model.get_metrics_result())

        def one_step(number: Any, *seen: Any) -> list[Any]:
            if trains:
                optimizer.learning_rate = rates[number]
            found = getattr(model, step)(_cut(rows, edges, number, size))
            return [
                number + 1,
                *(
                    series.write(number, tf.cast(found[name], tf.float32))
                    for name, series in zip(names, seen, strict=True)
                ),
            ]

        arrays = [tf.TensorArray(tf.float32, count, element_shape=()) for _name in names]
        _number, *seen = tf.while_loop(
            lambda number, *_seen: number < count, one_step, [0, *arrays], parallel_iterations=1
        )
        told = {name: series.stack() for name, series in zip(names, seen, strict=True)}
        return model.get_metrics_result(), told

    return epoch
