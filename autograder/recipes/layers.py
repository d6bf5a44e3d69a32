"""A network of the vocabulary into answers to what checks ask about its layers.

An activation may stand inside a `Dense` layer, or behind it as a layer of its own; `dense_stack`
makes them alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.recipes import recipe
from autograder.recipes.shapes import output_shapes
from autograder.wire.errors import Failure

ACTIVATION_LAYERS = {"ReLU": "relu", "Softmax": "softmax", "LeakyReLU": "leaky_relu", "ELU": "elu"}
FLATTENING = ("Flatten", "Reshape")
NEEDS_SOFTMAX = "The loss expects probabilities. Which activation of the last layer makes them?"


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its class, and what it has of width, activation and dropped share.

    `output_shape` leaves the batch out, and is empty where it is not known; `scale` is the factor
    of a `Rescaling` layer.
    """

    kind: str
    units: int = 0
    activation: str = ""
    rate: float = 0.0
    output_shape: tuple[int, ...] = ()
    scale: float = 1.0


def layers_of(network: recipe.Network, input_shape: Sequence[int]) -> tuple[Layer, ...]:
    """The layers from input to output; their shapes are those for an input of that shape.

    A network that declares its input has the shapes of that, whatever its data are.
    """
    shapes: Sequence[tuple[int, ...]]
    declared = network.input_shape
    try:
        shapes = output_shapes(network, input_shape if declared is None else declared)
    except Failure:
        shapes = [()] * len(network.layers)
    return tuple(map(_layer, network.layers, shapes))


def _layer(layer: recipe.AnyLayer, shape: tuple[int, ...]) -> Layer:
    return Layer(
        kind="Activation" if isinstance(layer, recipe.Activate) else type(layer).__name__,
        units=layer.units if isinstance(layer, recipe.Dense) else 0,
        activation=str(getattr(layer, "activation", "")),
        rate=layer.rate if isinstance(layer, recipe.Dropout) else 0.0,
        output_shape=shape,
        scale=layer.scale if isinstance(layer, recipe.Rescaling) else 1.0,
    )


def dense_stack(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """The `Dense` layers in order, each with the activation that follows it folded in.

    A linear activation, given or by default, reads `linear`.
    """
    stack: list[Layer] = []
    for layer in layers:
        activation = (
            layer.activation if layer.kind == "Activation" else ACTIVATION_LAYERS.get(layer.kind)
        )
        if layer.kind == "Dense":
            stack.append(layer)
        elif activation and stack and stack[-1].activation == "linear":
            stack[-1] = replace(stack[-1], activation=activation)
    return tuple(stack)


def hidden_width(layers: Sequence[Layer]) -> int:
    """The neurons of the first hidden `Dense` layer, 0 where there is none."""
    hidden = dense_stack(layers)[:-1]
    return hidden[0].units if hidden else 0


def flattens(layers: Sequence[Layer]) -> bool:
    """Whether anything in front of the first `Dense` layer makes images one-dimensional."""
    kinds = [layer.kind for layer in layers]
    front = kinds[: kinds.index("Dense")] if "Dense" in kinds else kinds
    return any(kind in FLATTENING for kind in front)


def check_classes(layers: Sequence[Layer], classes: int, *, from_logits: bool) -> None:
    """The last layer has an output for each class, of the kind the loss expects; or `Failure`."""
    output = dense_stack(layers)[-1:]
    if not output or output[0].units != classes:
        hint = "Each class has one output; other layers stand before this one."
        raise Failure(f"a last Dense layer of {classes} neurons", in_words(layers), hint)
    wanted = "linear" if from_logits else "softmax"
    if output[0].activation != wanted:
        hint = (
            "With from_logits=True the loss applies softmax itself: leave one of the two out."
            if from_logits
            else NEEDS_SOFTMAX
        )
        raise Failure(f"the output's activation to be {wanted}", output[0].activation, hint)


def in_words(layers: Sequence[Layer]) -> str:
    """The stack as a short line, as in "Flatten, Dense(128, relu), Dense(10, softmax)"."""
    return ", ".join(_word(layer) for layer in layers) or "no layers"


def _word(layer: Layer) -> str:
    if layer.kind == "Dense":
        return f"Dense({layer.units}, {layer.activation})"
    if layer.kind == "Activation":
        return f"Activation({layer.activation})"
    if layer.kind == "Dropout":
        return f"Dropout({layer.rate:g})"
    return layer.kind
