# mypy: ignore-errors
"""Leaves System V segments, semaphores and queues, POSIX queues and files in memory.

It prints TOOK for each that it got.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import os

import numpy as np

IPC_CREAT = 0o1000


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    ways = {
        "shmget": lambda: libc.shmget(0x5EED, 4096, IPC_CREAT | 0o666),
        "semget": lambda: libc.semget(0x5EED, 1, IPC_CREAT | 0o666),
        "msgget": lambda: libc.msgget(0x5EED, IPC_CREAT | 0o666),
        "mq_open": lambda: libc.mq_open(b"/attack_left", os.O_CREAT | os.O_RDWR, 0o666, None),
        "memfd_create": lambda: os.memfd_create("attack_left"),
    }
    for name, way in ways.items():
        print("TRIED", name, flush=True)
        try:
            got = way()
        except OSError as error:
            print("refused:", error, flush=True)
            continue
        if got >= 0:
            print("TOOK", name, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
