# mypy: ignore-errors
"""Makes sockets of all families, and connects to the machine itself.

It prints TOOK for each family that it got a socket of.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import itertools
import os
import socket

import numpy as np


def attack():
    print("TRIED sockets", flush=True)
    kinds = (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET)
    for family, kind in itertools.product(range(1, 46), kinds):
        try:
            socket.socket(family, kind).close()
        except OSError:
            continue
        print("TOOK family", family, "kind", kind, flush=True)
    ways = {
        "a connection": lambda: socket.create_connection(("127.0.0.1", 9), 1),
        "a name": lambda: socket.getaddrinfo("attack.invalid", 80),
        "an abstract name": lambda: socket.socketpair()[0].bind("\0attack"),
        "a bound pair": lambda: socket.socketpair()[0].bind("attack_left"),
        "an ear": lambda: socket.socketpair()[0].listen(1),
    }
    for name, way in ways.items():
        try:
            way()
        except OSError as error:
            print("refused", name, error, flush=True)
        else:
            print("TOOK", name, flush=True)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.socket(2, 1, 0) >= 0 or os.path.exists("attack_left"):
        print("TOOK a socket of the C library", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
