# mypy: ignore-errors
"""Looks at every descriptor that it was born with, and reads what they lead to.

It prints TOOK for each beyond its channel, its output and /dev/null.
Verdict: first_prediction: finished, 12 points
"""

import os
import stat

import numpy as np


def attack():
    print("TRIED descriptors", flush=True)
    sockets = 0
    for descriptor in range(256):
        try:
            seen = os.fstat(descriptor)
        except OSError:
            continue
        kind = stat.S_IFMT(seen.st_mode)
        sockets += kind == stat.S_IFSOCK
        if kind in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFBLK):
            print("TOOK a file", descriptor, seen, flush=True)
        if kind == stat.S_IFCHR and seen.st_rdev != os.makedev(1, 3) and descriptor > 2:
            print("TOOK a device", descriptor, seen, flush=True)
    if sockets > 1:
        print("TOOK", sockets, "sockets", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
