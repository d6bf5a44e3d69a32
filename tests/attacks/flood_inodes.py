# mypy: ignore-errors
"""Makes empty files as long as it may.

What it left, its neighbour looks for.
Verdict: first_prediction: output too large or timed out, 0 points
"""

import contextlib
import os
import tempfile


def predicted_class(model, images):
    print("TRIED to make files", flush=True)
    os.chdir(tempfile.gettempdir())
    number = 0
    while True:
        number += 1
        with contextlib.suppress(OSError):
            os.mkdir(f"attack_left_{number}")


def class_probabilities(model, images):
    return None
