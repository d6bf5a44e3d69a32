"""Turns the data given to `fit` and `evaluate` into arrays as Keras casts them.

Keras's own functions cast and split, so that what the trainer gets is what Keras would have used.
A `tf.data` pipeline is read into arrays where it gives the same batches every time, or nothing but
shuffles them.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from autograder.child.keras_shim.tf_data import is_pipeline, read_pipeline
from autograder.recipes.requests import Data, Labelled, data_of
from autograder.recipes.rows import describe_array
from autograder.wire.errors import RecipeError

# Arrays that are remembered so that the next `fit` with the same data need not digest them again.
MOST_REMEMBERED_BYTES = 64 * 2**20
WORTH_REMEMBERING_BYTES = 100_000
SAMPLE_STEP = 997


@dataclass(frozen=True, slots=True)
class Rows:
    """Images with labels and weights; `batch_size` and `shuffles` where a pipeline decides them."""

    ARRAYS: ClassVar[tuple[str, ...]] = ("images", "labels", "sample_weight")

    images: NDArray[Any]
    labels: NDArray[Any] | None = None
    sample_weight: NDArray[Any] | None = None
    batch_size: int | None = None
    shuffles: bool | None = None

    def is_uneven(self) -> bool:
        """Whether the arrays differ in length."""
        arrays = (self.images, self.labels, self.sample_weight)
        return len({len(array) for array in arrays if array is not None}) > 1


class Remembered:
    """The last large arrays and their digests; the same values need not be digested again."""

    def __init__(self) -> None:
        self._arrays: deque[tuple[NDArray[Any], Data]] = deque()
        # A student's threads may train at once.
        self._lock = threading.Lock()

    def data_of(self, array: NDArray[Any]) -> tuple[NDArray[Any], Data]:
        """An array with these values that nobody changes in place, and the reference to it."""
        with self._lock:
            return self._known_or_new(array)

    def _known_or_new(self, array: NDArray[Any]) -> tuple[NDArray[Any], Data]:
        for known, data in self._arrays:
            if _same_bytes(known, array):
                return known, data
        data = data_of(array)
        # Code that can write to an array may change it in place.
        kept = array.copy() if array.flags.writeable else array
        if kept.nbytes >= WORTH_REMEMBERING_BYTES:
            self._arrays.append((kept, data))
            while sum(known.nbytes for known, _data in self._arrays) > MOST_REMEMBERED_BYTES:
                self._arrays.popleft()
        return kept, data


class Arrays:
    """The arrays of one call by their digest, as requests name them."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered
        self._named: dict[str, NDArray[Any]] = {}

    def labelled(self, rows: Rows) -> Labelled:
        """The references to a set of rows."""
        parts = {name: getattr(rows, name) for name in Rows.ARRAYS}
        return Labelled(
            **{name: self.data_of(array) for name, array in parts.items() if array is not None}
        )

    def data_of(self, array: NDArray[Any]) -> Data:
        """The reference to an array, which can be asked for by its digest from now on."""
        array, data = self._remembered.data_of(array)
        self._named[data.digest] = array
        return data

    def by_digest(self, digests: Sequence[str]) -> dict[str, NDArray[Any]]:
        """The arrays that a reply asks for."""
        return {digest: self._named[digest] for digest in digests}


def rows_of(images: Any, labels: Any = None, sample_weight: Any = None) -> Rows:
    """Arrays, tensors or a pipeline as rows; raises `RecipeError` for anything else."""
    if is_pipeline(images):
        if labels is not None or sample_weight is not None:
            raise RecipeError("unrepeatable.labels_beside_dataset")
        parts, batch_size, shuffles = read_pipeline(images)
        return Rows(**_named(parts), batch_size=batch_size, shuffles=shuffles)
    return Rows(**_named((images, labels, sample_weight)))


def rows_from(parts: Sequence[NDArray[Any]]) -> Rows:
    """Arrays that Keras has cast already as rows."""
    named: dict[str, Any] = dict(zip(Rows.ARRAYS, parts, strict=False))
    return Rows(**named)


def _named(parts: tuple[Any, ...]) -> dict[str, Any]:
    named = dict(zip(Rows.ARRAYS, map(_cast, parts), strict=False))
    if named["images"] is None:
        raise RecipeError("unrepeatable.no_images")
    return named


def split_off(images: Any, labels: Any, sample_weight: Any, share: Any) -> tuple[Rows, Rows]:
    """The rows that train and those that `validation_split` holds back, as Keras splits them."""
    from keras.src.trainers.data_adapters.array_slicing import train_validation_split

    for part in (images, labels, sample_weight):
        _cast(part)  # refuses what is no array
    try:
        training, held_back = train_validation_split(
            (images, labels, sample_weight), validation_split=share
        )
    except Exception as error:
        raise RecipeError("unrepeatable.validation_split") from error
    return rows_of(*training), rows_of(*held_back)


def describe_data(data: Any) -> dict[str, Any] | None:
    """Count, shape, range, mean and digest of an array-like; `None` for what is not one.

    Floats are float32 here as they are in training, so that the same digest means the same data.
    """
    if data is None or is_pipeline(data):
        return None
    try:
        array = np.asarray(data)
        array = array.astype(np.float32) if array.dtype.kind == "f" else array
    except Exception:  # noqa: BLE001 - anything a student passes to fit may refuse to convert
        return None
    if array.dtype.kind not in "biuf" or array.ndim == 0 or array.size == 0:
        return None
    return describe_array(array)


def _cast(data: Any) -> NDArray[Any] | None:
    """An array or tensor as Keras casts it: floats are float32."""
    from keras.src.trainers.data_adapters.array_slicing import (
        can_slice_array,
        convert_to_sliceable,
    )

    if data is None:
        return None
    if isinstance(data, (list, tuple, dict)) or not can_slice_array(data):
        raise RecipeError("unrepeatable.data_kind", kind=type(data).__name__)
    try:
        array = np.asarray(convert_to_sliceable(data, target_backend="tensorflow"))
    except Exception as error:
        raise RecipeError("unrepeatable.data_no_arrays") from error
    if array.dtype.kind not in "biuf" or array.ndim == 0:
        raise RecipeError("unrepeatable.data_no_numbers")
    if array is not data and array.base is None:
        array.flags.writeable = False  # cast just now: ours alone
    return array


def _same_bytes(known: NDArray[Any], array: NDArray[Any]) -> bool:
    if known.shape != array.shape or known.dtype != array.dtype:
        return False
    # As whole numbers: not-a-number is the same as itself here.
    kind = f"u{array.dtype.itemsize}"
    first, second = known.reshape(-1).view(kind), array.reshape(-1).view(kind)
    # A few values tell most arrays apart.
    return np.array_equal(first[::SAMPLE_STEP], second[::SAMPLE_STEP]) and np.array_equal(
        first, second
    )
