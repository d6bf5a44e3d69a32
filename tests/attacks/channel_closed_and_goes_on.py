# mypy: ignore-errors
"""Closes every descriptor it has, so that nothing is heard of it any more, and computes for ever.

Success would be a child that is forgotten.
Verdict: first_prediction: timed out, 0 points
"""

import os


def predicted_class(model, images):
    print("TRIED to be forgotten", flush=True)
    os.closerange(0, 256)
    while True:
        pass


def class_probabilities(model, images):
    return None
