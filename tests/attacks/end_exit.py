# mypy: ignore-errors
"""Leaves at once, with the exit code of success.

Success would be a point.
Verdict: first_prediction: crashed, 0 points
"""

import os


def class_probabilities(model, images):
    print("TRIED to leave", flush=True)
    os._exit(0)


def predicted_class(model, images):
    os._exit(0)
