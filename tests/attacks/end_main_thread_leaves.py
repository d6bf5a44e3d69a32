# mypy: ignore-errors
"""Ends its main thread and computes on in another one.

Success would be a child that is forgotten.
Verdict: first_prediction: timed out, 0 points
"""

import ctypes
import threading


def compute():
    while True:
        pass


def predicted_class(model, images):
    print("TRIED to end the main thread", flush=True)
    threading.Thread(target=compute).start()
    ctypes.CDLL(None).pthread_exit(None)


def class_probabilities(model, images):
    return None
