"""Measures what the Dense layers of a trained network do to its answers, with images to answer to.

A layer that is there may do nothing: what it gives is multiplied by nothing, cropped away or taken
from itself, or lies beside the others where it should follow them. So what each layer makes of an
image is replaced by its average over all images, and whatever does not move takes nothing from it.

An activation that is there may bend nothing. Then a straight line for each neuron can take its
place; and half way between the sums of two images, the next layer gets what lies half way, too,
whatever activations on several branches make of each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.recipes import recipe
from autograder.recipes.activations import apply
from autograder.recipes.forward import own_weights
from autograder.recipes.layer import Floats, Weights
from autograder.recipes.shapes import output_shapes, received_shape

# How much something has to move, as a share of how much it differs from image to image. Tanh of
# pixels that were divided by 255 twice bends by 1e-4, and rounding by less than 1e-6.
TAKES, BENDS = 0.02, 1e-5
# Of so few neurons of ReLU, all may happen to be on for all images, but not for negatives too.
NARROW = 8
# What differs less than that, as a share of its size, is the same for all images.
SAME = 1e-5
# What one network may take of the judge, so much that none which can be classified with takes more,
# and what it takes if that leaves images enough.
MOST_VALUES, MOST_MULTIPLICATIONS, USUAL_MULTIPLICATIONS = 2**26, 2**36, 2**32
FEWEST_IMAGES, ENOUGH_IMAGES, MOST_IMAGES = 8, 32, 256
# Passes for each Dense layer: without it, and up to four to see whether it bends.
PASSES = 5
ACTIVATIONS = (
    recipe.Activate, recipe.ELU, recipe.LeakyReLU, recipe.PReLU, recipe.ReLU, recipe.Softmax,
)  # fmt: skip
LEAST_SHARE = 1e-30


@dataclass(frozen=True, slots=True)
class Workings:
    """The places of Dense layers: of those that do not make the network deeper (`idle`), and of
    those whose activations are straight lines where the network uses them (`straight`).
    """

    idle: tuple[int, ...] = ()
    straight: tuple[int, ...] = ()


NOT_MEASURED = Workings()


def workings_of(
    network: recipe.Network, weights: Sequence[NDArray[Any]], images: NDArray[Any]
) -> Workings:
    """What is idle and straight in a trained network; raises `Failure` where it cannot answer.

    Nothing is in one that is too large to be measured, or answers the same to all images.
    """
    shapes = [
        received_shape(network, images.shape[1:]),
        *output_shapes(network, images.shape[1:]),
    ]
    count = _images_for(network, shapes)
    if count < FEWEST_IMAGES:
        return NOT_MEASURED
    own = own_weights(network, weights, shapes)
    taken = images[:count].astype(np.float32)
    with np.errstate(all="ignore"):
        passed = _Pass(network, own, taken.reshape(len(taken), *shapes[0]))
        answers = _comparable(passed.values[-1])
        if not np.isfinite(answers).all() or not _spread(answers):
            return NOT_MEASURED
        dense = passed.dense()
        chain = _deepest(network, dense, _reached(passed, dense, answers))
        if not chain:
            return NOT_MEASURED
        # An output layer is looked at for what it is.
        straight = [place for place, after in pairwise(chain) if passed.is_straight(place, after)]
        narrow = [place for place in straight if passed.sums[place].shape[-1] < NARROW]
        if narrow:
            wider = _Pass(network, own, np.concatenate([passed.images, -passed.images]))
            for place, after in pairwise(chain):
                if place in narrow and not wider.is_straight(place, after):
                    straight.remove(place)
    return Workings(tuple(place for place in dense if place not in chain), tuple(straight))


@dataclass(slots=True)
class _Pass:
    """One forward pass over all images: what each node made, and before its activation."""

    network: recipe.Network
    own: Sequence[Weights]
    images: Floats
    values: list[Floats] = field(default_factory=list)
    sums: dict[int, Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values, self.sums = self._follow({})

    def dense(self) -> list[int]:
        return [place for place, layer in self._layers() if isinstance(layer, recipe.Dense)]

    def is_straight(self, place: int, after: int) -> bool:
        """Whether activations bend nothing between a Dense layer and the next one."""
        bending = self._activations(place, after)
        answers = _comparable(self.values[-1])
        if bending and all(
            _moved(answers, _comparable(self.straightened(one)[-1])) < BENDS for one in bending
        ):
            return True
        sums = self.sums[place]
        others = np.roll(sums, 1, axis=0)
        one, other = self.sums[after], self._with_sums(place, others)[after]
        half = self._with_sums(place, _middle(sums, others))[after]
        return _moved(_middle(one, other), half) < BENDS

    def _activations(self, place: int, after: int) -> list[int]:
        return [
            between
            for between, layer in self._layers()
            if place <= between < after
            and isinstance(layer, (recipe.Dense, *ACTIVATIONS))
            and getattr(layer, "activation", "") != "linear"
        ]

    def _with_sums(self, place: int, sums: Floats) -> dict[int, Floats]:
        """The sums of all Dense layers where one has others."""
        layer = self.network.layers[self.network.applied()[place][0]]
        return self._follow({place: apply(getattr(layer, "activation", "linear"), sums)})[1]

    def _layers(self) -> list[tuple[int, recipe.AnyLayer]]:
        layers, nodes = self.network.layers, self.network.applied()
        return [(place, layers[number]) for place, (number, *_places) in enumerate(nodes)]

    def averaged(self, place: int) -> tuple[list[Floats], dict[int, Floats]]:
        """Values and sums if a node made of each image what it makes of all on average."""
        values = self.values[place]
        mean = np.broadcast_to(values.mean(0, keepdims=True, dtype=np.float64), values.shape)
        return self._follow({place: mean.astype(np.float32)})

    def straightened(self, place: int) -> list[Floats]:
        """The values if the activation of a node were a straight line for each neuron."""
        taken = self.network.applied()[place][1]
        before = self.sums.get(place)
        if before is None:
            before = self.images if taken == 0 else self.values[taken - 1]
        return self._follow({place: _line(before, self.values[place])})[0]

    def _follow(self, instead: Mapping[int, Floats]) -> tuple[list[Floats], dict[int, Floats]]:
        """What the nodes make where some make something else `instead`."""
        start = min(instead, default=0)
        values = self.values[:start]
        sums = {place: one for place, one in self.sums.items() if place < start}
        for place, (number, *places) in enumerate(self.network.applied()):
            if place < start:
                continue
            if place in instead:
                values.append(instead[place])
                continue
            layer, weights = self.network.layers[number], self.own[number]
            inputs = [self.images if one == 0 else values[one - 1] for one in places]
            if isinstance(layer, recipe.Dense):
                plain = msgspec.structs.replace(layer, activation="linear")
                sums[place] = plain.merge(inputs, weights)
                values.append(apply(layer.activation, sums[place]))
            else:
                values.append(layer.merge(inputs, weights))
        return values, sums


def _reached(
    passed: _Pass, dense: Sequence[int], answers: Floats
) -> dict[int, tuple[set[int], bool]]:
    """For each Dense layer, the places of those that take something from it; whether answers do."""
    found = {}
    for place in dense:
        values, sums = passed.averaged(place)
        others = {
            other
            for other in dense
            if other > place and _moved(passed.sums[other], sums[other]) >= TAKES
        }
        found[place] = others, _moved(answers, _comparable(values[-1])) >= TAKES
    return found


def _deepest(
    network: recipe.Network, dense: Sequence[int], reached: Mapping[int, tuple[set[int], bool]]
) -> list[int]:
    """The longest row of different Dense layers that ends at the answers.

    Each of them takes something from the one before.
    """
    nodes = network.applied()
    rows: dict[int, list[int]] = {}
    for place in reversed(dense):
        others, answers = reached[place]
        rest = [rows[other] for other in others if rows[other]]
        new = [row for row in rest if nodes[place][0] not in {nodes[one][0] for one in row}]
        found = [[place]] if answers else []
        rows[place] = max([*found, *rest, *([place, *row] for row in new)], key=len, default=[])
    return max(rows.values(), key=len, default=[])


def _line(before: Floats, after: Floats) -> Floats:
    """The straight line of each neuron that is nearest to what its activation made."""
    axes = tuple(range(before.ndim - 1))
    x, y = before.astype(np.float64), after.astype(np.float64)
    x_mean, y_mean = x.mean(axes), y.mean(axes)
    x, y = x - x_mean, y - y_mean
    variance = (x * x).sum(axes)
    slope = (x * y).sum(axes) / np.where(variance > 0, variance, 1.0)
    return np.asarray(slope * x + y_mean, np.float32)


def _middle(first: Floats, second: Floats) -> Floats:
    return np.asarray((first + second) / 2, np.float32)


def _comparable(answers: Floats) -> Floats:
    """Shares as logarithms around 0, so that softmax hides no differences; others as they are."""
    if answers.min() >= 0 and np.allclose(answers.sum(-1), 1, atol=1e-3):
        logarithms = np.log(np.maximum(answers, LEAST_SHARE))
        return np.asarray(logarithms - logarithms.mean(-1, keepdims=True), np.float32)
    return answers


def _spread(values: Floats) -> float:
    """How much values differ from image to image; 0 where that is nothing beside their size."""
    wide = values.astype(np.float64)
    spread, size = _size(wide - wide.mean(0)), _size(wide)
    return spread if spread > SAME * size else 0.0


def _moved(before: Floats, after: Floats) -> float:
    """How far values moved, as a share of how much they differ from image to image."""
    spread = _spread(before)
    return _size(after.astype(np.float64) - before) / spread if spread else 0.0


def _size(values: NDArray[Any]) -> float:
    return float(np.sqrt(np.mean(values * values)))


def _images_for(network: recipe.Network, shapes: Sequence[tuple[int, ...]]) -> int:
    """How many images the network may be measured with."""
    nodes = network.applied()
    values = 2 * sum(math.prod(shape) for shape in shapes)
    work = sum(
        network.layers[number].multiplications(shapes[places[0]]) for number, *places in nodes
    )
    dense = [
        number for number, *_places in nodes if isinstance(network.layers[number], recipe.Dense)
    ]
    work *= 1 + PASSES * len(dense)
    most = min(MOST_VALUES // max(values, 1), MOST_MULTIPLICATIONS // max(work, 1))
    usual = max(ENOUGH_IMAGES, USUAL_MULTIPLICATIONS // max(work, 1))
    return min(most, usual, MOST_IMAGES)
