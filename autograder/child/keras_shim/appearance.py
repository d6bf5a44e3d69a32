"""Describes a training that the vocabulary has no words for by what can be seen of it.

The model's layers, what it was compiled with, and the data; each part is `unknown` where nothing
can be found out. Nothing here raises: student code goes on either way.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.child.keras_shim.data import describe_data, split_off
from autograder.child.keras_shim.forward_pass import layers_called, layers_held, shape_of_images
from autograder.recipes.unknown import WORD
from autograder.wire.errors import RecipeError

IMAGES = 4
# What a loss that takes logits does not notice.
SHIFT, SHIFT_NOTICED = 5.0, 1e-3
# What a loss is tried with.
COUNT, CLASSES = 32, 10
PARTS_SEEN = ("layers", "loss", "from_logits", "optimizer", "metrics", "parameters")
NOTHING_SEEN = dict.fromkeys(PARTS_SEEN, WORD)
DATA = ("images", "labels", "sample_weight", "validation", "validation_labels")
NO_DATA_KNOWN = dict.fromkeys(DATA, WORD)


def appearance(model: Any, given: dict[str, Any], optimizer: Any = None) -> dict[str, Any]:
    """What can be seen of a model and of what it was compiled with.

    `optimizer` is the one that trained it, where that is not the model's own.
    """
    config = {}
    with contextlib.suppress(Exception):
        config = model._compile_config.config  # noqa: SLF001 - where Keras keeps it
    return {
        "layers": _or_unknown(lambda: _layers(model, given)),
        "loss": _or_unknown(lambda: _loss(config["loss"], model, given)),
        "from_logits": _or_unknown(lambda: _from_logits(config["loss"], model, given)),
        "optimizer": _or_unknown(lambda: _kind_of_optimizer(optimizer or model.optimizer)),
        "metrics": _or_unknown(lambda: _metrics(config["metrics"])),
        "parameters": _or_unknown(lambda: int(model.count_params())),
    }


def data_given(given: dict[str, Any]) -> dict[str, Any]:
    """The data of a call of `fit`, each described, `unknown`, or `None` where there is none."""
    images, labels, weights = given["x"], given["y"], given["sample_weight"]
    held_back = given["validation_data"]
    if held_back is None and given["validation_split"]:
        try:
            training, others = split_off(images, labels, weights, given["validation_split"])
        except RecipeError:
            return NO_DATA_KNOWN
        images, labels, weights = training.images, training.labels, training.sample_weight
        held_back = (others.images, others.labels)
    parts = [*held_back] if isinstance(held_back, (list, tuple)) else [held_back]
    own = _together(images, labels, weights)
    apart = _together(*[*parts, None, None, None][:3])
    return {**own, "validation": apart["images"], "validation_labels": apart["labels"]}


def _together(images: Any, labels: Any, weights: Any) -> dict[str, Any]:
    """Images with what belongs to them, which comes with them where they are no array."""
    described = _data(images)
    comes_along = WORD if described == WORD else None
    others = {"labels": labels, "sample_weight": weights}
    named = {name: comes_along if one is None else _data(one) for name, one in others.items()}
    return {"images": described, **named}


def _data(data: Any) -> Any:
    return None if data is None else describe_data(data) or WORD


def _or_unknown(look: Callable[[], Any]) -> Any:
    try:
        return look()
    except Exception:  # noqa: BLE001 - a student's objects may raise anything
        return WORD


def _layers(model: Any, given: dict[str, Any]) -> list[dict[str, Any]]:
    try:
        return layers_called(model, _images(model, given))
    except Exception:  # noqa: BLE001 - a student's model may raise anything
        return layers_held(model)


def _images(model: Any, given: dict[str, Any]) -> Any:
    """A few of the images given, or made-up ones of the shape that the model takes."""
    if isinstance(describe_data(given["x"]), dict):
        images = np.asarray(given["x"][:IMAGES])
        return images.astype(np.float32) if images.dtype.kind == "f" else images
    shape = shape_of_images(model)
    return np.random.default_rng(IMAGES).random((IMAGES, *shape), np.float32)


def _name(part: Any) -> str:
    """A loss or a metric as it is called, an object by its class."""
    return part if isinstance(part, str) else str(getattr(part, "__name__", type(part).__name__))


def _loss(loss: Any, model: Any, given: dict[str, Any]) -> str:
    """A loss as it is called, one of the student's own that is cross entropy by Keras's name."""
    import keras

    name = _name(loss)
    is_own = callable(loss) and not str(getattr(loss, "__module__", "")).startswith("keras.")
    if not is_own or isinstance(loss, type):
        return name
    with contextlib.suppress(Exception):
        if _is_crossentropy(loss, _from_logits(loss, model, given)):
            return str(keras.losses.sparse_categorical_crossentropy.__name__)
    return name


def _is_crossentropy(loss: Any, from_logits: bool) -> bool:
    """Whether a loss is the cross entropy of whole numbers, or a multiple of it, where tried."""
    import keras
    from keras.src.trainers.compile_utils import CompileLoss

    generator, shares = np.random.default_rng(IMAGES), []
    for _attempt in range(IMAGES):
        labels = keras.ops.convert_to_tensor(generator.integers(0, CLASSES, COUNT))
        sums = generator.normal(0, 1, (COUNT, CLASSES)).astype(np.float32)
        outputs = keras.ops.convert_to_tensor(sums)
        answers = outputs if from_logits else keras.ops.softmax(outputs)
        usual = keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
        shares.append(float(CompileLoss(loss)(labels, answers)) / float(usual(labels, answers)))
    return min(shares) > 0 and max(shares) < (1 + SHIFT_NOTICED) * min(shares)


def _from_logits(loss: Any, model: Any, given: dict[str, Any]) -> bool:
    """Whether a loss takes outputs without softmax, found by what it does if it is the student's.

    Softmax is the same for outputs that are all shifted by as much, and nothing else here is.
    """
    import keras

    if isinstance(loss, str):
        return False
    if type(loss).__module__.startswith("keras.src.losses") and isinstance(loss, keras.Loss):
        return bool(loss.get_config().get("from_logits", False))
    if getattr(keras.losses, _name(loss), None) is loss:
        return False
    labels = np.asarray(given["y"][:IMAGES])
    width = int(model(_images(model, given), training=False).shape[-1])
    outputs = np.random.default_rng(width).normal(0, 2, (len(labels), width)).astype(np.float32)
    first, second = (np.asarray(loss(labels, outputs + shift)) for shift in (0, np.float32(SHIFT)))
    return bool(np.allclose(first, second, atol=SHIFT_NOTICED))


def _kind_of_optimizer(optimizer: Any) -> str:
    """The class of Keras's own that an optimizer is, or is made from; else its own class."""
    import keras

    optimizer = getattr(optimizer, "inner_optimizer", optimizer)
    for kind in type(optimizer).__mro__:
        if kind is keras.optimizers.Optimizer:
            break
        if getattr(keras.optimizers, kind.__name__, None) is kind:
            return str(kind.__name__)
    return type(optimizer).__name__


def _metrics(metrics: Any) -> list[str]:
    import keras

    return [
        getattr(each, "name", None) or _name(each)
        for each in keras.tree.flatten(metrics)
        if each is not None
    ]
