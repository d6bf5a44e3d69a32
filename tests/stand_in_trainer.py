"""A trainer without TensorFlow: what it does with an order is decided by the order's seed.

Orders with any other seed are "trained": the accuracy is a thousandth of the first layer's width,
so that an answer that belongs to another order is noticed.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.recipe import Dense
from autograder.recipes.requests import EvaluateRequest, FitRequest, decode_request
from autograder.sandbox.launch import Sandbox
from autograder.trainer.main import frames_from
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.messages import message
from autograder.wire.protocol import (
    Answer,
    Failed,
    Fault,
    Ready,
    Refused,
    Train,
    Values,
    read_message,
)

ROOT = Path(__file__).parent.parent
# What an order asks for, by its seed.
TRAIN, END, SLEEP, FAULT, TOO_LARGE, REFUSE, JUNK, SPENT, ABORT, HUGE, RAISE, ODD = range(12)
TRAINING_SECONDS = 0.1


def command(_sandbox: Sandbox, temporary: Path) -> list[str]:
    """The command that starts it, in no sandbox; the number of its descriptor goes behind it."""
    script = (
        f"import os, runpy, sys; os.environ['TMPDIR'] = {str(temporary)!r};"
        f"sys.path.insert(0, {str(ROOT)!r});"
        "runpy.run_module('tests.stand_in_trainer', run_name='__main__', alter_sys=True)"
    )
    return [sys.executable, "-I", "-c", script]


def accuracy_of(units: int) -> float:
    """What it says that a network reaches whose first `Dense` layer has so many units."""
    return units / 1000


def widths_of(request: FitRequest | EvaluateRequest) -> list[int]:
    """The widths of the network's `Dense` layers."""
    network = request.fit.network if isinstance(request, FitRequest) else request.network
    return [layer.units for layer in network.layers if isinstance(layer, Dense)]


def weights_of(widths: Sequence[int]) -> tuple[NDArray[Any], ...]:
    """Values of the size that those of such a network have on images of 28x28 pixels."""
    inputs = [28 * 28, *widths]
    return tuple(np.zeros(shape, np.float32) for shape in zip(inputs, widths, strict=False))


def main(channel: socket.socket) -> None:
    channel.sendall(encode(Ready()))
    with channel.makefile("rb") as stream:
        for body in frames_from(stream):
            order: Train = read_message(decode(body), Train)
            seed = order.seed
            widths = widths_of(decode_request(order.request))
            logs = {"loss": [float(os.getpid())], "accuracy": [accuracy_of(widths[0])]}
            weights, optimizer = order.weights or weights_of(widths), tuple(order.arrays.values())
            result: Any = Values(logs, weights, optimizer, 3)
            if seed == END:
                sys.exit()
            if seed == SLEEP:
                Path(os.environ["TMPDIR"], "asleep").touch()
                time.sleep(600)
            if seed == ABORT:
                os.kill(os.getpid(), signal.SIGABRT)
            if seed == HUGE:
                channel.sendall(HEADER.pack(2**40))
            if seed == JUNK:
                channel.sendall(HEADER.pack(4) + b"junk")
            others = {
                FAULT: Fault("so it is"),
                TOO_LARGE: Refused(message("so_it_is"), final=True),
                REFUSE: Refused(message("so_it_is"), final=False),
                RAISE: Failed(("ValueError",), "no"),
                ODD: Ready(),
            }
            if seed > ODD:
                # As long as a small training takes: there is a moment at which to be killed.
                time.sleep(TRAINING_SECONDS)
            answer = Answer(others.get(seed, result), 0.5, spent=seed == SPENT)
            channel.sendall(encode(answer))


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
