# mypy: ignore-errors
"""Asks the trainer, past Keras, for networks and trainings that it must not do.

It prints what it was answered; success would be a training.
Verdict: first_prediction: finished, 12 points
"""

import contextlib
import copy
import os
import socket
import stat

import numpy as np
from autograder.wire.frames import FrameReader, decode, encode


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def answer(message):
    there = socket.socket(fileno=os.dup(channel()))
    there.sendall(encode({"kind": "ask", **message}))
    reader = FrameReader(2**28)
    while True:
        for body in reader.feed(there.recv(2**20)):
            return decode(body)


def request():
    digest = "0" * 32
    images = {"digest": digest, "shape": [8, 784], "dtype": "float32"}
    labels = {"digest": digest, "shape": [8], "dtype": "uint8"}
    dense = {"kind": "dense", "name": "dense", "units": 10, "activation": "softmax"}
    training = {"images": images, "labels": labels}
    fit = {"network": {"layers": [dense]}, "compiled": None, "training": training}
    return {"request": "fit", "fit": fit, "epochs": 1}


def attack():
    changes = {
        "epochs": [10**9, -1, float("nan"), "many"],
        "weights": [{"from": "state", "key": "f" * 32}, {"from": "given", "arrays": [None] * 9}],
        "optimizer": [{"from": "state", "key": "../../x"}],
        "seed": [2**70, "x"],
        "request": ["evaluate", "pickle", ["fit"]],
    }
    tried = [{}, {"request": None}, {"data": {}}, {"data": {"x": np.zeros(9)}}, {"data": "x" * 99}]
    for name, values in changes.items():
        tried += [{"request": request() | {name: value}} for value in values]
    for shape in ([2**40, 784], [0, 0], [-1], [1] * 99, [2**31, 2**31], "ab"):
        large = copy.deepcopy(request())
        large["fit"]["training"]["images"]["shape"] = shape
        tried.append({"request": large})
    for layers in ([], [None] * 5000, [{"kind": "lambda", "source": "import os"}], "dense"):
        odd = copy.deepcopy(request())
        odd["fit"]["network"]["layers"] = layers
        tried.append({"request": odd})
    print("TRIED", len(tried), "requests", flush=True)
    for message in tried:
        reply = answer(message)
        if reply["kind"] == "done":
            print("TOOK", str(message)[:200], reply["kind"], flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
