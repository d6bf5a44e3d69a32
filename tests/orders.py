"""Small networks and data as orders to the trainer, for other tests."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes import requests
from autograder.recipes.recipe import Compiled, Dense, Flatten, Network
from autograder.recipes.recipe import Optimizer as Chosen
from autograder.recipes.requests import Data, Fit, FitRequest, Labelled
from autograder.training.trainer_process import TrainerJob

SEED = 7
CLASSES = 10
LOSS = "sparse_categorical_crossentropy"
NETWORK = Network((Flatten(), Dense(16, activation="relu"), Dense(CLASSES, activation="softmax")))
COMPILED = Compiled(Chosen("Adam"), LOSS, ("accuracy",))

Arrays = dict[str, NDArray[Any]]


def images(count: int, first: int = 0) -> NDArray[Any]:
    """Random images between 0 and 1, each of them always the same."""
    everything = np.random.default_rng(5).random((500, 8, 8), np.float32)
    return everything[first : first + count]


def labels(count: int, first: int = 0) -> NDArray[Any]:
    """What belongs to `images`, from 0 to 9."""
    return np.random.default_rng(6).integers(0, CLASSES, 500, np.uint8)[first : first + count]


def known(array: NDArray[Any], arrays: Arrays) -> Data:
    """The reference to an array, which is put among the arrays of an order."""
    data = requests.data_of(array)
    arrays[data.digest] = array
    return data


def labelled(
    arrays: Arrays, x: NDArray[Any], y: NDArray[Any] | None, weight: NDArray[Any] | None = None
) -> Labelled:
    """Rows of data, put among the arrays of an order."""
    return Labelled(
        known(x, arrays),
        None if y is None else known(y, arrays),
        None if weight is None else known(weight, arrays),
    )


def fit_order(  # noqa: PLR0913 - one argument for each thing a test varies
    network: Network = NETWORK,
    compiled: Compiled | None = COMPILED,
    *,
    count: int = 50,
    x: NDArray[Any] | None = None,
    y: NDArray[Any] | None = None,
    weight: NDArray[Any] | None = None,
    validated: int = 0,
    epochs: int = 2,
    first_epoch: int = 0,
    seed: int = SEED,
    weights: tuple[NDArray[Any], ...] | None = None,
    optimizer: tuple[NDArray[Any], ...] | None = None,
    **arguments: Any,
) -> TrainerJob:
    """An order to train; `validated` images that were not trained on are its validation data."""
    arrays: Arrays = {}
    training = labelled(
        arrays,
        images(count) if x is None else x,
        labels(count) if y is None else y,
        weight,
    )
    validation = None
    if validated:
        validation = labelled(arrays, images(validated, 400), labels(validated, 400))
    fit = Fit(network, compiled, training, validation, **arguments)
    request = FitRequest(fit, epochs, first_epoch=first_epoch)
    return TrainerJob(request, seed, arrays, weights, optimizer)
