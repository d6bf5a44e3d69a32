"""Deals rows out in batches, as Keras does or as they were drawn; used by the trainer alone."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.recipes import recipe, requests
from autograder.trainer.build import Start, unpack
from autograder.wire.errors import RecipeError

# Keras's own, where a call names no size.
BATCH_SIZE = 32
# What dealt data may take that are kept.
MOST_KEPT_BYTES = 2**27


@dataclass(frozen=True, slots=True)
class Batches:
    """Rows in the order of an epoch's batches, and where each of these begins and ends.

    `size` is that of all of them, where Keras knew before it saw them.
    """

    rows: Any
    edges: NDArray[np.int32]
    size: int | None

    @property
    def count(self) -> int:
        """How many batches there are."""
        return len(self.edges) - 1

    def part(self, first: int, count: int | None) -> Batches:
        """So many batches from one on, as far as there are any."""
        last = self.count if count is None else min(first + count, self.count)
        return Batches(self.rows, self.edges[first : last + 1], self.size)

    def dataset(self) -> Any:
        """The same batches as Keras takes them."""
        import tensorflow as tf
        from keras import tree

        def batches() -> Any:
            for first, last in zip(self.edges[:-1], self.edges[1:], strict=True):
                yield tree.map_structure(lambda array: array[first:last], self.rows)  # noqa: B023

        signature = tree.map_structure(
            lambda array: tf.TensorSpec([self.size, *array.shape[1:]], array.dtype), self.rows
        )
        dataset = tf.data.Dataset.from_generator(batches, output_signature=signature)
        # Where Keras does not know how many there are, it begins a step that finds none, and the
        # optimiser may count it.
        return dataset.apply(tf.data.experimental.assert_cardinality(self.count))


class Dealer:
    """Deals out the data of trainings; keeps the last ones, for more epochs on them and for others
    who train on the same.
    """

    def __init__(self) -> None:
        self._dealt: OrderedDict[bytes, tuple[Batches, Batches | None]] = OrderedDict()

    def deal(self, fit: requests.Fit, start: Start) -> tuple[Batches, Batches | None]:
        """The batches of an epoch of training, and those of validation; raises `RecipeError`."""
        # An order names its arrays whether they are kept here or not.
        for part in (fit.training, fit.validation):
            if part is not None:
                unpack(part, start.arrays)
        same = msgspec.structs.replace(fit, network=recipe.Network(()), compiled=None)
        key = msgspec.msgpack.encode([same, start.seed])
        dealt = self._dealt.pop(key, None) or _dealt_for(fit, start)
        self._dealt[key] = dealt
        while len(self._dealt) > 1 and sum(map(_bytes_of, self._dealt.values())) > MOST_KEPT_BYTES:
            self._dealt.popitem(last=False)
        return dealt


def of_epoch(batches: Batches, steps: int | None, begun: int) -> Batches:
    """The batches of an epoch of so many steps, after so many that were begun before it.

    Each goes on where the one before ended; the one that comes to the end of the data ends there.
    """
    if not steps:
        return batches
    epochs_of_data = -(-batches.count // steps)
    return batches.part(begun % epochs_of_data * steps, steps)


def dealt(
    data: requests.Labelled, start: Start, size: int | None, steps: int | None = None, **how: Any
) -> Batches:
    """Keras's own batches of one epoch, one behind the other; without a size it takes one that
    makes so many steps of the data.
    """
    import keras
    import tensorflow as tf
    from keras import tree
    from keras.src.trainers.data_adapters import get_data_adapter

    images, labels, sample_weight = unpack(data, start.arrays)
    keras.utils.set_random_seed(start.seed)
    adapter = get_data_adapter(
        x=images,
        y=labels,
        sample_weight=sample_weight,
        batch_size=size,
        steps_per_epoch=steps,
        **how,
    )
    size = adapter.batch_size
    dataset = adapter.get_tf_dataset()
    rows = tree.map_structure(lambda *batches: tf.concat(batches, 0), *dataset)
    lengths = {spec.shape[0] for spec in tree.flatten(dataset.element_spec)}
    count = int(tree.flatten(rows)[0].shape[0])
    edges = np.array([*range(0, count, size), count], np.int32)
    return Batches(rows, edges, size if lengths == {size} else None)


def drawn(data: requests.Labelled, how: requests.Drawn, start: Start) -> Batches:
    """The batches of one epoch as somebody's pipeline gave them; raises `RecipeError`."""
    import tensorflow as tf

    numbers, ends = _array(how.rows, start), _array(how.ends, start)
    columns = [unpack(part, start.arrays) for part in (data, how.more) if part is not None]
    known = sum(len(images) for images, _labels, _weights in columns)
    edges = np.array([0, *ends], np.int64)
    fits = (
        numbers.ndim == ends.ndim == 1
        and len(ends) > 0
        and (np.diff(edges) > 0).all()
        and edges[-1] == len(numbers)
        and numbers.min() >= 0
        and numbers.max() < known
    )
    if not fits:
        raise RecipeError("unrepeatable.other_data")
    rows = []
    for parts in zip(*columns, strict=True):
        if all(part is None for part in parts):
            continue
        if any(part is None or len(part) != len(own[0]) for part, own in zip(parts, columns)):  # noqa: B905
            raise RecipeError("unrepeatable.other_data")
        if len({(part.dtype, part.shape[1:]) for part in parts}) > 1:
            raise RecipeError("unrepeatable.other_data")
        rows.append(tf.constant(np.concatenate(parts)[numbers]))
    if how.size not in (None, requests.size_of(edges[1:])):
        raise RecipeError("unrepeatable.other_data")
    sizes = set(np.diff(edges).tolist())
    size = sizes.pop() if how.even and len(sizes) == 1 else None
    return Batches(tuple(rows), edges.astype(np.int32), size)


def _dealt_for(fit: requests.Fit, start: Start) -> tuple[Batches, Batches | None]:
    if fit.drawn is not None:
        training = drawn(fit.training, fit.drawn, start)
    else:
        classes = dict(fit.class_weight) or None
        how = {"shuffle": fit.shuffle, "class_weight": classes}
        training = dealt(fit.training, start, fit.batch_size, fit.steps_per_epoch, **how)
    validation = None
    if fit.validation is not None and fit.validation_drawn is not None:
        validation = drawn(fit.validation, fit.validation_drawn, start)
    elif fit.validation is not None:
        size = fit.validation_batch_size or fit.batch_size
        validation = dealt(fit.validation, start, size, fit.validation_steps)
    return training, validation


def _bytes_of(dealt: tuple[Batches, Batches | None]) -> int:
    """What their rows take, which are tensors."""
    from keras import tree

    rows = tree.flatten([part.rows for part in dealt if part is not None])
    return sum(array.shape.num_elements() * array.dtype.size for array in rows)


def _array(data: requests.Data, start: Start) -> NDArray[Any]:
    array = unpack(requests.Labelled(data), start.arrays)[0]
    if array.dtype != np.int32:
        raise RecipeError("unrepeatable.other_data")
    return np.asarray(array)
