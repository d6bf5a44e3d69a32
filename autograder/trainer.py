"""The trusted process that trains networks, one order after another; started by `workshop`.

It never sees student code. An order is a request of `recipe`, validated here once more, with a
seed, the arrays that it names and perhaps the values to start from; the network is built anew from
it. What comes back are logs and values, or the exception that Keras raised.

Every answer is a pure function of its order, to the bit: the same as `keras.utils.set_random_seed`
followed by `Model.fit`, whatever was trained here before, and `n` orders of one epoch that hand the
values on equal one order of `n` epochs.
"""

from __future__ import annotations

import functools
import gc
import math
import os
import re
import resource
import select
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

from numpy.typing import NDArray

from autograder import recipe
from autograder.building import assign, build, chain_variables, compile_model
from autograder.errors import RecipeError, RequestTooLarge
from autograder.frames import HEADER, Raised, class_names, decode, encode, error_text

# A backstop behind the limits of a request: what Python, TensorFlow and the largest request need.
MEMORY_BYTES = 6 * 2**30
# What the outputs of all layers may take for one batch; training needs a small multiple of it.
MOST_OUTPUT_BYTES = 2**30
READY = "ready"

# What TensorFlow adds to the cause: where in our files a node was made, and what it called it.
PLACES = re.compile(
    r"Detected at node .*? defined at \(most recent call last\):\n"
    r"|^[ \t]*(?:File \"[^\"\n]*\", line \d+.*|<stack traces unavailable>)\n+"
    r"|\n?[ \t]*\[\[\{\{node .*?\}\}\]\]"
    r"|[ \t]*\[Op:[^\]\n]*\]",
    re.MULTILINE,
)
FOLDERS = re.compile(r"(?<![\w.])(?:/[\w.+-]+)+/(?=[\w-]+\.\w+)")


class Parameters:
    """Counts what the layers of one network ask for, and refuses too much before it is allocated.

    It wraps `Layer.add_weight` for the life of the process.
    """

    def __init__(self) -> None:
        import keras

        self._count = 0
        original = keras.Layer.add_weight

        @functools.wraps(original)
        def add_weight(layer: Any, shape: Any = None, *args: Any, **kwargs: Any) -> Any:
            self._count += math.prod(shape or ())
            self.check()
            return original(layer, shape, *args, **kwargs)

        keras.Layer.add_weight = add_weight

    def forget(self) -> None:
        """Starts to count for another network."""
        self._count = 0

    def check(self) -> None:
        """Raises `RequestTooLarge` when the network has asked for too much."""
        if self._count > recipe.MOST_PARAMETERS:
            raise RequestTooLarge(
                f"The network would have {self._count:,} parameters or more; at most"
                f" {recipe.MOST_PARAMETERS:,} are trained here."
            )


def serve(channel: socket.socket) -> None:
    """Answers the orders that arrive on `channel` until the judge hangs up."""
    import keras
    import tensorflow  # noqa: F401

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, most))
    threading.Thread(target=_leave_with_the_judge, args=[channel], daemon=True).start()
    parameters = Parameters()
    keras.config.disable_interactive_logging()
    gc.collect()
    gc.freeze()
    channel.sendall(encode({"kind": READY}))
    with channel.makefile("rb") as stream:
        for body in frames_from(stream):
            channel.sendall(encode(answer(body, parameters)))


def frames_from(stream: BinaryIO) -> Iterator[bytes]:
    """The bodies of the frames in a stream, up to its end or to a frame that is cut off."""
    while len(header := stream.read(HEADER.size)) == HEADER.size:
        (length,) = HEADER.unpack(header)
        body = stream.read(length)
        if len(body) < length:
            return
        yield body


def answer(body: bytes, parameters: Parameters) -> dict[str, Any]:
    """What became of the order in a frame's body; never raises for anything an order can hold."""
    import keras

    started = time.process_time()
    keras.backend.clear_session()
    parameters.forget()
    try:
        order = decode(body)
        done = carry_out(order, parameters)
    except RequestTooLarge as error:
        done = {"kind": "too large", "reason": str(error)}
    except RecipeError as error:
        done = {"kind": "refused", "reason": str(error)}
    # Out of memory, above all: nothing that a student's request should be blamed for.
    except Exception as error:  # noqa: BLE001
        done = {"kind": "fault", "reason": f"{type(error).__name__}: {error_text(error)}"}
    gc.collect()
    return {**done, "seconds": time.process_time() - started}


def carry_out(order: dict[str, Any], parameters: Parameters) -> dict[str, Any]:
    """Trains or evaluates; raises `RecipeError`, `RequestTooLarge` or a fault of ours."""
    import tensorflow as tf

    request = recipe.decode_request(order["request"])
    arrays = order["arrays"]
    try:
        if isinstance(request, recipe.EvaluateRequest):
            return _evaluate(request, order, arrays)
        return _fit(request, order, arrays)
    except (RecipeError, MemoryError, tf.errors.ResourceExhaustedError, tf.errors.InternalError):
        raise
    except Exception as error:
        # Whatever Keras makes of the request is the answer; it may have wrapped ours.
        parameters.check()
        if isinstance(error, RequestTooLarge):
            raise
        return {"kind": "raised", "raised": raised(error)}


def raised(error: BaseException) -> Raised:
    """An exception without the places in our own files; the cause is kept word for word."""
    text = FOLDERS.sub("", PLACES.sub("", error_text(error)))
    return Raised(tuple(class_names(error)), re.sub(r"\n{3,}", "\n\n", text).strip())


def _fit(request: recipe.FitRequest, order: dict[str, Any], arrays: Any) -> dict[str, Any]:
    import keras

    fit = request.fit
    images, labels, sample_weight = unpack(fit.training, arrays)
    validation = unpack(fit.validation, arrays) if fit.validation is not None else None
    model = _started(fit.network, fit.compiled, images, order)
    _check_outputs(model, min(fit.batch_size or 32, len(images)))
    if order["optimizer"] is not None:
        _start_optimizer(model, order["optimizer"])
    keras.utils.set_random_seed(order["seed"])
    history = model.fit(
        images,
        labels,
        batch_size=fit.batch_size,
        epochs=request.first_epoch + request.epochs,
        verbose=0,
        validation_data=None if validation is None else tuple(trimmed(validation)),
        shuffle=fit.shuffle,
        class_weight=dict(fit.class_weight) or None,
        sample_weight=sample_weight,
        initial_epoch=request.first_epoch,
        steps_per_epoch=fit.steps_per_epoch,
        validation_steps=fit.validation_steps,
        validation_batch_size=fit.validation_batch_size,
        validation_freq=fit.validation_freq,
    )
    return {
        "kind": "trained",
        "logs": {
            name: [float(value) for value in series] for name, series in history.history.items()
        },
        "weights": [variable.numpy() for variable in chain_variables(model)],
        "optimizer": [variable.numpy() for variable in model.optimizer.variables],
        "iterations": int(model.optimizer.iterations.numpy()),
    }


def _evaluate(
    request: recipe.EvaluateRequest, order: dict[str, Any], arrays: Any
) -> dict[str, Any]:
    images, labels, sample_weight = unpack(request.data, arrays)
    model = _started(request.network, request.compiled, images, order)
    _check_outputs(model, min(request.batch_size or 32, len(images)))
    logs = model.evaluate(
        images,
        labels,
        batch_size=request.batch_size,
        verbose=0,
        sample_weight=sample_weight,
        steps=request.steps,
        return_dict=True,
    )
    return {
        "kind": "trained",
        "logs": {name: [float(value)] for name, value in logs.items()},
        "weights": [],
        "optimizer": [],
        "iterations": 0,
    }


def _started(
    network: recipe.Network,
    compiled: recipe.Compiled | None,
    images: NDArray[Any],
    order: dict[str, Any],
) -> Any:
    """The model with the values it starts from; not built where only training can tell why."""
    import keras

    keras.utils.set_random_seed(order["seed"])
    model = build(network)
    if compiled is not None:
        compile_model(model, compiled)
    try:
        if not model.built:
            model.build((None, *images.shape[1:]))
    except ValueError:
        # `fit` finds the same, in the words that a student would read.
        keras.utils.set_random_seed(order["seed"])
        return model
    if order["weights"] is not None:
        assign(chain_variables(model), order["weights"], "the network")
    return model


def _start_optimizer(model: Any, values: Any) -> None:
    """Sets what the optimiser has gathered; the learning rate is the request's own."""
    if not model.built or model.optimizer is None:
        raise RecipeError("an optimizer cannot go on where no network could be built")
    rate = model.optimizer.learning_rate.numpy()
    model.optimizer.build(model.trainable_variables)
    assign(model.optimizer.variables, values, "the optimizer")
    model.optimizer.learning_rate.assign(rate)


def _check_outputs(model: Any, rows: int) -> None:
    """Raises `RequestTooLarge` where one batch would not fit into memory."""
    shapes = [layer.output.shape for layer in model.layers] if model.built else []
    batch_bytes = 4 * rows * sum(math.prod(shape[1:]) for shape in shapes)
    if batch_bytes > MOST_OUTPUT_BYTES:
        raise RequestTooLarge(
            f"The outputs of the network's layers for one batch of {rows:,} images would take"
            f" {batch_bytes / 2**30:,.1f} GiB; at most {MOST_OUTPUT_BYTES / 2**30:g} GiB are"
            " computed here."
        )


def unpack(data: recipe.Labelled, arrays: Any) -> tuple[Any, Any, Any]:
    """Images, labels and sample weights as the arrays they name; raises `RecipeError`."""

    def array(part: recipe.Data | None) -> Any:
        if part is None:
            return None
        found = arrays.get(part.digest)
        if found is None or found.shape != part.shape or str(found.dtype) != part.dtype:
            raise RecipeError("the data of an order is not what its request names")
        return found

    return array(data.images), array(data.labels), array(data.sample_weight)


def trimmed(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """The parts of `validation_data` up to the last one that is there."""
    return parts[:1] if parts[1] is None else parts[:2] if parts[2] is None else parts


def _leave_with_the_judge(channel: socket.socket) -> None:
    """Ends this process as soon as nobody can read its answer any more."""
    poll = select.poll()
    poll.register(channel, select.POLLRDHUP | select.POLLHUP)
    poll.poll()
    os._exit(0)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
