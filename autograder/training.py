"""Records of trainings, as the recorder in the fence makes them, into what checks ask of them."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.errors import Failure
from autograder.expect import show
from autograder.frames import Raised
from autograder.network import Layer, layer_from
from autograder.reading import as_number, as_numbers

# How much of its value a mean or a maximum may be off: copies in float16, division by 256.
SAME_SHARE = 0.005
# Lets a reported number be rounded to three places.
SAME_NUMBER = 1e-3


@dataclass(frozen=True, slots=True)
class DataSeen:
    """What a training was given: how many rows, of which shape, between which values.

    `digest` identifies the exact values, dtype and shape; equal digests mean equal data. `mean`
    compares data that only differ in dtype or shape.
    """

    count: int
    shape: tuple[int, ...]
    minimum: float
    maximum: float
    digest: str
    mean: float = 0.0

    def is_like(self, other: DataSeen, factor: float = 1.0) -> bool:
        """Whether these are the rows of `other` times `factor`, in whatever dtype and shape."""
        return (
            self.count == other.count
            and math.isclose(self.mean, other.mean * factor, rel_tol=SAME_SHARE)
            and math.isclose(self.maximum, other.maximum * factor, rel_tol=SAME_SHARE)
        )


@dataclass(frozen=True, slots=True)
class Training:
    """One call of `fit` as recorded in the fence.

    `first_step` is how many steps the optimiser had taken before: 0 means a fresh start. `before`
    and `after` are digests of the weights, empty for a model that had none yet. `logs` has one
    value an epoch for each metric that stayed finite. `raised` is the exception that ended it.
    """

    layers: tuple[Layer, ...]
    loss: str
    from_logits: bool
    optimizer: str
    metrics: tuple[str, ...]
    epochs: int
    first_step: int
    images: DataSeen | None
    labels: DataSeen | None
    validation: DataSeen | None
    logs: Mapping[str, tuple[float, ...]]
    raised: Raised | None
    before: str = ""
    after: str = ""

    def goes_on_from(self, earlier: Training) -> bool:
        """Whether it started from the weights that an earlier training ended with."""
        return bool(self.before) and self.before == earlier.after

    def series(self, name: str) -> tuple[float, ...]:
        """The logs of that name, of the accuracy by whatever name; raises `Failure`."""
        names = [log for log in self.logs if log == name or (name == "accuracy" and "acc" in log)]
        if not names:
            hint = 'Give `compile` the argument metrics=["accuracy"].' if name != "loss" else ""
            seen = ", ".join(self.logs) or "nothing"
            raise Failure(f"training to report the {name}", seen, hint)
        return self.logs[names[0]]


def all_fresh(trainings: Sequence[Training]) -> bool:
    """Whether each training began with a new model: none goes on where another one ended."""
    return all(
        training.first_step == 0
        and not any(training.goes_on_from(earlier) for earlier in trainings[:place])
        for place, training in enumerate(trainings)
    )


def same_series(reported: Any, recorded: Sequence[float], what: str, hint: str) -> None:
    """`reported` are the recorded numbers, perhaps rounded to three places; raises `Failure`."""
    series = as_numbers(reported, what, hint)
    if len(series) != len(recorded) or not all(
        math.isclose(told, was, rel_tol=SAME_NUMBER, abs_tol=SAME_NUMBER)
        for told, was in zip(series, recorded, strict=True)
    ):
        wanted = f"{what} to be the {len(recorded)} numbers of that training"
        raise Failure(wanted, show(list(series)), hint)


def training_from(item: Any) -> Training:
    """A decoded record; raises `Failure` where it is none."""
    if not isinstance(item, dict):
        raise Failure("a record of the training", "one that cannot be read")
    try:
        return Training(
            layers=tuple(layer_from(layer) for layer in item["layers"]),
            loss=str(item["loss"]),
            from_logits=item["from_logits"] is True,
            optimizer=str(item["optimizer"]),
            metrics=tuple(str(name) for name in item["metrics"]),
            epochs=int(item["epochs"]),
            first_step=int(item["first_step"]),
            images=data_from(item["images"]),
            labels=data_from(item["labels"]),
            validation=data_from(item["validation"]),
            logs=_logs(item["logs"]),
            raised=item["raised"] if isinstance(item["raised"], Raised) else None,
            before=str(item.get("before", "")),
            after=str(item.get("after", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, IndexError) as error:
        raise Failure("a record of the training", "one that cannot be read") from error


def _logs(item: dict[Any, Any]) -> dict[str, tuple[float, ...]]:
    """The series that are finite throughout; one that diverged must not spoil the others."""
    logs = {}
    for name, series in item.items():
        with contextlib.suppress(Failure):
            logs[str(name)] = as_numbers(series, "the logs")
    return logs


def data_from(item: Any) -> DataSeen | None:
    """A decoded description of data, `None` where there was none; raises `Failure`."""
    if item is None:
        return None
    if not isinstance(item, dict):
        raise Failure("a description of data", "one that cannot be read")
    try:
        return _data(item)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Failure("a description of data", "one that cannot be read") from error


def _data(item: dict[Any, Any]) -> DataSeen:
    return DataSeen(
        count=int(item["count"]),
        shape=tuple(int(length) for length in item["shape"]),
        minimum=as_number(item["minimum"], "the smallest value of the data"),
        maximum=as_number(item["maximum"], "the largest value of the data"),
        digest=str(item["digest"]),
        mean=as_number(item.get("mean", 0.0), "the mean of the data"),
    )
