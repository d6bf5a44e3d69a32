"""What is left of a training that is only to be seen."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from autograder.judging.pairs import KERAS_BATCH
from autograder.recipes.recipe import Dense, Network
from autograder.recipes.requests import Batchwise, Drawn, Fit, FitRequest, Labelled, data_of
from autograder.training.shortening import shortened

IMAGES, LABELS = np.arange(100, dtype="f4").reshape(100, 1), np.arange(100) % 10
WEIGHTS = np.linspace(0, 1, 100, dtype="f4")
ARRAYS = {data_of(one).digest: one for one in (IMAGES, LABELS, WEIGHTS)}
WHOLE = Labelled(data_of(IMAGES), data_of(LABELS), data_of(WEIGHTS))


def request(**changes: Any) -> FitRequest:
    return FitRequest(replace(Fit(Network((Dense(10),)), None, WHOLE), **changes), 3)


@pytest.mark.parametrize(("size", "count"), [(None, KERAS_BATCH), (7, 7), (1000, 100)])
def test_a_batch_of_all_that_belongs_together_is_left(size: int | None, count: int) -> None:
    """Images, labels and sample weights keep their first rows, and nothing else changes."""
    short, new = shortened(request(batch_size=size, validation=WHOLE), ARRAYS)
    for part in (short.fit.training, short.fit.validation):
        assert part is not None
        for data, whole in zip(part.arrays(), (IMAGES, LABELS, WEIGHTS), strict=True):
            np.testing.assert_array_equal(new[data.digest], whole[:count])
    fit = replace(short.fit, training=WHOLE, validation=WHOLE)
    assert replace(short, fit=fit) == request(batch_size=size, validation=WHOLE)


def test_what_has_no_labels_is_shortened_too() -> None:
    """It is for the trainer to say what is missing."""
    short, _new = shortened(request(training=Labelled(data_of(IMAGES))), ARRAYS)
    assert short.fit.training.images.shape == (KERAS_BATCH, 1)
    assert short.fit.training.labels is None


def test_what_names_its_batches_stays_whole() -> None:
    """So many steps, batches of a pipeline, and logs of each batch need all of the data."""
    drawn = Drawn(data_of(LABELS), data_of(LABELS))
    by_steps = request(steps_per_epoch=2)
    by_rows = FitRequest(replace(request().fit, drawn=drawn), 1)
    by_batch = replace(request(), epochs=1, batches=Batchwise())
    for one in (by_steps, by_rows, by_batch):
        assert shortened(one, ARRAYS) == (one, {})
