# mypy: ignore-errors
"""Asks for 160 gigabytes at once.

Success would be that it gets them, or that a neighbour gets none.
Verdict: first_prediction: finished, 0 points
"""

import numpy as np


def class_probabilities(model, images):
    print("TRIED to have it all", flush=True)
    return np.ones(20_000_000_000)


def predicted_class(model, images):
    return np.ones(20_000_000_000)
