"""A network of the vocabulary as checks look at it: its layers, and what they are in words.

An activation may be given inside a `Dense` layer, or behind it as a layer of its own;
`Layers.dense` makes them alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.recipes import recipe
from autograder.recipes.families.noise import Passing
from autograder.recipes.shapes import output_shapes
from autograder.recipes.unknown import known
from autograder.wire.errors import Failure
from autograder.wire.messages import Value, message

ACTIVATION_LAYERS = {
    "ReLU": "relu",
    "Softmax": "softmax",
    "LeakyReLU": "leaky_relu",
    "ELU": "elu",
    "PReLU": "prelu",
}
FLATTENING = ("Flatten", "Reshape")
# Layers that leave every number as it is, when the network predicts.
PASSING_ON = (
    *FLATTENING,
    "Identity",
    "Permute",
    *(name for name, kind in recipe.LAYERS.items() if issubclass(kind, Passing)),
)
# What joins branches: an activation behind it belongs to no one layer.
MERGING = ("Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract")
# A factor that leaves nothing of pixels; and how near to 1 a slope makes an activation linear.
NOTHING = 1e-6
LINEAR = 0.05


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its class, and what it has of width, activation and dropped share.

    `output_shape` leaves the batch out, and is empty where it is not known; `scale` and `offset`
    are what a `Rescaling` layer multiplies by and adds. Of a layer that the vocabulary does not
    know, shape and activation may be `UNKNOWN`.
    """

    kind: str
    units: int = 0
    activation: str = ""
    rate: float = 0.0
    output_shape: tuple[int, ...] = ()
    scale: float = 1.0
    offset: float = 0.0

    @property
    def is_flat(self) -> bool:
        """Whether it makes one row of each image, as far as that is known."""
        return len(self.output_shape) <= 1

    def __str__(self) -> str:
        """As Keras users write it."""
        if self.kind == "Dense":
            return f"Dense({self.units}, {self.activation})"
        if self.kind == "Activation":
            return f"Activation({self.activation})"
        if self.kind == "Dropout":
            return f"Dropout({self.rate:g})"
        return self.kind


class Layers(tuple[Layer, ...]):
    """The layers of a network from input to output."""

    __slots__ = ()

    @property
    def dense(self) -> Layers:
        """The `Dense` layers in order, each with the activation that follows it folded in.

        A linear activation, given or by default, reads `linear`; so does one that is linear by its
        numbers.
        """
        stack: list[Layer] = []
        is_open = False
        for layer in self:
            # That of another layer, such as a convolution, is its own.
            may_follow = layer.kind == "Activation" or layer.kind in ACTIVATION_LAYERS
            activation = layer.activation if may_follow else ""
            if may_follow and known(activation, layer.kind) == "":
                activation = ACTIVATION_LAYERS.get(layer.kind, "")
            if layer.kind == "Rescaling":
                # What is multiplied by nothing reaches no output, and what follows is not theirs.
                stack, is_open = ([] if abs(layer.scale) < NOTHING else stack), False
            if layer.kind == "Dense":
                stack.append(layer)
            elif activation and is_open:
                stack[-1] = replace(stack[-1], activation=activation)
            if layer.kind in MERGING or not stack:
                is_open = False
            elif layer.kind == "Dense" or activation:
                is_open = known(stack[-1].activation, "") == "linear"
        return Layers(stack)

    @property
    def hidden(self) -> Layers:
        """The `Dense` layers before the last one."""
        return Layers(self.dense[:-1])

    @property
    def hidden_widths(self) -> list[int]:
        """The neurons of each hidden `Dense` layer."""
        return [layer.units for layer in self.hidden]

    @property
    def output(self) -> Layer | None:
        """The last `Dense` layer; `None` where there is none."""
        return self.dense[-1] if self.dense else None

    @property
    def flattens(self) -> bool:
        """Whether anything before the first `Dense` layer makes images one-dimensional."""
        kinds = [layer.kind for layer in self]
        front = kinds[: kinds.index("Dense")] if "Dense" in kinds else kinds
        return any(kind in FLATTENING for kind in front)

    @property
    def sees_every_pixel(self) -> bool:
        """Whether no pooling comes before the first layer that has weights."""
        kinds = (layer.kind for layer in self if layer.kind not in (*PASSING_ON, "Rescaling"))
        return "Pooling" not in next(kinds, "")

    def rescaled(self, number: float) -> float:
        """What `Rescaling` layers in front make of a number, before anything else is computed."""
        for layer in self:
            if layer.kind == "Rescaling":
                number = layer.scale * number + layer.offset
            elif layer.kind not in PASSING_ON:
                break
        return number

    @property
    def in_words(self) -> Value:
        """A short line, as in "Flatten, Dense(128, relu), Dense(10, softmax)"."""
        return ", ".join(map(str, self)) or message("layers.none")


def layers_of(network: recipe.Network, input_shape: Sequence[int]) -> Layers:
    """The layers from input to output, one that is applied twice in both places; their shapes are
    those for an input of that shape.

    A network that declares its input has the shapes of that, whatever its data are.
    """
    shapes: Sequence[tuple[int, ...]]
    declared, nodes = network.input_shape, network.applied()
    try:
        shapes = output_shapes(network, input_shape if declared is None else declared)
    except Failure:
        shapes = [()] * len(nodes)
    layers = [network.layers[number] for number, *_places in nodes]
    return Layers(map(_layer, layers, shapes))


def _activation(layer: recipe.AnyLayer) -> str:
    """The name of a layer's activation, which its numbers may make another one."""
    slope, name = getattr(layer, "negative_slope", 0.0), type(layer).__name__
    if abs(slope - 1) < LINEAR:
        return "linear"
    if isinstance(layer, recipe.ReLU):
        if layer.threshold or layer.max_value is not None:
            return "relu6" if (layer.threshold, layer.max_value) == (0, 6) else "bounded relu"
        return "leaky_relu" if slope else "relu"
    return ACTIVATION_LAYERS.get(name) or str(getattr(layer, "activation", ""))


def _layer(layer: recipe.AnyLayer, shape: tuple[int, ...]) -> Layer:
    return Layer(
        kind="Activation" if isinstance(layer, recipe.Activate) else type(layer).__name__,
        units=layer.units if isinstance(layer, recipe.Dense) else 0,
        activation=_activation(layer),
        rate=layer.rate if isinstance(layer, recipe.Dropout) else 0.0,
        output_shape=shape,
        scale=layer.scale if isinstance(layer, recipe.Rescaling) else 1.0,
        offset=layer.offset if isinstance(layer, recipe.Rescaling) else 0.0,
    )
