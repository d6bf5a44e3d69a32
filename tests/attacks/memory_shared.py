# mypy: ignore-errors
"""Maps memory as if to share it with others, which no limit on data counts.

Success would be that it gets more than its limit.
Verdict: first_prediction: out of memory, 0 points
"""

import mmap


def predicted_class(model, images):
    print("TRIED to share memory", flush=True)
    kept = []
    while True:
        view = mmap.mmap(-1, 2**24)
        view[:] = b"x" * 2**24
        kept.append(view)


def class_probabilities(model, images):
    return None
