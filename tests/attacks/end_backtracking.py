# mypy: ignore-errors
"""Matches a pattern that takes C code longer than the world has been there.

Success would be a child that is still there after its time.
Verdict: first_prediction: timed out, 0 points
"""

import re


def predicted_class(model, images):
    print("TRIED a slow pattern", flush=True)
    return re.match("(a|a)*b", "a" * 100)


def class_probabilities(model, images):
    return None
