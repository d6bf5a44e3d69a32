# mypy: ignore-errors
"""Stops itself, so that it uses no more time and takes no signal but one.

Success would be a judge that waits for ever.
Verdict: first_prediction: timed out, 0 points
"""

import os
import signal


def predicted_class(model, images):
    print("TRIED to stop itself", flush=True)
    os.kill(os.getpid(), signal.SIGSTOP)


def class_probabilities(model, images):
    return None
