"""What a training was given, as described and as compared."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from autograder.judging.data_seen import DataSeen, data_from, data_seen
from autograder.recipes.rows import describe_array
from autograder.wire.errors import Failure
from tests.trainings import IMAGES, LABELS


def test_descriptions_are_read_back() -> None:
    """A description that crossed the sandbox is the judge's own of the same array."""
    assert data_from(describe_array(IMAGES)) == data_seen(IMAGES)
    assert data_from(None) is None


def test_labels_are_data_too() -> None:
    """Labels have a range and rows like any data."""
    seen = data_seen(LABELS)
    assert seen == DataSeen(15, (15,), 0, 9, seen.digest, 55 / 15, seen.rows)
    assert seen.digests().tolist() == LABELS.tolist()


@pytest.mark.parametrize(
    "changed",
    [
        {"rows": b"12345678"},
        {"rows": [1, 2]},
        {"rows": np.zeros(14, np.uint64)},
        {"rows": np.zeros(15)},
        {"rows": np.zeros((15, 1), np.uint64)},
        {"mean": math.nan},
        {"shape": [None]},
        {"count": "many"},
    ],
)
def test_what_is_no_description_fails(changed: dict[str, Any]) -> None:
    """A description with a part of another kind is a failure, and crashes nothing."""
    with pytest.raises(Failure, match=r"report\.data_unreadable"):
        data_from(describe_array(IMAGES) | changed)


@pytest.mark.parametrize(
    ("made", "factor", "alike"),
    [
        (IMAGES, 1, True),
        (IMAGES.reshape(15, 4), 1, True),
        (IMAGES[::-1], 1, True),
        (IMAGES.astype(np.float16) / 255, 1 / 255, True),
        (IMAGES / 256, 1 / 255, True),
        (IMAGES, 1 / 255, False),
        (IMAGES // 2, 1 / 2, False),
        (IMAGES / 3 * 2 - 1, 1 / 3, False),
        (IMAGES[:14], 1, False),
        (np.zeros((15, 0)), 1, False),
    ],
)
def test_images_are_recognised_by_their_rows(made: Any, factor: float, alike: bool) -> None:
    """Another type or shape, or a divisor nearly the same, is the same images; else it is not."""
    assert data_seen(made).is_like(data_seen(IMAGES), factor) is alike
