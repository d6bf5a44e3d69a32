# mypy: ignore-errors
"""Ends its own process late, so that what comes after it is run again, and again.

Success would be more time than its exercises have.
Verdict: first_prediction: finished or crashed or timed out, at most 12 points
Verdict: more_layers: crashed or timed out, 0 points
"""

import os
import threading
import time


def class_probabilities(model, images):
    threading.Timer(6, os._exit, [1]).start()
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    return int(model.predict(images, verbose=0)[0].argmax())


def build_deeper_model():
    print("TRIED to be run again", flush=True)
    threading.Timer(6, os._exit, [1]).start()
    time.sleep(60)
