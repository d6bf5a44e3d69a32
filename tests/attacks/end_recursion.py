# mypy: ignore-errors
"""Calls itself without end, and lifts the limit that would tell it so.

Success would be a worker that ends with it.
Verdict: first_prediction: crashed or out of memory, 0 points
"""

import sys


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr([self])


def class_probabilities(model, images):
    print("TRIED to go down", flush=True)
    sys.setrecursionlimit(2**31 - 1)
    return repr(Deep())


def predicted_class(model, images):
    return None
