# verdict: full
# why: counts batches with a range and adds epochs in a loop until there are enough; train returns the dictionary

# %%
from itertools import count as counting

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    batches = len(range(0, count, batch_size))  # the places where a batch begins
    for epochs in counting(1):
        if epochs * batches >= iterations:
            return epochs


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    settings = {
        "batch_size": batch_size,
        "epochs": epochs_for(iterations, len(labels), batch_size),
        "verbose": 0,
    }
    return model.fit(images, labels, **settings).history
