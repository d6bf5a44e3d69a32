# mypy: ignore-errors
"""Waits for a lock that it holds itself, and so do eight threads.

Success would be a judge that waits for them.
Verdict: first_prediction: timed out, 0 points
"""

import threading

LOCK = threading.Lock()


def wait():
    with LOCK:
        pass


def predicted_class(model, images):
    print("TRIED to wait", flush=True)
    LOCK.acquire()
    for _ in range(8):
        threading.Thread(target=wait).start()
    wait()


def class_probabilities(model, images):
    return None
