"""What student code asks the trainer for; written in the sandbox, read by the judge's side.

A request is plain data: a network of the vocabulary (`recipe`), data by digest, and where to start
from. Every byte of it is validated (`decode_request`) before anything is done.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from typing import Annotated, Any, Literal

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from autograder.recipes.layer import Count, Length, Plain
from autograder.recipes.recipe import MOST_LAYERS, Compiled, Network
from autograder.wire.errors import RecipeError

# What one request may ask for; larger ones are answered with a sentence.
MOST_DATA_BYTES = 256 * 2**20
MOST_EPOCHS = 10_000
# How often callbacks may change something in the middle of the epochs of one call.
MOST_CUTS = 50

# TensorFlow counts rows in 32 bits; a larger batch would never end.
BatchSize = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
# As a claim has it: a name that student code chose, and what nobody could find out.
Name = Annotated[str, Meta(max_length=100)]
Unknown = Literal["unknown"]


class Data(Plain, frozen=True):
    """An array by its digest (see `digest_array`); floats are float32, as Keras casts them."""

    digest: Digest
    shape: Annotated[tuple[Length, ...], Meta(min_length=1, max_length=6)]
    dtype: Literal[
        "float32", "bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"
    ]

    @property
    def size_bytes(self) -> int:
        return math.prod(self.shape) * np.dtype(self.dtype).itemsize


class Labelled(Plain, frozen=True):
    """Images with what belongs to them, row by row."""

    images: Data
    labels: Data | None = None
    sample_weight: Data | None = None

    def arrays(self) -> list[Data]:
        return [data for data in (self.images, self.labels, self.sample_weight) if data is not None]


class Drawn(Plain, frozen=True):
    """The batches of one epoch, as a pipeline or a generator gave them.

    `rows` are the numbers of their rows, batch after batch, among those of the images that they
    belong to and then those of `more`; `ends` says how many of them there are up to the end of
    each batch. `even` says that Keras knew all batches to be of one size. `size` is that of all of
    them but the last, which may be smaller, where they have one.
    """

    rows: Data
    ends: Data
    more: Labelled | None = None
    even: bool = False
    size: BatchSize | None = None

    def arrays(self) -> list[Data]:
        return [self.rows, self.ends, *([] if self.more is None else self.more.arrays())]


class SeenLayer(Plain, frozen=True):
    """A layer by what a forward pass showed of it; see `layers.Layer`."""

    kind: Name
    units: Length
    activation: Name
    rate: float
    output_shape: Annotated[tuple[Length, ...], Meta(max_length=8)] | Unknown
    scale: float
    offset: float


class Seen(Plain, frozen=True):
    """What could be seen of a model and of what it was compiled with: a claim."""

    layers: Annotated[tuple[SeenLayer, ...], Meta(max_length=MOST_LAYERS)] | Unknown
    loss: Name
    from_logits: bool | Unknown
    optimizer: Name
    metrics: Annotated[tuple[Name, ...], Meta(max_length=100)] | Unknown
    parameters: Count | Unknown


class Traced(Plain, frozen=True):
    """A model that was traced: the bytes of its program (`graph`), and what was seen of it."""

    program: Data
    seen: Seen


class Fit(Plain, frozen=True):
    """One call of `Model.fit`, but for how long and from where; `compiled` is `None` without one.

    `validation` holds what `validation_split` held back as well. Data that were drawn from a
    pipeline are the rows of its first epoch, in their order; `drawn` says which of them, and which
    more, the one epoch that is asked for consists of. Where it was `traced`, the network is empty,
    and `compiled` names an optimiser alone: the rest is in the program.
    """

    network: Network
    compiled: Compiled | None
    training: Labelled
    validation: Labelled | None = None
    batch_size: BatchSize | None = None
    shuffle: bool = True
    class_weight: Annotated[tuple[tuple[int, float], ...], Meta(max_length=1000)] = ()
    steps_per_epoch: Count | None = None
    validation_batch_size: BatchSize | None = None
    validation_steps: Count | None = None
    validation_freq: Count = 1
    drawn: Drawn | None = None
    validation_drawn: Drawn | None = None
    traced: Traced | None = None


class New(Plain, frozen=True, tag_field="from", tag="new"):
    """The trainer's own initial values."""


class State(Plain, frozen=True, tag_field="from", tag="state"):
    """Where an earlier training of the same submission ended: the key that its reply gave."""

    key: Digest


class Given(Plain, frozen=True, tag_field="from", tag="given"):
    """Values set by hand, an array for each variable: a claim, and so is all that follows."""

    arrays: Annotated[tuple[Data, ...], Meta(max_length=8 * MOST_LAYERS)]


class Batchwise(Plain, frozen=True):
    """Asks for the logs of every batch of the one epoch that is asked for.

    What callbacks do at one batch decides the next: `rates` are the learning rates that they set,
    each with the batch from which on it is in force, and `steps` is after how many batches they
    ended the epoch.
    """

    rates: Annotated[tuple[tuple[Length, float], ...], Meta(max_length=MOST_CUTS)] = ()
    steps: Count | None = None


class FitRequest(Plain, frozen=True, tag_field="request", tag="fit"):
    """Train from epoch `first_epoch` (from 0) for `epochs` epochs; a call with callbacks asks for
    one epoch at a time, and says with `goes_on` that this is the same call of `fit` as before.

    `asked_epochs` is how many epochs `fit` is to run in all. `seed` is the student's, where they
    set one, and `draw` counts the like requests since: training the same network twice gives two
    different results.

    `again` says that this epoch takes the place of the one before, whose callbacks changed
    something in the middle of it. `begun` counts the epochs of this call that went before, where
    each goes on in the data where the last one ended. `ends` says that the call ends here, for an
    optimiser that then puts averages in the place of weights.
    """

    fit: Fit
    epochs: Annotated[int, Meta(ge=1, le=MOST_EPOCHS)]
    first_epoch: Annotated[int, Meta(ge=0, le=MOST_EPOCHS)] = 0
    asked_epochs: Annotated[int, Meta(ge=0, le=2**40)] = 1
    weights: New | State | Given = New()
    optimizer: New | State = New()
    goes_on: bool = False
    seed: int | None = None
    draw: Annotated[int, Meta(ge=0, le=1000)] = 0
    batches: Batchwise | None = None
    begun: Annotated[int, Meta(ge=0, le=MOST_EPOCHS)] = 0
    ends: bool = False
    again: bool = False

    def __post_init__(self) -> None:
        drawn = self.fit.drawn or self.fit.validation_drawn
        if self.epochs > 1 and (self.batches or drawn):
            raise ValueError("such epochs are asked for one at a time")

    def arrays(self) -> list[Data]:
        """Every array that this training needs."""
        parts = [self.fit.training.arrays()]
        if self.fit.traced is not None:
            parts.append([self.fit.traced.program])
        if self.fit.validation is not None:
            parts.append(self.fit.validation.arrays())
        for drawn in (self.fit.drawn, self.fit.validation_drawn):
            if drawn is not None:
                parts.append(drawn.arrays())
        if isinstance(self.weights, Given):
            parts.append(list(self.weights.arrays))
        return [data for part in parts for data in part]

    def roles(self) -> dict[str, Data]:
        """The arrays that facts speak of: what it trains on, and what it validates on."""
        training, validation = self.fit.training, self.fit.validation
        roles = {
            "images": training.images,
            "labels": training.labels,
            "sample_weight": training.sample_weight,
            "validation": None if validation is None else validation.images,
            "validation_labels": None if validation is None else validation.labels,
        }
        return {role: data for role, data in roles.items() if data is not None}


class EvaluateRequest(Plain, frozen=True, tag_field="request", tag="evaluate"):
    """One call of `Model.evaluate`."""

    network: Network
    compiled: Compiled | None
    data: Labelled
    batch_size: BatchSize | None = None
    steps: Count | None = None
    weights: New | State | Given = New()

    def arrays(self) -> list[Data]:
        """Every array that this evaluation needs."""
        given = self.weights.arrays if isinstance(self.weights, Given) else ()
        return [*self.data.arrays(), *given]

    def roles(self) -> dict[str, Data]:
        """None: no fact is made of an evaluation."""
        return {}


Request = FitRequest | EvaluateRequest
# msgspec reads the fields of a class when it first needs them, and a thread that needs them
# meanwhile meets a class read by half: a segmentation fault. All are read here, before any thread.
msgspec.json.Decoder(Request)


def size_of(ends: NDArray[Any]) -> int | None:
    """The size of all batches that end there but the last, which may be smaller; `None` for none
    such.
    """
    *whole, last = np.diff(ends, prepend=0).tolist()
    sizes = set(whole) or {last}
    return int(max(sizes)) if len(sizes) == 1 and last <= max(sizes) else None


def digest_array(array: NDArray[Any]) -> str:
    """A digest of an array's dtype, shape and values: equal digests mean equal data."""
    # Half of SHA-256, which processors compute themselves, twice as fast as the others.
    digest = hashlib.sha256(f"{array.dtype.str}{array.shape}".encode())
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()[:32]


def digest_of_all(digests: Iterable[str]) -> str:
    """One digest of several arrays, by their own digests, in whatever order they come."""
    return hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()[:32]


def data_of(array: NDArray[Any]) -> Data:
    """The reference to an array; raises `RecipeError` for a dtype the vocabulary does not know."""
    plain = {"digest": digest_array(array), "shape": array.shape, "dtype": str(array.dtype)}
    data: Data = _convert(plain, Data)
    return data


def to_plain(value: Any) -> Any:
    """A recipe as dictionaries, lists and scalars, for `frames`."""
    return msgspec.to_builtins(value)


def decode_request(value: Any) -> Request:
    """A decoded frame as a request; raises `RecipeError` with what is outside the vocabulary."""
    request: Request = _convert(value, Request)
    return request


def decode_fit(value: Any) -> Fit:
    """A decoded value as a call of `fit`; raises `RecipeError`."""
    fit: Fit = _convert(value, Fit)
    return fit


def _convert(value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    # Beside its own, whatever it meets when it asks an array for what only a mapping has.
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise RecipeError("unrepeatable.request", text=str(error)) from error
