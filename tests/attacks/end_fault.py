# mypy: ignore-errors
"""Reads from address 0.

Success would be a worker that ends with it.
Verdict: first_prediction: crashed, 0 points
"""

import ctypes


def class_probabilities(model, images):
    print("TRIED to read nothing", flush=True)
    return ctypes.string_at(0)


def predicted_class(model, images):
    return None
