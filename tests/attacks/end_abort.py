# mypy: ignore-errors
"""Aborts.

Success would be a worker that ends with it.
Verdict: first_prediction: crashed, 0 points
"""

import os


def class_probabilities(model, images):
    print("TRIED to abort", flush=True)
    os.abort()


def predicted_class(model, images):
    return None
