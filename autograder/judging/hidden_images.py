"""Turns a seed into the hidden images and labels that only the judge may see.

The hidden images come from a data set's public test set, whose labels anyone can look up. So
every image is moved and darkened a little before a student's model meets it: no image occurs in
the public set byte for byte, and a table of that set's images or of their hashes finds none of
them. The seed decides the order as well, so that answers remembered from one run do not fit
another. A model that learnt the classes hardly notices. (Someone who smuggles in the test images
themselves can still search for the nearest; the sandbox holds none.)
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from autograder.wire.dataset import DATA
from autograder.wire.errors import UsageError

# The eight places of a window in a frame that is two pixels larger, but the middle: (top, left).
_WINDOWS = np.array([(top, left) for top in range(3) for left in range(3) if (top, left) != (1, 1)])
# A whole pixel would cost Dense layers nine points of accuracy, half a pixel costs two.
_SHORTEST_PIXELS, _FARTHEST_PIXELS = 0.25, 0.5
_DARKEST, _BRIGHTEST = 0.8, 1.0


def hidden_file(data: str) -> Path:
    """Where the hidden images of a data set are."""
    return DATA / data / "hidden" / "images.npz"


def hidden_set(data: str, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The hidden images of a data set, altered, and their labels, in the seed's order.

    Raises `UsageError` in a student's edition of this package, which has none.
    """
    path = hidden_file(data)
    if not path.is_file():
        raise UsageError(
            "The hidden images are not here: this is the package that students get, which checks"
            " (`autograder check`) and does not grade."
        )
    with np.load(path, allow_pickle=False) as archive:
        images, labels = archive["images"], archive["labels"]
    generator = np.random.default_rng(seed)
    order = generator.permutation(len(labels))
    return alter(images[order], generator), labels[order]


def alter(images: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    """Each image moved by a part of a pixel in one of eight directions, the edge filled with 0, and
    darkened; part, direction and factor are its own.
    """
    count, height, width = images.shape
    framed = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    top, left = generator.choice(_WINDOWS, count).T
    rows = top[:, None] + np.arange(height)
    columns = left[:, None] + np.arange(width)
    neighbour = framed[np.arange(count)[:, None, None], rows[:, :, None], columns[:, None, :]]
    part = generator.uniform(_SHORTEST_PIXELS, _FARTHEST_PIXELS, (count, 1, 1))
    brightness = generator.uniform(_DARKEST, _BRIGHTEST, (count, 1, 1))
    moved = part * neighbour + (1 - part) * images
    altered: NDArray[np.uint8] = np.rint(brightness * moved).astype(np.uint8)
    return altered
