"""Digests of rows: equal for the same images and labels in any form, and for nothing else."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder.recipes import rows
from autograder.recipes.rows import describe_array

GENERATOR = np.random.default_rng(1)
IMAGES = GENERATOR.integers(0, 256, (40, 28, 28), np.uint8)
IMAGES[0, 0, :2] = 0, 255
LABELS = np.arange(40, dtype=np.uint8) % 10


def digests(array: NDArray[Any]) -> list[int]:
    found: list[int] = describe_array(array)["rows"].tolist()
    return found


@pytest.mark.parametrize(
    "same",
    [
        IMAGES.astype(np.int64),
        IMAGES / 255,
        IMAGES / 256,
        IMAGES.astype(np.float16) / 255,
        (IMAGES / 255).astype(np.float16),
        IMAGES.astype(np.float32) / np.float32(255),
        IMAGES.astype(np.float32) * np.float32(1 / 255),
        IMAGES / 127.5 - 1,
        (IMAGES - IMAGES.mean()) / IMAGES.std(),
        IMAGES.reshape(40, 784) / 255,
        IMAGES[..., None],
        np.asfortranarray(IMAGES),
    ],
    ids=repr,
)
def test_images_are_the_same_however_scaled(same: Any) -> None:
    """Type, shape and scale of images do not change which images they are."""
    assert digests(same) == digests(IMAGES)


@pytest.mark.parametrize(
    "other",
    [
        IMAGES[::-1],
        IMAGES // 2,
        IMAGES / 255 > 0.5,
        (IMAGES / 255).astype(np.uint8),
        IMAGES.transpose(0, 2, 1),
        255 - IMAGES,
        IMAGES * 0,
        IMAGES / 255 + GENERATOR.normal(0, 0.1, IMAGES.shape),
    ],
    ids=repr,
)
def test_other_images_are_others(other: Any) -> None:
    """Another order, rounded, turned, inverted or noisy pixels are other rows."""
    assert digests(other) != digests(IMAGES)


def test_every_row_has_its_own_digest() -> None:
    """A part of the images has the digests of that part, and equal rows are equal."""
    assert len(set(digests(IMAGES))) == 40
    assert digests(IMAGES[:20]) == digests(IMAGES)[:20]
    assert digests(np.repeat(IMAGES, 2, axis=0))[::2] == digests(IMAGES)


def test_images_that_reach_less_far_are_the_same_however_scaled() -> None:
    """Where the brightest pixel is not 255, rounding decides nothing either."""
    for most in range(120, 255):
        image = np.arange(most + 1)[None].repeat(2, axis=0).astype(np.uint8)
        for scaled in (image / 255, (image / 255).astype(np.float32), image / np.float32(3)):
            assert digests(scaled) == digests(image)


@pytest.mark.parametrize(
    "same",
    [
        LABELS.astype(np.float32),
        LABELS.astype(np.int64),
        LABELS[:, None],
        np.eye(10)[LABELS],
        np.eye(10, dtype=np.uint8)[LABELS],
        np.eye(12)[LABELS],
    ],
    ids=repr,
)
def test_labels_are_the_same_in_any_form(same: Any) -> None:
    """Classes are the same in any type, in a column, and as rows of zeros with a single one."""
    assert digests(same) == digests(LABELS) == LABELS.tolist()


@pytest.mark.parametrize(
    "other",
    [LABELS * 0, LABELS[::-1], LABELS + 1, LABELS / 9, LABELS / 255, np.eye(10)[LABELS] * 0.9],
    ids=repr,
)
def test_other_labels_are_others(other: Any) -> None:
    """Labels are exact: scaled, shifted, soft or in another order they are others."""
    assert digests(other) != digests(LABELS)


@pytest.mark.parametrize(
    "odd",
    [
        np.array([math.nan, math.inf, -0.0, 2.0**60, 1e300]),
        np.full((3, 4), math.nan),
        np.array([[math.inf, 1], [0, math.nan]]),
        np.array([2**64 - 1, 3], np.uint64),
        np.array([-5, 3]),
        np.array([True, False]),
        np.ones((5, 7)),
    ],
    ids=repr,
)
def test_any_numbers_have_digests(odd: Any) -> None:
    """Values that are no numbers, too large or all the same have digests without a warning."""
    assert len(digests(odd)) == len(odd)


def test_whole_numbers_are_told_from_others() -> None:
    """A label is the number that it is, however large."""
    numbers = [0.5, 1.0, math.nan, math.inf, 2.0**54, -1.0, 1e-300]
    assert len(set(digests(np.array(numbers)))) == len(numbers)
    assert digests(np.array([-1.0])) == digests(np.array([-1]))


def test_no_rows_have_no_digests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows without values and more rows than anybody hands out are not known."""
    assert digests(np.zeros((0, 3))) == digests(np.zeros((3, 0))) == []
    monkeypatch.setattr(rows, "MOST_ROWS", 39)
    assert digests(IMAGES) == []


def test_any_data_are_measured() -> None:
    """Count, shape and range are the array's, and values that are no numbers are passed over."""
    found = describe_array(np.array([[1, 2], [3, 6]], np.uint8))
    assert (found["count"], found["shape"]) == (2, [2, 2])
    assert (found["minimum"], found["maximum"], found["mean"]) == (1, 6, 3)
    for values, mean in (
        (np.zeros((0, 3)), 0),
        (np.array([1, math.nan, math.inf]), 1),
        (np.array([math.nan]), 0),
        (np.array([True, False]), 0.5),
    ):
        found = describe_array(values)
        assert found["mean"] == mean
        assert math.isfinite(found["minimum"] + found["maximum"])
