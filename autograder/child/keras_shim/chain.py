"""Finds the layers that a Keras model applies, and what each of them is applied to.

A model that does more than apply layers of one input raises `RecipeError` with a clause that says
why. Models within a model, and layers that only apply others, are unfolded.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.child.keras_shim.describe_layers import activation_behind, adapted
from autograder.child.keras_shim.operations import layer_like
from autograder.wire.errors import RecipeError

# Methods that decide what `fit` and `evaluate` do; a subclass that has its own trains its own way.
KERAS_OWN = (
    "__call__",
    "compute_loss",
    "compute_metrics",
    "evaluate",
    "get_metrics_result",
    "make_test_function",
    "make_train_function",
    "metrics",
    "reset_metrics",
    "test_step",
    "train_step",
)
# Layers that do nothing unless they are told that the model trains.
NOISE = (
    "AlphaDropout",
    "Dropout",
    "GaussianDropout",
    "GaussianNoise",
    "SpatialDropout1D",
    "SpatialDropout2D",
)
# Layers that do something else when they are told so.
STATISTICS = (
    "BatchNormalization",
    "RandomBrightness",
    "RandomContrast",
    "RandomFlip",
    "RandomRotation",
    "RandomTranslation",
    "RandomZoom",
)

# A layer's number, and the places of what it is applied to: 0 is the input, and n is what the n-th
# node made.
Node = tuple[int, ...]


@dataclass(slots=True)
class Applied:
    """Layers in the order in which they are first applied, and each time that one is."""

    layers: list[Any] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def apply(self, layer: Any, places: Sequence[int]) -> int:
        """The place of what the layer makes of what is at these places."""
        known = [number for number, one in enumerate(self.layers) if one is layer]
        if not known:
            self.layers.append(layer)
        self.nodes.append((known[0] if known else len(self.layers) - 1, *places))
        return len(self.nodes)

    @property
    def is_chain(self) -> bool:
        """Whether each layer is applied once, to what the one before it made."""
        return self.nodes == [(place, place) for place in range(len(self.nodes))]

    def without_noise(self) -> Applied:
        """The same where nothing is told that the model trains."""
        quiet, moved = Applied(), {0: 0}
        for place, (number, *places) in enumerate(self.nodes, 1):
            layer, taken = self.layers[number], [moved[one] for one in places]
            noise = type(layer).__name__ in NOISE
            moved[place] = taken[0] if noise else quiet.apply(layer, taken)
        return quiet


def applied_by(model: Any, shape: tuple[int, ...]) -> Applied:
    """What a model does with rows of that shape; raises `RecipeError` where it does more."""
    applied = Applied()
    _Follower(applied).model(model, 0, shape)
    return applied


class _Follower:
    """Notes what is applied, while it follows a model from its input to its output.

    `training` is what the layers are told; `None` where they are told it by whoever calls them.
    """

    def __init__(self, applied: Applied, training: bool | None = None) -> None:
        self._applied = applied
        self._training = training
        self._made: dict[int, int] = {}

    def model(self, model: Any, place: int, shape: tuple[int, ...]) -> int:
        """The place of what a model makes of what is at a place and has that shape."""
        import keras
        from keras.src.models.functional import Functional

        _refuse_own_methods(model)
        call = type(model).call
        if isinstance(model, keras.Sequential) and call is keras.Sequential.call:
            return self._one_by_one(model.layers, place, shape)
        if isinstance(model, Functional) and call is Functional.call:
            if len(model.inputs) != 1 or len(model.outputs) != 1:
                raise RecipeError("unrepeatable.several_inputs")
            # Keras tells the layers of such a model whether it trains, whatever their calls said.
            inner = _Follower(self._applied)
            return inner.to(model.outputs[0], {id(model.inputs[0]): place})
        return self._written(model, place, shape)

    def _one_by_one(self, layers: list[Any], place: int, shape: tuple[int, ...]) -> int:
        import keras

        asks_for_shapes = any(
            isinstance(layer, keras.Model) or _only_applies_others(layer) for layer in layers[1:]
        )
        for layer in layers:
            place = self._layer(layer, [place], shape)
            if asks_for_shapes and layer is not layers[-1]:
                shape = _shape_behind(layer, shape)
        return place

    def _layer(self, layer: Any, places: list[int], shape: tuple[int, ...]) -> int:
        import keras

        if type(layer) is keras.layers.InputLayer:
            return places[0]
        if isinstance(layer, keras.Model):
            return self.model(layer, places[0], shape)
        if _only_applies_others(layer) and len(places) == 1:
            return self._written(layer, places[0], shape)
        place = self._applied.apply(adapted(layer), places)
        activation = activation_behind(layer)
        return place if activation is None else self._applied.apply(activation, [place])

    def to(self, tensor: Any, known: dict[int, int]) -> int:
        """The place of a symbolic tensor, given those of the tensors it may come from."""
        if id(tensor) in known:
            return known[id(tensor)]
        layer, inputs, training = _came_about(tensor)
        places = [self.to(one, known) for one in inputs]
        kind = type(layer).__name__
        if self._training is not None and training not in (None, self._training):
            if training or kind not in NOISE:
                raise RecipeError("unrepeatable.sets_training", layer=kind)
            known[id(tensor)] = places[0]
        else:
            known[id(tensor)] = self._layer(layer, places, tuple(inputs[0].shape[1:]))
        return known[id(tensor)]

    def _written(self, model: Any, place: int, shape: tuple[int, ...]) -> int:
        """What a written `call` applies, found by calling it on a symbolic input."""
        import keras

        base = keras.Model if isinstance(model, keras.Model) else keras.layers.Layer
        if not model.built and type(model).build is not base.build:
            _attempt(lambda: model.build((None, *shape)), "unrepeatable.build_alone")
        told = base is keras.layers.Layer or _takes_training(model)
        found = []
        for training in (False, True) if told else (None,):
            applied, symbolic = Applied(), keras.Input(shape)
            output = _called(model, symbolic, training)
            if not isinstance(output, keras.KerasTensor):
                raise RecipeError("unrepeatable.several_inputs")
            follower = _Follower(applied, bool(training))
            follower.to(output, {id(symbolic): 0})
            found.append(applied)
        first, last = found[0], found[-1]
        if not _alike(first.without_noise(), last.without_noise()):
            raise RecipeError("unrepeatable.other_layers_in_training")
        if not told:
            for layer in last.layers:
                if type(layer).__name__ in STATISTICS:
                    kind = type(layer).__name__
                    raise RecipeError("unrepeatable.call_without_training", layer=kind)
            last = last.without_noise()
        return self._take_over(last, place)

    def _take_over(self, applied: Applied, place: int) -> int:
        moved = {0: place}
        for number, (layer, *places) in enumerate(applied.nodes, 1):
            taken = [moved[one] for one in places]
            moved[number] = self._applied.apply(applied.layers[layer], taken)
        return moved[len(applied.nodes)]


def _refuse_own_methods(model: Any) -> None:
    import keras

    for name in KERAS_OWN:
        if getattr(type(model), name) is not getattr(keras.Model, name) or name in vars(model):
            raise RecipeError("unrepeatable.own_method", model=type(model).__name__, method=name)


def _only_applies_others(layer: Any) -> bool:
    """Whether this is a layer of somebody's own that holds layers and no weights beside theirs."""
    import keras

    kind = type(layer)
    if kind.__module__.startswith("keras.") or not getattr(layer, "_layers", None):
        return False
    return kind.__call__ is keras.layers.Layer.__call__


def _shape_behind(layer: Any, shape: tuple[int, ...]) -> tuple[int, ...]:
    """What a layer makes of a shape; a layer that does not say is called without values."""
    import keras

    with contextlib.suppress(Exception):
        return tuple(layer.compute_output_shape((None, *shape))[1:])
    with contextlib.suppress(Exception):
        return tuple(layer.compute_output_spec(keras.KerasTensor((None, *shape))).shape[1:])
    return shape


def _came_about(tensor: Any) -> tuple[Any, list[Any], bool | None]:
    """The layer that made a symbolic tensor, of which tensors, and what it was told of training."""
    import keras

    history = getattr(tensor, "_keras_history", None)
    if history is None or history.operation is None:
        raise RecipeError("unrepeatable.output_from_elsewhere")
    node = history.operation._inbound_nodes[history.node_index]  # noqa: SLF001 - the graph
    if node.is_input:
        raise RecipeError("unrepeatable.output_from_elsewhere")
    operation, arguments = history.operation, node.arguments
    if len(node.outputs) != 1:
        raise RecipeError("unrepeatable.no_chain")
    if not isinstance(operation, keras.layers.Layer):
        layer, inputs = layer_like(operation, arguments.args, arguments.kwargs)
        return layer, inputs, None
    others = {**arguments.kwargs}
    training = others.pop("training", None)
    inputs = keras.tree.flatten(arguments.args)
    takes_tensors = len(arguments.args) == 1 and all(
        isinstance(one, keras.KerasTensor) for one in inputs
    )
    if not takes_tensors or not inputs or any(value is not None for value in others.values()):
        raise RecipeError("unrepeatable.no_chain")
    return operation, inputs, training


def _alike(first: Applied, second: Applied) -> bool:
    """Whether two apply the same; a layer that stands in for an operation is like its like."""
    if first.nodes != second.nodes or len(first.layers) != len(second.layers):
        return False
    return all(
        one is other or (_stands_in(one) and _stands_in(other) and _config(one) == _config(other))
        for one, other in zip(first.layers, second.layers, strict=True)
    )


def _stands_in(layer: Any) -> bool:
    return not layer.weights and type(layer).__module__.startswith("keras.")


def _config(layer: Any) -> Any:
    return type(layer).__name__, {**layer.get_config(), "name": ""}


def _takes_training(model: Any) -> bool:
    return "training" in inspect.signature(model.call).parameters


def _called(model: Any, symbolic: Any, training: bool | None) -> Any:
    given = {"training": training} if training is not None and _takes_training(model) else {}
    with _told(model, training):
        return _attempt(lambda: model.call(symbolic, **given), "unrepeatable.call_does_more")


@contextlib.contextmanager
def _told(layer: Any, training: bool | None) -> Iterator[None]:
    """While all layers are told whether the model trains, as they are within a call of it."""
    from keras.src.backend.common import global_state
    from keras.src.layers.layer import CallContext

    name = "current_call_ctx"
    before, context = global_state.get_global_attribute(name), CallContext(layer)
    if training is not None:
        context.set_value("training", training)
    global_state.set_global_attribute(name, context)
    try:
        yield
    finally:
        global_state.set_global_attribute(name, before)


def _attempt(function: Callable[[], Any], reason: str) -> Any:
    try:
        return function()
    except Exception as error:
        raise RecipeError(reason) from error
