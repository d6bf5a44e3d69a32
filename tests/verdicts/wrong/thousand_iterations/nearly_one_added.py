# verdict: less
# breaks: "The last batch may be smaller, and counts as well."
# keeps: the example, exact divisions, small batches, and the training
# why: rounds up by adding 0.99 and cutting; a last batch of 1 image of 128 is a share of 0.008, so 129 images count as one batch

# %%
import math

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    per_epoch = int(count / batch_size + 0.99)  # round up
    return math.ceil(iterations / per_epoch)


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, len(images), batch_size)
    return model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)
