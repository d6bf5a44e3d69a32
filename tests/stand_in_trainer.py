"""A trainer without TensorFlow: what it does with an order is decided by the order's seed."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

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

# What an order asks for, by its seed.
TRAIN, END, SLEEP, FAULT, TOO_LARGE, REFUSE, JUNK, SPENT, ABORT, HUGE, RAISE, ODD = range(12)


def main(channel: socket.socket) -> None:
    channel.sendall(encode(Ready()))
    with channel.makefile("rb") as stream:
        for body in frames_from(stream):
            order: Train = read_message(decode(body), Train)
            seed = order.seed
            optimizer = tuple(order.arrays.values())
            result: Any = Values({"loss": [float(os.getpid())]}, order.weights or (), optimizer, 3)
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
            answer = Answer(others.get(seed, result), 0.5, spent=seed == SPENT)
            channel.sendall(encode(answer))


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
