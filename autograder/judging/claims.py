"""Reads what the sandbox claims of a training that happened there, of whatever form that is.

A claim has the recipe of the training where the vocabulary has one. Otherwise it has what could be
seen of the Keras model and the arguments, each part of which may be `unknown`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

import numpy as np

from autograder.judging.data_seen import data_from
from autograder.judging.fits import (
    UNREADABLE,
    Beginning,
    FitRecord,
    Weights,
    finite_logs,
    fit_of,
)
from autograder.judging.problem import reported_message
from autograder.judging.values import as_number
from autograder.recipes.layers import Layer, Layers
from autograder.recipes.requests import Fit, Traced, decode_fit, to_plain
from autograder.recipes.unknown import UNKNOWN, WORD
from autograder.wire.errors import Failure, NotKnown
from autograder.wire.frames import Raised
from autograder.wire.messages import message

# More than any network that students build has.
MOST_LAYERS = 1_000
MOST_NAMES = 100


def fit_from(item: Any) -> FitRecord:
    """A decoded record of a training in the sandbox, a claim; raises `Failure` where it is none."""
    if not isinstance(item, dict):
        raise Failure("report.training_unreadable")
    try:
        return _read(item)
    except (*UNREADABLE, NotKnown) as error:
        raise Failure("report.training_unreadable") from error


def _read(item: dict[Any, Any]) -> FitRecord:
    came: dict[str, Any] = {
        "epochs": _told(item["epochs"], int),
        "images": _told(item["images"], data_from),
        "labels": _told(item["labels"], data_from),
        "validation": _told(item["validation"], data_from),
        "validation_labels": _told(item["validation_labels"], data_from),
        "sample_weight": _told(item["sample_weight"], data_from),
        "logs": _told(item["logs"], lambda logs: finite_logs(dict(logs.items()))),
        "raised": item["raised"] if isinstance(item["raised"], Raised) else None,
        "weights": _weights(item["weights"]),
        "start": _told(item["start"], _beginning),
        "new_optimizer": item["new_optimizer"] is True,
        "before": str(item["before"]),
        "after": str(item["after"]),
        "level": "trust",
    }
    described, reason = item["fit"] is not None, None
    if not described or item["reason"] is not None:
        reason = reported_message(item["reason"], "unrepeatable.") or message(
            "unrepeatable.unknown"
        )
    claim = (
        fit_of(decode_fit(item["fit"]), **came)
        if described
        else FitRecord(network=None, **as_seen(item["seen"]), **came)
    )
    return replace(
        claim,
        unrepeatable=reason,
        order=int(item["answered"]),
        goes_on=item["goes_on"] is True,
        by_fit=item["by_fit"] is True,
    )


def traced_fit(fit: Fit, traced: Traced, *, logs: Mapping[str, Any], **came: Any) -> FitRecord:
    """A training that the trainer did of a traced program: what was seen of it is the only claim.

    Raises as `as_seen` does.
    """
    compiled = {"optimizer": fit.compiled.optimizer.kind} if fit.compiled else {}
    return FitRecord(
        network=None,
        **(as_seen(to_plain(traced.seen)) | compiled),
        **came,
        logs=finite_logs(logs),
        level="traced",
        asked=fit,
    )


def as_seen(seen: Any) -> dict[str, Any]:
    """What could be seen of a model and of what it was compiled with, as a `FitRecord` has it.

    Raises one of `UNREADABLE` or `Failure` where it is not of that form.
    """
    return {
        "layers": _told(seen["layers"], _layers),
        "loss": _told(seen["loss"], str),
        "from_logits": _told(seen["from_logits"], bool),
        "optimizer": _told(seen["optimizer"], str),
        "metrics": _told(seen["metrics"], lambda names: tuple(map(str, names[:MOST_NAMES]))),
        "counted": _told(seen["parameters"], int),
    }


def _layers(items: Any) -> Layers:
    if not isinstance(items, (list, tuple)) or len(items) > MOST_LAYERS:
        raise TypeError("layers")
    return Layers(map(_layer, items))


def _layer(item: dict[Any, Any]) -> Layer:
    return Layer(
        kind=str(item["kind"]),
        units=int(item["units"]),
        activation=_told(item["activation"], str),
        rate=as_number(item["rate"], "report.training_unreadable"),
        output_shape=_told(item["output_shape"], lambda shape: tuple(map(int, shape))),
        scale=as_number(item["scale"], "report.training_unreadable"),
        offset=as_number(item["offset"], "report.training_unreadable"),
    )


def _told(value: Any, read: Callable[[Any], Any]) -> Any:
    """A part of a claim as `read` has it, or what is in its place where it is unknown."""
    return UNKNOWN if isinstance(value, str) and value == WORD else read(value)


def _beginning(start: Any) -> Beginning:
    if start not in get_args(Beginning):
        raise ValueError(start)
    beginning: Beginning = start
    return beginning


def _weights(item: Any) -> Weights | None:
    if item is not None and not all(isinstance(array, np.ndarray) for array in item):
        raise TypeError("weights")
    return None if item is None else tuple(item)
