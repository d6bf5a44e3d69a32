"""Batches as Keras makes them, without making any."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.data import Rows
from autograder.child.keras_shim.describe_traced import specs_of
from autograder.child.keras_shim.tracing import Rows as Specs
from tests.orders import images, labels

pytestmark = pytest.mark.slow

SIZE = 8


@pytest.mark.parametrize("count", [5, 8, 12, 16])
@pytest.mark.parametrize("how", ["labels", "weights", "classes"])
def test_batches_are_known_without_making_any(count: int, how: str) -> None:
    """Shapes and dtypes are those of Keras's own batches, sizes where all are of one size."""
    from keras.src.trainers.data_adapters import get_data_adapter

    weights = np.ones(count, np.float32) if how == "weights" else None
    classes: Any = dict.fromkeys(range(10), 0.5) if how == "classes" else None
    adapter = get_data_adapter(
        x=images(count),
        y=labels(count),
        sample_weight=weights,
        batch_size=SIZE,
        class_weight=classes,
    )
    made = specs_of(Rows(images(count), labels(count), weights), SIZE, weighted=how == "classes")
    assert made == Specs(*adapter.get_tf_dataset().element_spec)
