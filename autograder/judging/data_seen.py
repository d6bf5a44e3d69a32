"""What a training was given: images or labels as facts and claims describe them, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.values import as_number
from autograder.recipes.rows import describe_array
from autograder.wire.errors import Failure

# How much of its range a value may be off: copies in float16, division by 256.
SAME_SHARE = 0.005


@dataclass(frozen=True, slots=True)
class DataSeen:
    """Images or labels: how many rows, of which shape, between which values, and which ones.

    `digest` identifies the exact values, dtype and shape; equal digests mean equal data. `rows` has
    eight bytes for each row (`recipes.rows`), and is empty where the rows are not known.
    """

    count: int
    shape: tuple[int, ...]
    minimum: float
    maximum: float
    digest: str
    mean: float = 0.0
    rows: bytes = field(default=b"", repr=False)

    def is_like(self, other: DataSeen, factor: float = 1.0) -> bool:
        """Whether these are the rows of `other` in whatever order, their values times `factor`."""
        return self.has_same_rows(other) and self.is_scaled_like(other, factor)

    def has_rows_of(self, other: DataSeen) -> bool:
        """Whether these are the rows of `other` in their order, however they are scaled."""
        return bool(self.rows) and self.rows == other.rows

    def has_same_rows(self, other: DataSeen) -> bool:
        """Whether these are the rows of `other` in whatever order."""
        return bool(self.rows) and np.array_equal(np.sort(self.digests()), np.sort(other.digests()))

    def is_scaled_like(self, other: DataSeen, factor: float = 1.0) -> bool:
        """Whether they reach from and to where those of `other` do, times `factor`."""
        within = SAME_SHARE * abs(factor) * (other.maximum - other.minimum)
        return (
            abs(self.minimum - factor * other.minimum) <= within
            and abs(self.maximum - factor * other.maximum) <= within
        )

    def with_rows_of(self, other: DataSeen) -> DataSeen:
        """These rows and after them those of another part of the same data."""
        count = self.count + other.count
        return replace(
            self,
            count=count,
            shape=(count, *self.shape[1:]),
            minimum=min(self.minimum, other.minimum),
            maximum=max(self.maximum, other.maximum),
            digest="",
            rows=self.rows + other.rows,
        )

    def digests(self) -> NDArray[np.uint64]:
        """A number for each row; a label that is a whole number is that number."""
        return np.frombuffer(self.rows, np.uint64)

    def classes(self) -> set[int]:
        """The labels as whole numbers, of labels that are."""
        return set(self.digests().view(np.int64).tolist())


def data_seen(array: NDArray[Any]) -> DataSeen:
    """The judge's own description of images or labels."""
    found: DataSeen | None = data_from(describe_array(array))
    assert found is not None  # noqa: S101 - of an array there is a description
    return found


def data_from(item: Any) -> DataSeen | None:
    """A decoded description of data, `None` where there was none; raises `Failure`."""
    if item is None:
        return None
    if not isinstance(item, dict):
        raise Failure("report.data_unreadable")
    try:
        return DataSeen(
            count=int(item["count"]),
            shape=tuple(int(length) for length in item["shape"]),
            minimum=as_number(item["minimum"], "report.data_unreadable"),
            maximum=as_number(item["maximum"], "report.data_unreadable"),
            digest=str(item["digest"]),
            mean=as_number(item["mean"], "report.data_unreadable"),
            rows=_rows(item["rows"], int(item["count"])),
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise Failure("report.data_unreadable") from error


def _rows(item: Any, count: int) -> bytes:
    lengths = {(0,), (count,)}
    if not isinstance(item, np.ndarray) or item.dtype != np.uint64 or item.shape not in lengths:
        raise TypeError("rows")
    return item.tobytes()
