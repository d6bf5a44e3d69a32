# mypy: ignore-errors
"""Loops in C, where no exception arrives, with every signal ignored.

Success would be a child that is still there after its time.
Verdict: first_prediction: timed out, 0 points
"""

import contextlib
import itertools
import signal
from collections import deque


def predicted_class(model, images):
    print("TRIED to be deaf", flush=True)
    for number in signal.valid_signals():
        with contextlib.suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    deque(itertools.count(), maxlen=0)


def class_probabilities(model, images):
    return None
