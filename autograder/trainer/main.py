"""The trusted process that trains networks, one order after another; started by `trainer_process`.

It never sees student code. An order is a request of `recipe`, validated here once more, with a
seed, the arrays that it names and perhaps the values to start from; the network is built again from
it. What comes back are logs and values, or the exception that Keras raised.

Every answer is a pure function of its order, bit for bit: the same as `keras.utils.set_random_seed`
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
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from autograder.recipes import recipe, requests
from autograder.trainer.batches import BATCH_SIZE, Dealer, of_epoch
from autograder.trainer.build import (
    Start,
    are_still,
    assign,
    chain_variables,
    check_outputs,
    started,
    unpack,
    values_of,
)
from autograder.trainer.epochs import FEW_STEPS, Ended, Epochs, Series
from autograder.wire.errors import RecipeError, RequestTooLarge
from autograder.wire.frames import HEADER, class_names, decode, encode, error_text
from autograder.wire.protocol import (
    LONGEST_FAULT,
    Answer,
    Failed,
    Fault,
    Ready,
    Refused,
    Train,
    Values,
    read_message,
)
from autograder.wire.tensorflow_speedups import run_operations_alone

# A backstop behind the limits of a request: what Python, TensorFlow and the largest request need.
MEMORY_BYTES = 6 * 2**30
# What the process may hold between two orders before it asks for a successor.
SPENT_BYTES = 3 * 2**29

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
                "too_large.network", count=self._count, most=recipe.MOST_PARAMETERS
            )


def serve(channel: socket.socket, few_steps: int = FEW_STEPS) -> None:
    """Answers the orders that arrive on `channel` until the judge hangs up.

    Up to `few_steps` steps of a call are done without a graph.
    """
    # A third of the time that importing takes goes into looking for garbage, and Keras would import
    # what it needs to plot and to read tables.
    gc.disable()
    sys.modules.update(dict.fromkeys(["matplotlib", "pandas"]))  # type: ignore[arg-type]
    import keras
    import tensorflow as tf

    run_operations_alone()
    tf.get_logger().setLevel("ERROR")
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, most))
    threading.Thread(target=_leave_with_the_judge, args=[channel], daemon=True).start()
    parameters, epochs = Parameters(), Epochs(few_steps)
    keras.config.disable_interactive_logging()
    gc.collect()
    gc.freeze()
    gc.enable()
    channel.sendall(encode(Ready()))
    with channel.makefile("rb") as stream:
        for body in frames_from(stream):
            done = answer(body, parameters, epochs)
            _forget_graphs()
            spent = _memory_bytes() > SPENT_BYTES
            channel.sendall(encode(msgspec.structs.replace(done, spent=spent)))


def frames_from(stream: BinaryIO) -> Iterator[bytes]:
    """The bodies of the frames in a stream, up to its end or to a frame that is cut off."""
    while len(header := stream.read(HEADER.size)) == HEADER.size:
        (length,) = HEADER.unpack(header)
        body = stream.read(length)
        if len(body) < length:
            return
        yield body


def answer(body: bytes, parameters: Parameters, epochs: Epochs) -> Answer:
    """What became of the order in a frame's body; never raises for anything an order can hold."""
    started_at = time.process_time()
    parameters.forget()
    result: Values | Failed | Refused | Fault
    try:
        order: Train = read_message(decode(body), Train)
        request = requests.decode_request(order.request)
        start = Start(order.seed, order.arrays, order.weights, order.optimizer)
        result = carry_out(request, start, parameters, epochs)
    except RequestTooLarge as error:
        result = Refused(error.message, final=True)
    except RecipeError as error:
        result = Refused(error.message, final=False)
    # Out of memory, above all: nothing that a student's request should be blamed for.
    except Exception as error:  # noqa: BLE001
        result = Fault(f"{type(error).__name__}: {error_text(error)}"[:LONGEST_FAULT])
    return Answer(result, time.process_time() - started_at)


def carry_out(
    request: requests.Request, start: Start, parameters: Parameters, epochs: Epochs
) -> Values | Failed:
    """Trains or evaluates; raises `RecipeError`, `RequestTooLarge` or a fault of ours."""
    import keras
    import tensorflow as tf

    try:
        if isinstance(request, requests.EvaluateRequest):
            return _done(Ended(None, epochs.evaluate(request, start)))
        return _done(epochs.fit(request, start))
    except (RecipeError, RequestTooLarge):
        raise
    except Exception:  # noqa: BLE001 - what is to be said about it, Keras says next
        # Names of layers are counted from 1 again. What is in memory goes when it has to.
        keras.backend.clear_session(free_memory=False)
        parameters.forget()
    try:
        if isinstance(request, requests.EvaluateRequest):
            return _done(Ended(None, keras_evaluate(request, start)))
        return _done(keras_fit(request, start))
    except (RecipeError, MemoryError, tf.errors.ResourceExhaustedError, tf.errors.InternalError):
        raise
    except Exception as error:
        # Whatever Keras makes of the request is the answer; it may have wrapped ours.
        parameters.check()
        if isinstance(error, RequestTooLarge):
            raise
        return raised(error)


def _done(ended: Ended) -> Values:
    model = ended.model
    optimizer = None if model is None else model.optimizer
    return Values(
        logs=ended.logs,
        weights=() if model is None else tuple(values_of(chain_variables(model))),
        optimizer=() if optimizer is None else tuple(values_of(optimizer.variables)),
        iterations=0 if optimizer is None else int(optimizer.iterations.numpy()),
        batches=ended.batches,
        still=ended.still,
    )


def raised(error: BaseException) -> Failed:
    """An exception without the places in our own files; the cause is kept word for word."""
    text = FOLDERS.sub("", PLACES.sub("", error_text(error)))
    return Failed(tuple(class_names(error)), re.sub(r"\n{3,}", "\n\n", text).strip())


def keras_fit(request: requests.FitRequest, start: Start) -> Ended:
    """The trained model and its logs from `Model.fit` itself."""
    import keras

    fit = request.fit
    model = started(fit.network, fit.compiled, fit.training.images, start)
    was_built = model.built
    check_outputs(model, fit.batch_size or BATCH_SIZE, fit.training)
    if was_built and fit.compiled is not None and start.optimizer is not None:
        optimizer = model.optimizer
        rate = None if fit.compiled.optimizer.schedule else optimizer.learning_rate.numpy()
        optimizer.build(model.trainable_variables)
        assign(optimizer.variables, start.optimizer, "optimizer")
        if rate is not None:
            optimizer.learning_rate = rate
    if fit.compiled is not None and not request.ends:
        # Averages take the place of weights where the call ends, not between two of its epochs.
        model.optimizer.finalize_variable_values = lambda _variables: None
    seen: Series = {}
    given = _data_for_keras(request, start)
    before = values_of(model.trainable_variables) if was_built else []
    keras.utils.set_random_seed(start.seed)
    history = model.fit(
        **given,
        epochs=request.first_epoch + request.epochs,
        verbose=0,
        initial_epoch=request.first_epoch,
        validation_freq=fit.validation_freq,
        callbacks=None if request.batches is None else [_watching(request.batches, seen)],
    )
    if not was_built and (start.weights is not None or start.optimizer is not None):
        raise RecipeError("unrepeatable.start_without_network")
    logs = {name: [float(value) for value in series] for name, series in history.history.items()}
    return Ended(model, logs, seen, are_still(before, values_of(model.trainable_variables)))


def _data_for_keras(request: requests.FitRequest, start: Start) -> dict[str, Any]:
    """The arguments of `fit` that say what data it is given, and in which batches."""
    fit = request.fit
    if fit.drawn is not None or fit.validation_drawn is not None or request.begun:
        training, validation = Dealer().deal(fit, start)
        given: dict[str, Any] = {
            "x": of_epoch(training, fit.steps_per_epoch, request.begun).dataset(),
            "shuffle": False,
        }
        if validation is not None:
            given["validation_data"] = validation.part(0, fit.validation_steps).dataset()
        return given
    images, labels, sample_weight = unpack(fit.training, start.arrays)
    held_back = trimmed(unpack(fit.validation, start.arrays)) if fit.validation else None
    return {
        "x": images,
        "y": labels,
        "batch_size": fit.batch_size,
        "validation_data": held_back,
        "shuffle": fit.shuffle,
        "class_weight": dict(fit.class_weight) or None,
        "sample_weight": sample_weight,
        "steps_per_epoch": fit.steps_per_epoch,
        "validation_steps": fit.validation_steps,
        "validation_batch_size": fit.validation_batch_size,
    }


def _watching(told: requests.Batchwise, seen: Series) -> Any:
    """A callback that keeps the logs of each batch, and does what others did at them."""
    import keras

    class Watching(keras.callbacks.Callback):  # type: ignore[misc]
        def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:  # noqa: ARG002 - Keras gives it by name
            for first, rate in told.rates:
                if batch == first:
                    self.model.optimizer.learning_rate = rate

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            _keep(seen, logs, "")
            self.model.stop_training = batch + 1 == told.steps

        def on_test_batch_end(self, _batch: int, logs: Any = None) -> None:
            _keep(seen, logs, "val_")

    return Watching()


def _keep(seen: Series, logs: Any, prefix: str) -> None:
    for name in sorted(logs):
        seen.setdefault(prefix + name, []).append(float(logs[name]))


def keras_evaluate(request: requests.EvaluateRequest, start: Start) -> dict[str, list[float]]:
    """The metrics from `Model.evaluate` itself."""
    images, labels, sample_weight = unpack(request.data, start.arrays)
    model = started(request.network, request.compiled, request.data.images, start)
    check_outputs(model, request.batch_size or BATCH_SIZE, request.data)
    logs = model.evaluate(
        images,
        labels,
        batch_size=request.batch_size,
        verbose=0,
        sample_weight=sample_weight,
        steps=request.steps,
        return_dict=True,
    )
    return {name: [float(value)] for name, value in logs.items()}


def trimmed(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """The parts of `validation_data` up to the last one that is there."""
    return parts[:1] if parts[1] is None else parts[:2] if parts[2] is None else parts


def _forget_graphs() -> None:
    """Lets go of the graphs of networks that are gone.

    TensorFlow holds on to each of them by the gradients that it registers for some operations and
    never removes; nobody asks for them once a graph is complete.
    """
    from tensorflow.python.framework import ops

    gradients = ops.gradient_registry._registry  # noqa: SLF001 - there is no other way to it
    for name in [name for name in gradients if name.startswith("CustomGradient-")]:
        del gradients[name]


def _memory_bytes() -> int:
    """Memory that this process holds now; 0 where the kernel does not tell."""
    status = Path("/proc/self/statm")
    if not status.is_file():
        return 0
    return int(status.read_text(encoding="ascii").split()[1]) * resource.getpagesize()


def _leave_with_the_judge(channel: socket.socket) -> None:
    """Ends this process as soon as nobody can read its answer any more."""
    poll = select.poll()
    poll.register(channel, select.POLLRDHUP | select.POLLHUP)
    poll.poll()
    os._exit(0)


if __name__ == "__main__":
    *few, descriptor = map(int, sys.argv[1:])
    serve(socket.socket(fileno=descriptor), *few)
