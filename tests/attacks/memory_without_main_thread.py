# mypy: ignore-errors
"""Leaves by its main thread, with which what the kernel says of a process ends, and takes memory.

It prints TOOK where that is more than twice what it may have.
Verdict: first_prediction: out of memory or timed out, 0 points
"""

import ctypes
import mmap
import os
import threading
import time

EXIT = {"x86_64": 60, "aarch64": 93}
KEPT = []


def take():
    time.sleep(1)
    while len(KEPT) < 15:
        KEPT.append(mmap.mmap(-1, 100 * 2**20))
        for place in range(0, 100 * 2**20, 4096):
            KEPT[-1][place] = 1
    time.sleep(0.5)
    print("TOOK", len(KEPT), "times 100 MB", flush=True)
    while True:
        time.sleep(1)


def class_probabilities(model, images):
    return None


def predicted_class(model, images):
    threading.Thread(target=take).start()
    print("TRIED to leave", flush=True)
    ctypes.CDLL(None).syscall(EXIT[os.uname().machine], 0)
