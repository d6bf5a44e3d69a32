"""Reads the arrays that a `tf.data` pipeline gives, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.requests import MOST_DATA_BYTES
from autograder.wire.errors import RecipeError

# Steps that change when batches are made, not which.
TRANSPARENT = ("_PrefetchDataset", "_CacheDataset", "_OptionsDataset", "_ModelDataset")
BATCHES = ("_BatchDataset", "_ParallelBatchDataset")
MOST_PARTS = 3
READ_AT_ONCE = 1024

Parts = tuple[NDArray[Any], ...]


def is_pipeline(data: Any) -> bool:
    """Whether this is a `tf.data.Dataset`."""
    from keras.src.trainers.data_adapters import is_tf_dataset

    return bool(is_tf_dataset(data))


def read_pipeline(dataset: Any) -> tuple[Parts, int, bool]:
    """Images, labels and weights as arrays, the batch size, and whether each epoch shuffles them.

    Raises `RecipeError` for a pipeline that gives other batches every time, or no end of them.
    """
    if int(dataset.cardinality()) == -1:
        raise RecipeError("unrepeatable.dataset_endless")
    try:
        return _shuffled(dataset) or _repeatable(dataset)
    except RecipeError:
        raise
    except Exception as error:
        raise RecipeError("unrepeatable.dataset_unreadable") from error


def _shuffled(dataset: Any) -> tuple[Parts, int, bool] | None:
    """A pipeline that shuffles all rows and then makes batches of them; `None` for another."""
    batches = _stripped(dataset)
    if type(batches).__name__ not in BATCHES:
        return None
    shuffle = _stripped(batches._input_dataset)  # noqa: SLF001 - the pipeline's steps
    if type(shuffle).__name__ != "_ShuffleDataset":
        return None
    size, buffer = int(batches._batch_size), int(shuffle._buffer_size)  # noqa: SLF001
    parts, _size = _read(shuffle._input_dataset.batch(READ_AT_ONCE))  # noqa: SLF001
    _same_again(parts, shuffle._input_dataset.batch(READ_AT_ONCE))  # noqa: SLF001
    rows = len(parts[0])
    if buffer < rows:
        raise RecipeError("unrepeatable.dataset_small_buffer")
    if not shuffle._reshuffle_each_iteration:  # noqa: SLF001
        raise RecipeError("unrepeatable.dataset_shuffled_once")
    if bool(batches._drop_remainder) and rows % size:  # noqa: SLF001
        raise RecipeError("unrepeatable.dataset_drops_rows")
    return parts, size, True


def _repeatable(dataset: Any) -> tuple[Parts, int, bool]:
    """Any pipeline that gives the same batches twice."""
    parts, size = _read(dataset)
    _same_again(parts, dataset)
    return parts, size, False


def _stripped(dataset: Any) -> Any:
    while type(dataset).__name__ in TRANSPARENT:
        dataset = dataset._input_dataset  # noqa: SLF001 - the pipeline's steps
    return dataset


def _read(dataset: Any) -> tuple[Parts, int]:
    """All rows, and the size of all batches but the last, which may be smaller."""
    batches = list(_batches(dataset))
    if not batches or len({len(batch) for batch in batches}) != 1:
        raise RecipeError("unrepeatable.dataset_changes_form")
    sizes = [len(batch[0]) for batch in batches]
    if len(set(sizes[:-1])) > 1 or sizes[-1] > sizes[0] or not sizes[-1]:
        raise RecipeError("unrepeatable.dataset_uneven_batches")
    columns = zip(*batches, strict=True)
    return tuple(np.concatenate(column) for column in columns), sizes[0]


def _same_again(parts: Parts, dataset: Any) -> None:
    start = 0
    for batch in _batches(dataset):
        end = start + len(batch[0])
        for array, again in zip(parts, batch, strict=True):
            if not np.array_equal(array[start:end], again):
                raise RecipeError("unrepeatable.dataset_changes")
        start = end
    if start != len(parts[0]):
        raise RecipeError("unrepeatable.dataset_changes")


def _batches(dataset: Any) -> Iterator[Parts]:
    total_bytes = 0
    for batch in dataset.as_numpy_iterator():
        parts = batch if isinstance(batch, tuple) else (batch,)
        if len(parts) > MOST_PARTS or not all(isinstance(part, np.ndarray) for part in parts):
            raise RecipeError("unrepeatable.dataset_more_parts")
        total_bytes += sum(part.nbytes for part in parts)
        if total_bytes > MOST_DATA_BYTES:
            raise RecipeError("unrepeatable.dataset_too_large")
        yield parts
