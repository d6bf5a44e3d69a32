"""Measures whether the layers that were seen of a traced model do something to its answers.

A product of a program may come to nothing: what is made of it is multiplied by nothing, or taken
from itself again. So its weights are set to zero, and whether the answers move is looked at. What
was seen to bend may have bent for those who looked alone: whether what the next product takes is a
straight line of this one is measured with images that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.graph import Program, Reference
from autograder.recipes.layers import Layers
from autograder.recipes.unknown import known
from autograder.training.program_claims import Product, dense_products, products_of
from autograder.wire.errors import RecipeError

Arrays = tuple[NDArray[Any], ...]
# How much answers have to move, and how far something has to be from a straight line, as a share of
# how much these differ from image to image.
TAKES, BENDS = 0.02, 1e-3
# What differs less than that, as a share of its size, is the same for all images.
SAME = 1e-5
LEAST_SHARE = 1e-30
# More layers than anybody asks for are not measured, but for the first of them.
MOST_LAYERS = 8


@dataclass(frozen=True, slots=True)
class ToMeasure:
    """The products of the hidden layers that were seen; of those that `bend`, each one with what
    the next product takes.
    """

    hidden: tuple[Product, ...] = ()
    bend: tuple[tuple[Reference, Reference], ...] = ()

    def without_each(self, weights: Arrays) -> list[Arrays]:
        """These weights with those of one layer set to zero, for each of them."""
        return [
            tuple(
                np.zeros_like(array) if place in product.variables else array
                for place, array in enumerate(weights)
            )
            for product in self.hidden
        ]

    def agrees(
        self, answers: NDArray[Any], without: Sequence[NDArray[Any]], bent: Sequence[float]
    ) -> bool:
        """Whether each layer does what was seen of it, by the answers `without` each of them and by
        how far each activation is from a straight line.
        """
        moved = [_moved(_comparable(answers), _comparable(one)) for one in without]
        return min(moved, default=1.0) >= TAKES and min(bent, default=1.0) >= BENDS


def to_measure(program: Program, layers: Layers) -> ToMeasure:
    """What is to be measured of a program with these layers.

    Raises `RecipeError` where these do not follow one another, or are one and the same.
    """
    dense = dense_products(program, known(layers, Layers()))[:MOST_LAYERS]
    every = products_of(program)
    for (_layer, product), (_next, following) in pairwise(dense):
        if product.variables & following.variables or product.made not in _sources(
            following, every
        ):
            raise RecipeError("unrepeatable.graph_contradicted")
    bend = [
        (product.made, following.taken)
        for (layer, product), (_next, following) in pairwise(dense)
        if known(layer.activation, "") not in ("", "linear")
    ]
    return ToMeasure(tuple(product for _layer, product in dense[:-1]), tuple(bend))


def _sources(product: Product, every: Sequence[Product]) -> set[Reference]:
    """Where the products are that what this one takes came from."""
    found, pending = set[Reference](), [*product.before]
    while pending:
        before = every[pending.pop()]
        if before.made not in found:
            found.add(before.made)
            pending += before.before
    return found


def _comparable(answers: NDArray[Any]) -> NDArray[np.float64]:
    """Shares as logarithms around 0, so that softmax hides no differences; others as they are."""
    wide = answers.astype(np.float64)
    if wide.min() >= 0 and np.allclose(wide.sum(-1), 1, atol=1e-3):
        logarithms = np.log(np.maximum(wide, LEAST_SHARE))
        return np.asarray(logarithms - logarithms.mean(-1, keepdims=True))
    return wide


def _moved(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """How far answers moved, as a share of how much they differ from image to image."""
    spread, size = _size(before - before.mean(0)), _size(before)
    return _size(after - before) / spread if spread > SAME * size else 1.0


def _size(values: NDArray[np.float64]) -> float:
    return float(np.sqrt(np.mean(values * values)))
