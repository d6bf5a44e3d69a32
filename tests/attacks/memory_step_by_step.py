# mypy: ignore-errors
"""Asks for 16 megabytes again and again, and keeps them.

Success would be that it gets more than its limit.
Verdict: first_prediction: out of memory, 0 points
"""


def predicted_class(model, images):
    print("TRIED to grow", flush=True)
    kept = []
    while True:
        kept.append(bytearray(b"x" * 2**24))


def class_probabilities(model, images):
    return None
