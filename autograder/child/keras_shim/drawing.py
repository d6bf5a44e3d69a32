"""Draws the batches that Keras would train on from pipelines, generators and sequences.

Keras's own iterator gives them, epoch by epoch, so that shuffling, repeating and whatever a
student's code does to them happens as it does without us. What is handed over is what they gave:
the rows of the first epoch in their order, and for each epoch which rows it consists of.
"""

from __future__ import annotations

import hashlib
import inspect
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.requests import MOST_DATA_BYTES
from autograder.wire.errors import RecipeError

MOST_STEPS = 20_000
MOST_PARTS = 3
# What TensorFlow says of a pipeline without an end.
ENDLESS = -1

Parts = tuple[NDArray[Any], ...]


@dataclass(frozen=True, slots=True)
class Epoch:
    """The batches of one epoch: the numbers of their rows, where each of them ends, and the rows
    that no epoch had before, which are counted on from those of the first.

    `even` says that Keras knew all batches to be of one size.
    """

    rows: NDArray[np.int32]
    ends: NDArray[np.int32]
    more: Parts | None
    even: bool


class Stream:
    """The batches of one argument of `fit`, which Keras takes from it epoch by epoch."""

    def __init__(self, data: Any, steps: int | None, class_weight: Any = None) -> None:
        self._taken: deque[Any] = deque()
        self._source = data if inspect.isgenerator(data) else None
        self._data = data
        self._how = {"steps_per_epoch": steps, "class_weight": class_weight}
        self._batches: Any = None
        self._known: dict[bytes, int] = {}
        self._next: tuple[Epoch, int] | None = None
        self.first: Parts = ()
        # How many batches an epoch has, where Keras knows before it draws any.
        self.count: int | None = None

    def begin(self) -> None:
        """Draws the first epoch, whose rows are known from then on; raises `RecipeError`."""
        parts, ends = self._drawn()
        self.first = parts
        for number, key in enumerate(_keys(parts)):
            self._known.setdefault(key, number)
        rows = np.arange(len(parts[0]), dtype=np.int32)
        self._next = Epoch(rows, ends, None, self._even(ends)), len(ends)

    def epoch(self) -> Epoch:
        """The next epoch; raises `RecipeError`."""
        if self._next is None:
            parts, ends = self._drawn()
            self._next = self._numbered(parts, ends), len(ends)
        epoch, steps = self._next
        self._next = None
        for _step in range(min(steps, len(self._taken))):
            self._taken.popleft()
        return epoch

    def reset(self) -> None:
        """Begins again from the data's own beginning, as Keras does before it validates."""
        if self._next is None and self._batches is not None:
            self._batches.reset()

    def rest(self) -> Any:
        """What `fit` is to be given where Keras trains on from here."""
        if self._source is None or self._batches is None:
            return self._data
        return _one_behind_the_other(list(self._taken), self._source)

    def _numbered(self, parts: Parts, ends: NDArray[np.int32]) -> Epoch:
        rows: list[int] = []
        new: dict[bytes, tuple[int, int]] = {}
        for number, key in enumerate(_keys(parts)):
            known = self._known.get(key)
            if known is None:
                known = len(self.first[0]) + len(new)
                known = new.setdefault(key, (known, number))[0]
            rows.append(known)
        places = [number for _known, number in new.values()]
        more = tuple(part[places] for part in parts) if new else None
        return Epoch(np.array(rows, np.int32), ends, more, self._even(ends))

    def _even(self, ends: NDArray[np.int32]) -> bool:
        from keras import tree

        specs = tree.flatten(self._batches._distributed_dataset.element_spec)  # noqa: SLF001
        lengths = {spec.shape[0] for spec in specs}
        return lengths == {int(ends[0])}

    def _drawn(self) -> tuple[Parts, NDArray[np.int32]]:
        try:
            return self._one_epoch()
        except RecipeError:
            raise
        except Exception as error:
            raise RecipeError("unrepeatable.dataset_unreadable") from error

    def _one_epoch(self) -> tuple[Parts, NDArray[np.int32]]:
        if self._batches is None:
            self._batches = self._begun()
            dataset = self._batches._distributed_dataset  # noqa: SLF001 - what it goes through
            if not self._how["steps_per_epoch"] and int(dataset.cardinality()) == ENDLESS:
                raise RecipeError("unrepeatable.dataset_endless")
            self.count = self._batches.num_batches
        found: list[Parts] = []
        total_bytes = 0
        with self._batches.catch_stop_iteration():
            for _first, _last, iterator in self._batches:
                parts = _arrays(next(iterator))
                total_bytes += sum(part.nbytes for part in parts)
                if total_bytes > MOST_DATA_BYTES or len(found) >= MOST_STEPS:
                    raise RecipeError("unrepeatable.dataset_too_large")
                found.append(parts)
        if not found or len({len(parts) for parts in found}) > 1:
            raise RecipeError("unrepeatable.dataset_changes_form")
        columns = list(zip(*found, strict=True))
        if any(len({(part.dtype, part.shape[1:]) for part in column}) > 1 for column in columns):
            raise RecipeError("unrepeatable.dataset_changes_form")
        ends = np.cumsum([len(parts[0]) for parts in found], dtype=np.int32)
        return tuple(np.concatenate(column) for column in columns), ends

    def _begun(self) -> Any:
        import tensorflow as tf
        from keras.src.backend.tensorflow.trainer import TFEpochIterator

        data = self._data if self._source is None else _noted(self._source, self._taken)
        batches = TFEpochIterator(
            x=data, distribute_strategy=tf.distribute.get_strategy(), **self._how
        )
        batches.reset()
        return batches


@dataclass(frozen=True, slots=True)
class Streams:
    """Those of the arguments of one call of `fit`, where Keras takes batches from them."""

    training: Stream | None = None
    validation: Stream | None = None

    @classmethod
    def of(cls, given: dict[str, Any]) -> Streams:
        """What could be drawn from; nothing is drawn yet."""
        training = validation = None
        if is_drawn(given["x"]):
            training = Stream(given["x"], given["steps_per_epoch"], given["class_weight"])
        if is_drawn(given["validation_data"]):
            validation = Stream(given["validation_data"], given["validation_steps"])
        return cls(training, validation)

    @property
    def any(self) -> bool:
        """Whether anything is drawn."""
        return self.training is not None or self.validation is not None

    def put_back(self, given: dict[str, Any]) -> dict[str, Any]:
        """The arguments for Keras to train on from here: with what was drawn and not used."""
        rest = dict(given)
        if self.training is not None:
            rest["x"] = self.training.rest()
        if self.validation is not None:
            rest["validation_data"] = self.validation.rest()
        return rest


def is_drawn(data: Any) -> bool:
    """Whether Keras takes batches from this, and not rows."""
    import keras
    from keras.src.trainers.data_adapters import is_tf_dataset

    return (
        bool(is_tf_dataset(data))
        or inspect.isgenerator(data)
        or isinstance(data, keras.utils.PyDataset)
    )


def _noted(source: Iterator[Any], taken: deque[Any]) -> Iterator[Any]:
    for batch in source:
        taken.append(batch)
        yield batch


def _one_behind_the_other(first: list[Any], rest: Iterator[Any]) -> Iterator[Any]:
    yield from first
    yield from rest


def _arrays(batch: Any) -> Parts:
    """The parts of a batch as Keras casts them: floats are float32."""
    parts = batch if isinstance(batch, tuple) else (batch,)
    arrays = []
    for part in parts:
        if part is None or hasattr(part, "has_value"):
            continue
        array = np.asarray(part)
        if array.dtype.kind not in "biuf" or array.ndim == 0:
            raise RecipeError("unrepeatable.dataset_more_parts")
        arrays.append(array.astype(np.float32) if array.dtype.kind == "f" else array)
    if not 1 <= len(arrays) <= MOST_PARTS or len({len(array) for array in arrays}) > 1:
        raise RecipeError("unrepeatable.dataset_more_parts")
    if not len(arrays[0]):
        raise RecipeError("unrepeatable.dataset_changes_form")
    return tuple(arrays)


def _keys(parts: Parts) -> Iterator[bytes]:
    """A digest of each row, of all its parts."""
    for row in zip(*parts, strict=True):
        digest = hashlib.sha256()
        for part in row:
            digest.update(np.ascontiguousarray(part).data)
        yield digest.digest()
