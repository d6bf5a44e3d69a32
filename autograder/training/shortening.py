"""Shortens trainings that are only to be seen: each epoch is on the first batch alone.

A probe asks with many images to see whether all of them are trained on. What is asked for says so;
how well a network learns, other probes ask.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from autograder.judging.pairs import KERAS_BATCH
from autograder.recipes.requests import Data, FitRequest, Labelled, data_of


def shortened(
    request: FitRequest, arrays: Mapping[str, NDArray[np.generic]]
) -> tuple[FitRequest, dict[str, NDArray[np.generic]]]:
    """The same training on the first batch of its data, and the arrays new in it.

    One whose epochs are made of certain batches, or are looked at batch by batch, stays whole.
    """
    fit, new = request.fit, dict[str, NDArray[np.generic]]()
    by_batch = (request.batches, fit.steps_per_epoch, fit.validation_steps)
    if any(one is not None for one in (*by_batch, fit.drawn, fit.validation_drawn)):
        return request, {}
    count = fit.batch_size or KERAS_BATCH

    def first(data: Data) -> Data:
        rows = np.ascontiguousarray(arrays[data.digest][:count])
        described = data_of(rows)
        new[described.digest] = rows
        return described

    def part(whole: Labelled) -> Labelled:
        names = {"labels": whole.labels, "sample_weight": whole.sample_weight}
        given = {name: first(data) for name, data in names.items() if data is not None}
        return replace(whole, images=first(whole.images), **given)

    validation = None if fit.validation is None else part(fit.validation)
    fit = replace(fit, training=part(fit.training), validation=validation)
    return replace(request, fit=fit), new
