"""A network of the vocabulary as checks look at it: its layers, and what they are in words.

An activation may be given inside a `Dense` layer, or behind it as a layer of its own;
`Layers.dense` makes them alike.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from autograder.recipes import recipe
from autograder.recipes.families.noise import Passing
from autograder.recipes.shapes import output_shapes
from autograder.recipes.unknown import UNKNOWN, known
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
# What joins branches. Behind some an activation bends what each branch adds; behind others it
# belongs to no one layer.
ADDING = ("Add", "Average", "Concatenate")
MERGING = (*ADDING, "Maximum", "Minimum", "Multiply", "Subtract")
# What leaves as they are numbers of which ReLU has left none below 0.
SAME_BEHIND_RELU = ("relu", "leaky_relu", "prelu", "elu")
# Layers that shift and scale values.
NORMALIZING = (
    "BatchNormalization", "GroupNormalization", "LayerNormalization", "Normalization",
    "UnitNormalization",
)  # fmt: skip
# What may come beside `Dense` layers where a network is to have nothing else: all this looks at
# every value, and learns at most to shift and scale it.
PLAIN = (
    *PASSING_ON, *ACTIVATION_LAYERS, *NORMALIZING, "Activation", "Dense", "InputLayer", "Rescaling",
)  # fmt: skip
# Classes of Keras that the vocabulary does not know, and that do more than that.
LEAVES_OUT = re.compile(r"Crop|Pool|Resiz")
NOT_PLAIN = re.compile(r"Attention|Conv|Crop|Dot|EinsumDense|Embedding|GRU|LSTM|Pool|RNN|Resiz")
# A factor that leaves nothing of pixels; and how near to 1 a slope makes an activation linear.
NOTHING = 1e-6
LINEAR = 0.05


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its class, and what it has of width, activation and dropped share.

    `output_shape` leaves the batch out, and is empty where it is not known; `scale` and `offset`
    are what a `Rescaling` layer multiplies by and adds. Of a layer that the vocabulary does not
    know, shape and activation may be `UNKNOWN`.

    `takes` are the places of the layers whose output it takes, -1 the network's input, where they
    are known and not just the one before it; `number` is the same for one layer in two places.
    Measured of a `Dense` layer is whether it `is_idle`, so that the network is no deeper for it,
    and whether it `is_straight`: what its activation makes is a straight line.
    """

    kind: str
    units: int = 0
    activation: str = ""
    rate: float = 0.0
    output_shape: tuple[int, ...] = ()
    scale: float = 1.0
    offset: float = 0.0
    takes: tuple[int, ...] = field(default=(), compare=False)
    number: int = field(default=-1, compare=False)
    is_idle: bool = field(default=False, compare=False)
    is_straight: bool = field(default=False, compare=False)

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

        Where there are branches, those on the way with most of them; one that is applied twice
        counts once. A linear activation, given or by default, reads `linear`; so does one that is
        linear by its numbers. Of two activations in a row that do different things, both are named.
        """
        stack: list[Layer] = []
        follows, numbers = False, set[int]()
        for layer in self._way():
            activation = _own_activation(layer)
            if layer.kind == "Dense":
                follows = not layer.is_idle and (layer.number < 0 or layer.number not in numbers)
                if follows:
                    stack.append(layer)
                    numbers.add(layer.number)
                if follows and layer.is_straight:
                    stack[-1], follows = replace(layer, activation="linear"), False
            elif layer.kind == "Rescaling":
                # What is multiplied by nothing reaches no output, and what follows is not theirs.
                stack, follows = ([] if abs(layer.scale) < NOTHING else stack), False
            elif layer.kind in MERGING:
                follows &= layer.kind in ADDING
            elif follows and (activation is UNKNOWN or activation):
                own = _one_behind_another(stack[-1].activation, activation)
                stack[-1] = replace(stack[-1], activation=own)
        return Layers(stack)

    def _way(self) -> Iterator[Layer]:
        """The layers from input to output, along the branches with most `Dense` layers."""
        if not any(layer.takes for layer in self):
            return iter(self)
        ways: list[tuple[int, ...]] = []
        for place, layer in enumerate(self):
            before = [ways[one] if one >= 0 else () for one in layer.takes or (place - 1,)]
            ways.append((*max(before, key=self._depth), place))
        return (self[place] for place in ways[-1])

    def _depth(self, places: Sequence[int]) -> int:
        """How many different `Dense` layers are at these places."""
        counted = [self[place] for place in places]
        dense = [one for one in counted if one.kind == "Dense" and not one.is_idle]
        return len({one.number for one in dense})

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
        """The last `Dense` layer; `None` where there is none.

        Its activation names what changes the answers behind it, too.
        """
        if not self.dense:
            return None
        is_activated, changes = False, list[str]()
        for layer in self:
            if layer.kind == "Dense":
                is_activated, changes = known(layer.activation, "") not in ("", "linear"), []
            elif known(_own_activation(layer), "") not in ("", "linear"):
                is_activated = True
            elif is_activated and _changes(layer):
                changes.append(layer.kind)
        output = self.dense[-1]
        if not changes:
            return output
        return replace(output, activation=", ".join((output.activation, *changes)))

    @property
    def end(self) -> Layer | None:
        """The last layer that makes sums of what it is given, as if it were the output layer."""
        places = [
            place
            for place, layer in enumerate(self)
            if layer.kind == "Dense" or "Conv" in layer.kind
        ]
        if not places:
            return None
        rest = [replace(layer, takes=(), number=-1) for layer in self[places[-1] :]]
        return Layers((replace(rest[0], kind="Dense"), *rest[1:])).output

    @property
    def flattens(self) -> bool:
        """Whether anything before the first `Dense` layer makes images one-dimensional."""
        kinds = [layer.kind for layer in self]
        front = kinds[: kinds.index("Dense")] if "Dense" in kinds else kinds
        return any(kind in FLATTENING for kind in front)

    @property
    def sees_every_pixel(self) -> bool:
        """Whether nothing pools or cuts pixels before the first layer that has weights."""
        kinds = (layer.kind for layer in self if layer.kind not in (*PASSING_ON, "Rescaling"))
        return not LEAVES_OUT.search(next(kinds, ""))

    @property
    def is_plain(self) -> bool:
        """Whether `Dense` layers follow one another, and nothing else looks at the images.

        Layers of a student's own are not looked into.
        """
        return not self.bends_pixels and not any(
            layer.kind not in PLAIN
            and (layer.kind in recipe.LAYERS or NOT_PLAIN.search(layer.kind))
            for layer in self
        )

    @property
    def bends_pixels(self) -> bool:
        """Whether an activation that changes numbers above 0 stands before the first `Dense`."""
        kinds = [layer.kind for layer in self]
        front = self[: kinds.index("Dense")] if "Dense" in kinds else ()
        activations = (known(_own_activation(layer), "") for layer in front)
        return any(name not in ("", "linear", *SAME_BEHIND_RELU) for name in activations)

    @property
    def numbers_taken(self) -> int:
        """How many numbers of each image the first `Dense` layer takes; 0 where that is open."""
        kinds = [layer.kind for layer in self]
        place = kinds.index("Dense") if "Dense" in kinds else 0
        return math.prod(self[place - 1].output_shape or (0,)) if place else 0

    def measured(self, idle: Collection[int], straight: Collection[int]) -> Layers:
        """The same, with what was measured of the layers at these places."""
        return Layers(
            replace(layer, is_idle=place in idle, is_straight=place in straight)
            for place, layer in enumerate(self)
        )

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
    return Layers(
        _layer(network.layers[number], shape, number, places if network.nodes else ())
        for (number, *places), shape in zip(nodes, shapes, strict=True)
    )


def _activation(layer: recipe.AnyLayer) -> str:
    """The name of a layer's activation, which its numbers may make another one."""
    slope, name = getattr(layer, "negative_slope", 0.0), type(layer).__name__
    if abs(slope - 1) < LINEAR:
        return "linear"
    if isinstance(layer, recipe.PReLU) and abs(_begins_at(layer.alpha_initializer) - 1) < LINEAR:
        return "linear"
    if isinstance(layer, recipe.ReLU):
        if layer.threshold or layer.max_value is not None:
            return "relu6" if (layer.threshold, layer.max_value) == (0, 6) else "bounded relu"
        return "leaky_relu" if slope else "relu"
    return ACTIVATION_LAYERS.get(name) or str(getattr(layer, "activation", ""))


def _begins_at(initializer: recipe.Initializer) -> float:
    """What weights are on average when they begin."""
    numbers = initializer.numbers
    if initializer.kind == "Ones":
        return 1.0
    if initializer.kind == "RandomUniform":
        return (numbers.get("minval", 0.0) + numbers.get("maxval", 0.0)) / 2
    return numbers.get("value", numbers.get("mean", 0.0))


def _own_activation(layer: Layer) -> str:
    """That of a layer which is an activation and no more; that of a convolution is its own."""
    if layer.kind != "Activation" and layer.kind not in ACTIVATION_LAYERS:
        return ""
    if known(layer.activation, layer.kind) == "":
        return ACTIVATION_LAYERS.get(layer.kind, "")
    return layer.activation


def _changes(layer: Layer) -> bool:
    """Whether it makes other numbers than probabilities of probabilities, as far as is known."""
    if layer.kind == "Rescaling":
        return (layer.scale, layer.offset) != (1, 0)
    return layer.kind in recipe.LAYERS and not (
        layer.kind in (*PASSING_ON, *ACTIVATION_LAYERS, "Activation", "Average")
        or "AveragePooling" in layer.kind
    )


def _one_behind_another(first: str, second: str) -> str:
    """What two activations in a row are called."""
    if first is UNKNOWN or second is UNKNOWN:
        return UNKNOWN
    if first in ("", "linear"):
        return second
    if second == "linear" or (first == "relu" and second in SAME_BEHIND_RELU):
        return first
    return f"{first}, {second}"


def _layer(
    layer: recipe.AnyLayer, shape: tuple[int, ...], number: int, places: Sequence[int]
) -> Layer:
    return Layer(
        kind="Activation" if isinstance(layer, recipe.Activate) else type(layer).__name__,
        units=layer.units if isinstance(layer, recipe.Dense) else 0,
        activation=_activation(layer),
        rate=layer.rate if isinstance(layer, recipe.Dropout) else 0.0,
        output_shape=shape,
        scale=layer.scale if isinstance(layer, recipe.Rescaling) else 1.0,
        offset=layer.offset if isinstance(layer, recipe.Rescaling) else 0.0,
        takes=tuple(place - 1 for place in places),
        number=number,
    )
