"""Says which rows a training was on, where its batches were drawn: whatever else was named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.requests import Drawn, Labelled, Request
from autograder.wire.errors import RecipeError

Arrays = Mapping[str, NDArray[Any]]
TRAINING = ("images", "labels", "sample_weight")
VALIDATION = {"images": "validation", "labels": "validation_labels"}


def drawn_in_roles(request: Request, arrays: Arrays) -> dict[str, NDArray[Any]]:
    """The rows of the epoch by the roles that facts speak of, in the order of its batches.

    Empty where whole arrays were trained on. Raises `RecipeError` for rows that are not there.
    """
    fit, roles = getattr(request, "fit", None), request.roles()
    found = {}
    if fit is not None and fit.drawn is not None:
        for part in TRAINING:
            if part in roles:
                found[part] = _drawn(fit.training, fit.drawn, part, arrays)
    if fit is not None and fit.validation is not None and fit.validation_drawn is not None:
        for part, role in VALIDATION.items():
            if role in roles:
                found[role] = _drawn(fit.validation, fit.validation_drawn, part, arrays)
    return found


def _drawn(data: Labelled, drawn: Drawn, part: str, arrays: Arrays) -> NDArray[Any]:
    named = [getattr(one, part) for one in (data, drawn.more) if one is not None]
    if None in named or len({(one.shape[1:], one.dtype) for one in named}) > 1:
        raise RecipeError("unrepeatable.other_data")
    rows, known = arrays[drawn.rows.digest], sum(one.shape[0] for one in named)
    if rows.dtype != np.int32 or rows.ndim != 1 or not len(rows):
        raise RecipeError("unrepeatable.other_data")
    if rows.min() < 0 or rows.max() >= known:
        raise RecipeError("unrepeatable.other_data")
    return np.concatenate([arrays[one.digest] for one in named])[rows]
