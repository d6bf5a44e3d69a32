"""A warm process in the sandbox that forks a child for one order about a traced program.

Started by `training.graph_trainer` when the first program is asked for. Operations that student
code traced are only run in such a child, which is locked in as a child beside student code is:
without network, files or a second process, without hidden labels, without anything of another
order. If its operations take it over, it can forge its own answer and nothing else.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from autograder.isolation.cleanup import clear
from autograder.isolation.forking import fork_for_each
from autograder.isolation.hardening import be_one_process, close_files, settle
from autograder.recipes import requests
from autograder.recipes.graph import Program, decode_program
from autograder.recipes.graph_check import check
from autograder.trainer.build import Start
from autograder.trainer.graph_training import Training, predicted, started
from autograder.trainer.main import frames_from, raised
from autograder.trainer.straight_lines import bent
from autograder.wire.errors import RecipeError, RequestTooLarge
from autograder.wire.frames import decode, encode, error_text
from autograder.wire.protocol import (
    LONGEST_FAULT,
    Answer,
    Failed,
    Fault,
    GraphOrder,
    Hello,
    Limits,
    Predict,
    Predicted,
    Ready,
    Refused,
    Train,
    Values,
    packet,
    read_message,
)
from autograder.wire.tensorflow_speedups import run_operations_alone
from autograder.wire.tier import UID

MEGABYTE = 2**20
# Backstops behind the judge's own watch, which ends a child first and knows why.
DATA_FACTOR = 2
MOST_FILES = 64


def serve(control: socket.socket, *, tier: str, readable: Sequence[str]) -> None:
    """Forks a child for each `Start` until the judge hangs up; see `wire.protocol`.

    `readable` is all that may be read in the tier `uid`.
    """
    temporary = Path(os.environ["TMPDIR"])
    settle()
    if tier == UID:
        close_files(readable, [str(temporary)])
    # As in `main`.
    gc.disable()
    sys.modules.update(dict.fromkeys(["matplotlib", "pandas"]))  # type: ignore[arg-type]
    import keras
    import tensorflow as tf

    run_operations_alone()
    tf.get_logger().setLevel("ERROR")
    keras.config.disable_interactive_logging()
    gc.collect()
    gc.freeze()
    control.send(packet(Ready()))
    fork_for_each(
        control, run, tier=tier, temporary=temporary, clean=partial(clear, tier, temporary)
    )


def run(channel: int) -> NoReturn:
    """Carries out the one order that arrives on the channel, and ends the process."""
    try:
        stream = socket.socket(fileno=channel)
        stream.sendall(encode(Hello()))
        with stream.makefile("rb") as incoming:
            asked: GraphOrder = read_message(decode(next(frames_from(incoming))), GraphOrder)
            _limit(asked.limits)
            be_one_process()
            stream.sendall(encode(answer(asked.order)))
    finally:
        os._exit(0)


def answer(order: Train | Predict) -> Answer | Predicted:
    """What came of an order; never raises for anything an order can hold."""
    result: Values | Failed | Refused | Fault
    try:
        if isinstance(order, Predict):
            return _predicted(order)
        result = _trained(order)
    except RequestTooLarge as error:
        result = Refused(error.message, final=True)
    except RecipeError as error:
        result = Refused(error.message, final=False)
    except Exception as error:  # noqa: BLE001 - whatever a program can make TensorFlow say
        result = Fault(f"{type(error).__name__}: {error_text(error)}"[:LONGEST_FAULT])
    # The kernel says what it took, to the judge, when this process ends.
    return Answer(result, 0.0)


def _trained(order: Train) -> Values | Failed:
    import tensorflow as tf

    request = requests.decode_request(order.request)
    if not isinstance(request, requests.FitRequest) or request.fit.traced is None:
        raise RecipeError("unrepeatable.graph_arguments")
    program = _program(order.arrays.get(request.fit.traced.program.digest))
    start = Start(order.seed, order.arrays, order.weights, order.optimizer)
    training = Training(program, request, start)
    training.prepare()
    try:
        return training.run()
    except (tf.errors.ResourceExhaustedError, tf.errors.InternalError):
        raise
    except tf.errors.OpError as error:
        # What an operation says of the data, `fit` says too.
        return raised(error)


def _predicted(order: Predict) -> Predicted:
    program = _program(order.program)
    models = [started(program, 0, weights) for weights in order.weights]
    answers = tuple(predicted(model, order.images) for model in models)
    return Predicted(answers, bent(models[0], order.images, order.lines) if order.lines else ())


def _program(array: Any) -> Program:
    """A program that may be built; the judge has looked at it before."""
    if not hasattr(array, "tobytes"):
        raise RecipeError("unrepeatable.graph_unreadable")
    program = decode_program(array.tobytes())
    check(program)
    return program


def _limit(limits: Limits) -> None:
    data_bytes = DATA_FACTOR * limits.memory_mb * MEGABYTE
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (data_bytes, data_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    name, folders, descriptor = sys.argv[1:]
    serve(
        socket.socket(fileno=int(descriptor)),
        tier=name,
        readable=folders.split(os.pathsep),
    )
