# mypy: ignore-errors
"""Forks for as long as it may, and so do all its children.

It prints TOOK when one fork succeeds; its children would be there after it.
Verdict: first_prediction: timed out, 0 points
"""

import os
import time


def predicted_class(model, images):
    print("TRIED to fork", flush=True)
    children = 0
    while True:
        try:
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
            children += 1
            print("TOOK a process", flush=True)
        except OSError:
            time.sleep(0.001)
        if children > 40:
            time.sleep(1)


def class_probabilities(model, images):
    return None
