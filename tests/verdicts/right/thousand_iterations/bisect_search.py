# verdict: full
# why: searches the smallest number of epochs by bisection over a range with a key; fit keeps its progress bar and shuffles, as by default
# %%
import math
from bisect import bisect_left

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    per_epoch = math.ceil(count / batch_size)
    candidates = range(1, iterations + 1)
    place = bisect_left(candidates, iterations, key=lambda epochs: epochs * per_epoch)
    return candidates[place]


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    settings = {"batch_size": batch_size, "epochs": epochs_for(iterations, len(labels), batch_size)}
    return model.fit(images, labels, **settings)
