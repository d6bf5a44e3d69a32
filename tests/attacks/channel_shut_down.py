# mypy: ignore-errors
"""Shuts the channel down in both directions, prints on, and waits.

Success would be a judge that waits longer than it may.
Verdict: first_prediction: timed out, 0 points
"""

import contextlib
import os
import socket
import stat
import time


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def predicted_class(model, images):
    print("TRIED to hang up", flush=True)
    socket.socket(fileno=os.dup(channel())).shutdown(socket.SHUT_RDWR)
    while True:
        time.sleep(0.01)
        print(".", end="", flush=True)


def class_probabilities(model, images):
    return None
