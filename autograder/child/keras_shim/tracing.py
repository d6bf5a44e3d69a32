"""Traces a compiled model into a program of plain operations; runs in the sandbox.

This is for what `describe` has no words for: own layers, a `call` with ordinary code, own losses
and metrics. Forward pass, loss and metrics are traced with a tensor in the place of each of Keras's
variables, so that what they leave in a variable is one more output. The trainer takes the gradients
itself, and applies an optimiser of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.child.keras_shim.plain_graph import Traced, constant_of, trace
from autograder.recipes.graph import (
    FLOATS,
    Computed,
    Constant,
    Drawn,
    Function,
    Held,
    LossScale,
    Program,
    Seed,
    Variable,
    encode_program,
)
from autograder.recipes.graph_check import MOST_HELD_BYTES, check
from autograder.recipes.layer import Initializer
from autograder.wire.errors import RecipeError

# Methods of a model that decide how it trains; one that has its own trains its own way.
KERAS_OWN = ("__call__", "fit", "make_train_function", "train_step", "_compute_loss")
SEED_STATE = "seed_generator_state"
ZEROS, ONES = Drawn(Initializer("Zeros")), Drawn(Initializer("Ones"))


@dataclass(frozen=True, slots=True)
class Rows:
    """What one step of training takes: images, and labels and weights where there are any.

    They are `tf.TensorSpec`s, as Keras's own batches have them.
    """

    images: Any
    labels: Any = None
    sample_weight: Any = None

    def specs(self) -> list[Any]:
        return [part for part in (self.images, self.labels, self.sample_weight) if part is not None]


@dataclass(frozen=True, slots=True)
class TracedModel:
    """A program, its bytes, and the model's variables in the program's order, metrics left out."""

    program: Program
    data: NDArray[np.uint8]
    variables: list[Any]


def trace_model(
    model: Any,
    training: Rows,
    validation: Rows | None,
    initializer_of: Callable[[Any], Any],
    *,
    own_rate: bool = True,
) -> TracedModel:
    """What a built, compiled model computes; raises `RecipeError` where it cannot be said.

    `initializer_of` finds the initialiser whose value a variable still has, `None` where it has
    another. Without `own_rate` the learning rate is described elsewhere.
    """
    import keras

    for name in KERAS_OWN:
        if getattr(type(model), name) is not getattr(keras.Model, name) or name in vars(model):
            raise RecipeError("unrepeatable.own_method", model=type(model).__name__, method=name)
    model.reset_metrics()
    tracing = Tracing(model, initializer_of, own_rate=own_rate)
    program = tracing.program(training, validation)
    check(program)
    data = np.frombuffer(encode_program(program), np.uint8)
    return TracedModel(program, data, [*tracing.trained, *tracing.states])


class Tracing:
    """One model while it is traced; collects the arrays that its graphs have from outside."""

    def __init__(self, model: Any, initializer_of: Callable[[Any], Any], *, own_rate: bool) -> None:
        self.trained = list(model.trainable_variables)
        self.states = list(model.non_trainable_variables)
        self._metrics: list[Any] = []
        self._model = model
        self._initializer_of = initializer_of
        self._own_rate = own_rate
        self._held: dict[Constant, int] = {}

    def program(self, training: Rows, validation: Rows | None) -> Program:
        """Everything there is to say about the model."""
        import tensorflow as tf

        # The metrics of `compile` are made when they are first computed.
        self._build_metrics(training)
        self._metrics = list(self._model.metrics_variables)
        train, _ = self._function(self._step(True), [*training.specs(), *self._specs()])
        test = None
        if validation is not None:
            test, _ = self._function(self._step(False), [*validation.specs(), *self._specs()])
        result, logs = self._function(self._result, _specs_of(self._metrics))
        images = tf.TensorSpec([None, *training.images.shape[1:]], training.images.dtype)
        weights = _specs_of([*self.trained, *self.states])
        infer, _ = self._function(self._infer, [images, *weights])
        rate, scale = self._rate_and_scale() if self._own_rate else (None, None)
        return Program(
            variables=tuple(map(self._variable, self.trained, ["trained"] * len(self.trained)))
            + tuple(map(self._variable, self.states, ["state"] * len(self.states)))
            + tuple(map(self._variable, self._metrics, ["metric"] * len(self._metrics))),
            train=train,
            result=result,
            infer=infer,
            logs=tuple(_leaf_names(logs)),
            test=test,
            rate=rate,
            constraints=self._constraints(),
            scale=scale,
            held=tuple(self._held),
        )

    # ---- what is traced --------------------------------------------------------------------------

    def _step(self, training: bool) -> Callable[..., list[Any]]:
        """The loss of a batch, and what it leaves in states and metrics, as in Keras's own step."""
        import keras
        import tensorflow as tf

        model = self._model

        def step(*tensors: Any) -> list[Any]:
            count = len(tensors) - len(self.trained) - len(self.states) - len(self._metrics)
            images, labels, sample_weight = (*tensors[:count], None, None)[:3]
            with self._scope(tensors[count:], self._metrics) as scope:
                predicted = self._called(images, training)
                loss = model._compute_loss(  # noqa: SLF001 - as Keras's own step calls it
                    x=images,
                    y=labels,
                    y_pred=predicted,
                    sample_weight=sample_weight,
                    training=training,
                )
                model._loss_tracker.update_state(  # noqa: SLF001 - as above
                    loss, sample_weight=tf.shape(images)[0]
                )
                model.compute_metrics(images, labels, predicted, sample_weight=sample_weight)
            left = [scope.get_current_value(each) for each in (*self.states, *self._metrics)]
            return [loss, *(keras.ops.convert_to_tensor(value) for value in left)]

        return step

    def _infer(self, images: Any, *values: Any) -> Any:
        with self._scope(values):
            predicted = self._called(images, False)
        return [predicted]

    def _result(self, *values: Any) -> Any:
        import keras

        with keras.StatelessScope(list(zip(self._metrics, values, strict=True))):
            return self._model.get_metrics_result()

    def _called(self, images: Any, training: bool) -> Any:
        model = self._model
        # As Keras's own step asks for it.
        if model._call_has_training_arg:  # noqa: SLF001
            return model(images, training=training)
        return model(images)

    def _scope(self, values: Sequence[Any], metrics: Sequence[Any] = ()) -> Any:
        import keras

        variables = [*self.trained, *self.states, *metrics]
        return keras.StatelessScope(list(zip(variables, values, strict=True)), collect_losses=True)

    def _build_metrics(self, training: Rows) -> None:
        model = self._model
        if model._compile_metrics is None or model._compile_metrics.built:  # noqa: SLF001 - where Keras keeps them
            return
        try:
            model._symbolic_build(data_batch=tuple(training.specs()))  # noqa: SLF001 - Keras's own way to it
        except Exception as error:
            raise RecipeError("unrepeatable.graph_tracing") from error
        model.reset_metrics()

    def _rate_and_scale(self) -> tuple[Function | None, LossScale | None]:
        """The graph of a learning rate that the optimiser computes, and how it scales the loss."""
        import tensorflow as tf
        from keras.optimizers.schedules import LearningRateSchedule

        optimizer, scale = inner_optimizer(self._model.optimizer)
        rate = optimizer._learning_rate  # noqa: SLF001 - the property computes it
        if not isinstance(rate, LearningRateSchedule):
            return None, scale
        steps = tf.TensorSpec([], optimizer.iterations.dtype)
        function, _ = self._function(lambda step: [tf.convert_to_tensor(rate(step))], [steps])
        return function, scale

    def _constraints(self) -> tuple[tuple[int, Function], ...]:
        found = []
        for place, variable in enumerate(self.trained):
            constraint = variable.constraint
            if constraint is not None:
                traced = lambda value, own=constraint: [own(value)]  # noqa: E731 - bound at once
                function, _ = self._function(traced, _specs_of([variable]))
                found.append((place, function))
        return tuple(found)

    # ---- how it is said --------------------------------------------------------------------------

    def _function(self, function: Callable[..., Any], specs: list[Any]) -> tuple[Function, Any]:
        traced: Traced = trace(function, specs)
        held = tuple(self._hold(array) for array in traced.held)
        return Function(traced.graph, held), traced.structure

    def _hold(self, array: NDArray[Any]) -> int:
        """The place of an array from outside; equal ones have one place."""
        constant = constant_of(array)
        if len(constant.data) > MOST_HELD_BYTES:
            raise RecipeError("unrepeatable.graph_knowledge")
        return self._held.setdefault(constant, len(self._held))

    def _specs(self) -> list[Any]:
        return _specs_of([*self.trained, *self.states, *self._metrics])

    def _variable(self, variable: Any, role: Any) -> Variable:
        shape, dtype = tuple(variable.shape), variable.dtype
        return Variable(shape, dtype, role, self._start(variable, role))

    def _start(self, variable: Any, role: str) -> Drawn | Seed | Computed | Held | None:
        """Where its value is from; `None` where only the child knows, and has to give it."""
        if role == "metric":
            return self._start_of_value(variable)
        if variable.path.endswith(SEED_STATE):
            return Seed()
        initializer = self._initializer_of(variable)
        if initializer is not None and str(variable.dtype) in FLOATS:
            drawn = _drawn(initializer)
            return drawn or self._computed(variable, initializer)
        return self._start_of_value(variable) if role == "state" else None

    def _start_of_value(self, variable: Any) -> Drawn | Held | None:
        value = np.array(variable.numpy())
        if value.dtype.kind == "f" and not value.any():
            return ZEROS
        if value.dtype.kind == "f" and (value == 1).all():
            return ONES
        return Held(self._hold(value)) if value.nbytes <= MOST_HELD_BYTES else None

    def _computed(self, variable: Any, initializer: Any) -> Computed | None:
        """What a function of one's own makes of shape and dtype, as one more graph."""
        import tensorflow as tf

        shape, dtype = tuple(variable.shape), str(variable.dtype)

        def value() -> list[Any]:
            return [tf.convert_to_tensor(initializer(shape, dtype=dtype), dtype)]

        try:
            function, _ = self._function(value, [])
        except RecipeError:
            return None
        return Computed(function)


def inner_optimizer(optimizer: Any) -> tuple[Any, LossScale | None]:
    """The optimiser that does the work, and how its loss is scaled."""
    import keras

    if type(optimizer) is not keras.optimizers.LossScaleOptimizer:
        return optimizer, None
    scale = LossScale(float(optimizer.initial_scale), int(optimizer.dynamic_growth_steps))
    return optimizer.inner_optimizer, scale


def _drawn(initializer: Any) -> Drawn | None:
    """One of Keras's own initialisers by name and numbers."""
    import keras

    kind = type(initializer).__name__
    if type(initializer) is not getattr(keras.initializers, kind, None):
        return None
    config = {name: value for name, value in initializer.get_config().items() if name != "seed"}
    numbers = {name: value for name, value in config.items() if isinstance(value, (int, float))}
    words = {name: value for name, value in config.items() if isinstance(value, str)}
    if any(config[name] is not None for name in config.keys() - numbers.keys() - words.keys()):
        return None
    plain = {"kind": kind, "numbers": numbers} | ({"words": words} if words else {})
    try:
        return Drawn(msgspec.convert(plain, Initializer))
    except msgspec.ValidationError:
        return None


def _specs_of(variables: Sequence[Any]) -> list[Any]:
    import tensorflow as tf

    return [tf.TensorSpec(variable.shape, variable.dtype) for variable in variables]


def _leaf_names(logs: Any) -> list[str]:
    """Names in TensorFlow's order; dictionaries in dictionaries are spread, as in `fit`."""
    names = []
    for name in sorted(logs):
        names += _leaf_names(logs[name]) if isinstance(logs[name], dict) else [str(name)]
    return names
