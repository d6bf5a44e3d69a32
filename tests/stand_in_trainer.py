"""A trainer without TensorFlow: what it does with an order is decided by the order's seed."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path

from autograder.trainer.main import frames_from
from autograder.wire.frames import HEADER, Raised, decode, encode

# What an order asks for, by its seed.
TRAIN, END, SLEEP, FAULT, TOO_LARGE, REFUSE, JUNK, SPENT, ABORT, HUGE, RAISE = range(11)


def main(channel: socket.socket) -> None:
    channel.sendall(encode({"kind": "ready"}))
    with channel.makefile("rb") as stream:
        for body in frames_from(stream):
            order = decode(body)
            seed = order["seed"]
            done = {
                "kind": "trained",
                "logs": {"loss": [float(os.getpid())]},
                "weights": order["weights"] or [],
                "optimizer": list(order["arrays"].values()),
                "iterations": 3,
                "seconds": 0.5,
                "spent": seed == SPENT,
            }
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
            kinds = {FAULT: "fault", TOO_LARGE: "too large", REFUSE: "refused"}
            if seed in kinds:
                done = {"kind": kinds[seed], "reason": "so it is", "seconds": 0.5}
            if seed == RAISE:
                done = {"kind": "raised", "raised": Raised(("ValueError",), "no"), "seconds": 0.5}
            channel.sendall(encode(done))


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
