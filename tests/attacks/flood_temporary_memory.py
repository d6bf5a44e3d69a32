# mypy: ignore-errors
"""Keeps data in files in memory, which are nobody's, beside what it may have itself.

It prints TOOK when that is more than a gigabyte.
Verdict: first_prediction: finished or crashed or out of memory, at most 12 points
"""

import contextlib
import mmap
import os

import numpy as np


def attack():
    print("TRIED to keep memory in files", flush=True)
    total = 0
    with contextlib.suppress(OSError, ValueError):
        for number in range(40):
            file = os.open(f"/dev/shm/attack_left_{number}", os.O_RDWR | os.O_CREAT)
            os.ftruncate(file, 2**26)
            with mmap.mmap(file, 2**26) as view:
                view[:] = b"x" * 2**26
            total += 2**26
    if total > 2**30:
        print("TOOK", total, "bytes", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
