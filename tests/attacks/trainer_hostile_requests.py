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
from autograder.wire.protocol import Ask, Data


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def answer(message):
    there = socket.socket(fileno=os.dup(channel()))
    there.sendall(encode(message))
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
    odd = [{"kind": "ask"}, {"kind": "data", "arrays": "x" * 99}, {"kind": "train", **request()}]
    odd += [{"kind": "ask", **request()}, {"kind": "ask", "request": request(), "seed": 1}]
    there = socket.socket(fileno=os.dup(channel()))
    for message in odd:  # which nobody answers
        there.sendall(encode(message))
    tried = [Ask({}), Ask(None), Data({}), Data({"x": np.zeros(9)})]
    for name, values in changes.items():
        tried += [Ask(request() | {name: value}) for value in values]
    for shape in ([2**40, 784], [0, 0], [-1], [1] * 99, [2**31, 2**31], "ab"):
        large = copy.deepcopy(request())
        large["fit"]["training"]["images"]["shape"] = shape
        tried.append(Ask(large))
    for layers in ([], [None] * 5000, [{"kind": "lambda", "source": "import os"}], "dense"):
        strange = copy.deepcopy(request())
        strange["fit"]["network"]["layers"] = layers
        tried.append(Ask(strange))
    print("TRIED", len(odd) + len(tried), "requests", flush=True)
    for message in tried:
        reply = answer(message)
        if reply["kind"] == "trained":
            print("TOOK", str(message)[:200], reply["kind"], flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
