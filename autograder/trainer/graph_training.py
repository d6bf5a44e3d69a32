"""Trains a traced program: what `Model.fit` computes for the model that it was traced from.

The values to start from are drawn here, the gradients are taken here, and the optimiser is Keras's
own. A training is a pure function of its order, as in `main`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes import recipe, requests
from autograder.recipes.graph import Computed, Drawn, Held, Program, Seed, Variable
from autograder.trainer.build import (
    Start,
    are_still,
    assign,
    optimizer_of,
    unpack,
    values_of,
)
from autograder.trainer.graph_build import Built, array_of
from autograder.wire.errors import RecipeError
from autograder.wire.protocol import Values

KERAS_BATCH = 32
LARGEST_SEED = 10**9
# Images that are predicted together.
AT_ONCE = 250


@dataclass(slots=True)
class Model:
    """A program's variables with the values that they start from, and its graphs."""

    program: Program
    trained: list[Any]
    states: list[Any]
    metrics: list[Any]
    infer: Built
    fresh_metrics: list[NDArray[Any]] = field(default_factory=list)

    @property
    def weights(self) -> list[Any]:
        """What a training leaves."""
        return [*self.trained, *self.states]

    def reset_metrics(self) -> None:
        for variable, value in zip(self.metrics, self.fresh_metrics, strict=True):
            variable.assign(value)


def started(program: Program, seed: int, weights: Sequence[NDArray[Any]] | None) -> Model:
    """The variables of a program, with these values or with new ones."""
    import keras

    keras.utils.set_random_seed(seed)
    made: dict[str, list[Any]] = {"trained": [], "state": [], "metric": []}
    metrics = []
    for variable in program.variables:
        given = weights is not None and variable.role != "metric"
        value = np.zeros(variable.shape) if given else _initial(variable, program)
        made[variable.role].append(
            keras.Variable(value, dtype=variable.dtype, trainable=variable.role == "trained")
        )
        if variable.role == "metric":
            metrics.append(np.array(made["metric"][-1].numpy()))
    infer = Built(program.infer, program.held)
    model = Model(program, made["trained"], made["state"], made["metric"], infer, metrics)
    if weights is not None:
        assign(model.weights, weights, "network")
    return model


def _initial(variable: Variable, program: Program) -> Any:
    import keras

    match variable.initial:
        case Drawn(initializer):
            settings = {**initializer.numbers, **getattr(initializer, "words", {})}
            own = getattr(keras.initializers, initializer.kind)(**settings)
            return own(variable.shape, dtype=variable.dtype)
        case Seed():
            state = np.zeros(variable.shape, variable.dtype)
            state.reshape(-1)[:1] = random.randint(1, LARGEST_SEED)  # noqa: S311 - no secret
            return state
        case Computed(function):
            import tensorflow as tf

            built = Built(function, program.held)
            return tf.function(lambda: built()[0], autograph=False)()
        case Held(place):
            return array_of(program.held[place])
        case _:
            raise RecipeError("unrepeatable.other_start", owner="network")


def predicted(model: Model, images: NDArray[Any]) -> NDArray[Any]:
    """What the model predicts for each image."""
    import tensorflow as tf

    infer = tf.function(
        lambda rows, *weights: model.infer(rows, *weights)[0],
        autograph=False,
        reduce_retracing=True,
    )
    weights = [tf.convert_to_tensor(variable.value) for variable in model.weights]
    rows = [images[at : at + AT_ONCE] for at in range(0, len(images), AT_ONCE)]
    return np.concatenate([np.array(infer(tf.constant(part), *weights)) for part in rows])


class Training:
    """One order: a program, how and on what it is trained, and where from."""

    def __init__(self, program: Program, request: requests.FitRequest, start: Start) -> None:
        fit = request.fit
        steps = fit.steps_per_epoch or fit.validation_steps or request.begun
        drawn = fit.drawn or fit.validation_drawn or request.batches
        if fit.compiled is None or steps or drawn:
            raise RecipeError("unrepeatable.graph_arguments")
        self._request, self._seed = request, start.seed
        self.model = started(program, start.seed, start.weights)
        self.optimizer = _optimizer(program, fit.compiled.optimizer, self.model.trained)
        if start.optimizer is not None:
            rate = self._rate()
            assign(self.optimizer.variables, start.optimizer, "optimizer")
            if rate is not None:
                self.optimizer.learning_rate = rate
        self._step = Built(program.train, program.held)
        self._test = Built(program.test, program.held) if program.test is not None else None
        self._result = Built(program.result, program.held)
        self._constraints = [
            (place, Built(function, program.held)) for place, function in program.constraints
        ]
        size = fit.batch_size or KERAS_BATCH
        classes = dict(fit.class_weight) or None
        self._batches = dealt(fit.training, start, size, shuffle=fit.shuffle, class_weight=classes)
        self._validation = None
        if fit.validation is not None:
            size = fit.validation_batch_size or size
            self._validation = dealt(fit.validation, start, size)
        if (self._validation is None) != (self._test is None):
            raise RecipeError("unrepeatable.graph_arguments")
        self._train_epoch = self._epoch(self._batches, self._train_step)
        self._test_epoch = None
        if self._validation is not None:
            self._test_epoch = self._epoch(self._validation, self._test_step)

    def prepare(self) -> None:
        """Builds all graphs: what TensorFlow says of them, it says here, before anything is run."""
        for epoch in filter(None, (self._train_epoch, self._test_epoch)):
            epoch.get_concrete_function()

    def run(self) -> Values:
        """Trains; raises whatever TensorFlow raises."""
        request, program = self._request, self.model.program
        before = values_of(self.model.trained)
        logs: dict[str, list[float]] = {}
        for epoch in range(request.first_epoch, request.first_epoch + request.epochs):
            self._note(logs, "", self._train_epoch, self._batches)
            tested = (epoch + 1) % request.fit.validation_freq == 0
            if self._validation is not None and tested:
                self._note(logs, "val_", self._test_epoch, self._validation)
        if request.ends:
            self.optimizer.finalize_variable_values(self.model.trained)
        names = [*sorted(program.logs), *(f"val_{name}" for name in sorted(program.logs))]
        return Values(
            logs={name: logs[name] for name in names if name in logs},
            weights=tuple(values_of(self.model.weights)),
            optimizer=tuple(values_of(self.optimizer.variables)),
            iterations=int(self.optimizer.iterations.numpy()),
            still=are_still(before, values_of(self.model.trained)),
        )

    def _rate(self) -> float | None:
        import keras

        own = self.optimizer._learning_rate  # noqa: SLF001 - a schedule is no number to set
        return float(own.numpy()) if isinstance(own, keras.Variable) else None

    def _note(self, logs: dict[str, list[float]], prefix: str, epoch: Any, rows: Dealt) -> None:
        self.model.reset_metrics()
        for name, value in zip(self.model.program.logs, epoch(rows.rows), strict=True):
            logs.setdefault(prefix + name, []).append(float(value))

    def _epoch(self, batches: Dealt, step: Any) -> Any:
        """A function of rows that takes a step with each batch of them and returns the logs."""
        import tensorflow as tf

        size = batches.size

        def cut(rows: Any, place: Any) -> Any:
            batch = rows[place : place + size]
            # As much of the shape as Keras's batches tell; the kernels chosen may depend on it.
            batch.set_shape([size if batches.even else None, *rows.shape[1:]])
            return batch

        def epoch(rows: list[Any]) -> list[Any]:
            def one_step(place: Any) -> list[Any]:
                step([cut(each, place) for each in rows])
                return [place + size]

            tf.while_loop(
                lambda place: place < tf.shape(rows[0])[0], one_step, [0], parallel_iterations=1
            )
            return self._result(*_read(self.model.metrics))

        return tf.function(epoch, input_signature=[batches.signature()], autograph=False)

    def _train_step(self, batch: list[Any]) -> None:
        import tensorflow as tf

        model = self.model
        trained = _read(model.trained)
        rest = _read([*model.states, *model.metrics])
        # As Keras's own step takes them, so that they are added up in the same order.
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(trained)
            loss, *new = self._step(*batch, *trained, *rest, seeds=self._seeds())
            loss = self.optimizer.scale_loss(loss)
        gradients = tape.gradient(loss, trained)
        self.optimizer.apply_gradients(list(zip(gradients, model.trained, strict=True)))
        for place, constraint in self._constraints:
            variable = model.trained[place]
            variable.assign(constraint(tf.convert_to_tensor(variable.value))[0])
        self._assign(new)

    def _test_step(self, batch: list[Any]) -> None:
        assert self._test is not None  # noqa: S101 - it is called where there is one
        model = self.model
        _loss, *new = self._test(*batch, *_read([*model.trained, *model.states, *model.metrics]))
        self._assign(new)

    def _assign(self, new: list[Any]) -> None:
        variables = [*self.model.states, *self.model.metrics]
        for variable, value in zip(variables, new, strict=True):
            variable.assign(value)

    def _seeds(self) -> Iterator[Any]:
        """Two numbers for each draw of a step: which draw of which order, and which step."""
        import tensorflow as tf

        step = tf.cast(self.optimizer.iterations.value, tf.int64)
        place = 0
        while True:
            yield tf.stack([tf.constant(self._seed * 1_000 + place, tf.int64), step])
            place += 1


@dataclass(frozen=True, slots=True)
class Dealt:
    """Rows in the order of an epoch's batches, as in `epochs`."""

    rows: list[Any]
    size: int
    even: bool

    def signature(self) -> list[Any]:
        import tensorflow as tf

        return [tf.TensorSpec([None, *each.shape[1:]], each.dtype) for each in self.rows]


def dealt(data: requests.Labelled, start: Start, size: int, **how: Any) -> Dealt:
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
    lengths = {spec.shape[0] for spec in tree.flatten(dataset.element_spec)}
    parts = zip(*(tree.flatten(batch) for batch in dataset), strict=True)
    return Dealt([tf.concat(part, 0) for part in parts], size, even=lengths == {size})


def _read(variables: Sequence[Any]) -> list[Any]:
    import tensorflow as tf

    return [tf.convert_to_tensor(variable.value) for variable in variables]


def _optimizer(program: Program, said: recipe.Optimizer, trained: list[Any]) -> Any:
    import keras

    if (program.rate and said.schedule) or (program.scale and said.loss_scale):
        raise RecipeError("unrepeatable.graph_arguments")
    if program.rate is None:
        optimizer = optimizer_of(said)
    else:
        rate = _schedule(Built(program.rate, program.held))
        numbers = {**said.numbers, "learning_rate": rate}
        optimizer = getattr(keras.optimizers, said.kind)(**numbers)
    if program.scale is not None:
        optimizer = keras.optimizers.LossScaleOptimizer(
            optimizer,
            initial_scale=program.scale.initial_scale,
            dynamic_growth_steps=program.scale.dynamic_growth_steps,
        )
    optimizer.build(trained)
    return optimizer


def _schedule(rate: Built) -> Any:
    import keras
    import tensorflow as tf

    class Traced(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
        """The learning rate of each step, as the graph computes it."""

        def __call__(self, step: Any) -> Any:
            return rate(tf.convert_to_tensor(getattr(step, "value", step)))[0]

    return Traced()
