# mypy: ignore-errors
"""Starts threads with small stacks until it may not start another.

It prints TOOK when that is five thousand; none of them would be there after it.
Verdict: first_prediction: out of memory, 0 points
"""

import threading

import numpy as np


def attack():
    print("TRIED to start threads", flush=True)
    threading.stack_size(65536)
    stop = threading.Event()
    started = 0
    try:
        while started < 5000:
            threading.Thread(target=stop.wait, daemon=True).start()
            started += 1
    except RuntimeError as error:
        print("refused after", started, error, flush=True)
    else:
        print("TOOK", started, "threads", flush=True)
    stop.set()


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
