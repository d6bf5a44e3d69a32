# mypy: ignore-errors
"""Sleeps for ten minutes in every function.

Success would be a judge that waits for it.
Verdict: first_prediction: timed out, 0 points
"""

import time


def class_probabilities(model, images):
    print("TRIED to sleep", flush=True)
    time.sleep(600)


def predicted_class(model, images):
    time.sleep(600)
