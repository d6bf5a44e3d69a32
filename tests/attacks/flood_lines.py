# mypy: ignore-errors
"""Prints a line without end.

Success would be a judge that keeps them all.
Verdict: first_prediction: output too large, 0 points
"""


def predicted_class(model, images):
    print("TRIED to print", flush=True)
    while True:
        print("no end of it " * 100)


def class_probabilities(model, images):
    return None
