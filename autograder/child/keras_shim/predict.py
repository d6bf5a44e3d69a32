"""`Model.predict` without its tracing, which costs more than a small prediction; in the sandbox."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.child.keras_shim.data import rows_of
from autograder.child.keras_shim.describe import describe_network
from autograder.child.keras_shim.provenance import variables_of
from autograder.recipes.forward import probabilities
from autograder.wire.errors import Failure, RecipeError

KERAS_BATCH = 32
MOST_ROWS = 2_000
# Rows that are computed at once, whatever the batch size: they do not depend on each other.
ROWS_AT_ONCE = 250
# What decides what `predict` does; a model that has its own is left to Keras.
KERAS_OWN = ("__call__", "make_predict_function", "predict_step")


def predicting(original: Callable[..., Any]) -> Callable[..., Any]:
    """Answers `Model.predict` with all its arguments; what is unusual is left to Keras."""

    def answer(model: Any, given: dict[str, Any]) -> Any:
        images = _images(model, given)
        return original(model, **given) if images is None else _predict(model, images, given)

    return answer


def _images(model: Any, given: dict[str, Any]) -> Any:
    """The images where nothing is unusual about the call, else `None`."""
    import keras

    size = given["batch_size"]
    if given["steps"] or given["callbacks"] or not (size is None or isinstance(size, int)):
        return None
    if any(getattr(type(model), name) is not getattr(keras.Model, name) for name in KERAS_OWN):
        return None
    if not all(_is_keras_own(layer) for layer in _layers(model)):
        return None
    try:
        images = rows_of(given["x"]).images
    except RecipeError:
        return None
    usual = isinstance(given["x"], np.ndarray) or type(given["x"]).__name__ == "EagerTensor"
    return images if usual and 0 < len(images) <= MOST_ROWS else None


def _predict(model: Any, images: Any, given: dict[str, Any]) -> Any:
    import keras

    steps = -(-len(images) // (given["batch_size"] or KERAS_BATCH))
    verbose = given["verbose"]
    callbacks = keras.callbacks.CallbackList(
        add_progbar=verbose != 0, verbose=verbose, epochs=1, steps=steps, model=model
    )
    model.stop_predicting = False
    callbacks.on_predict_begin()
    outputs = _computed(model, images)
    if outputs is None:
        outputs = _called(model, images)
    callbacks.on_predict_end()
    return outputs


def _computed(model: Any, images: Any) -> Any:
    """What a chain of layers predicts, in NumPy; `None` where only Keras can tell."""
    import keras

    if not isinstance(model, keras.Sequential) or not model.built:
        return None
    try:
        network, chain = describe_network(model, images.shape[1:])
        weights = [variable.numpy() for variable in variables_of(chain)]
        return probabilities(network, weights, images)
    except (RecipeError, Failure):
        return None


def _called(model: Any, images: Any) -> Any:
    """What the model answers when it is called, a batch at a time."""
    import keras

    takes_training = "training" in inspect.signature(model.call).parameters
    known = {"training": False} if takes_training else {}
    parts = [
        keras.tree.map_structure(np.asarray, model(keras.ops.convert_to_tensor(some), **known))
        for some in (
            images[start : start + ROWS_AT_ONCE] for start in range(0, len(images), ROWS_AT_ONCE)
        )
    ]
    return keras.tree.map_structure(lambda *arrays: np.concatenate(arrays), *parts)


def _layers(model: Any) -> Iterator[Any]:
    import keras

    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from _layers(layer)
        else:
            yield layer


def _is_keras_own(layer: Any) -> bool:
    return type(layer).__module__.startswith("keras.src.layers.")
