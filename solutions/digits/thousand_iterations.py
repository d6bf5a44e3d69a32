"""Reference: batches of an epoch, rounded up, and epochs, rounded up."""

import math


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    batches = math.ceil(count / batch_size)
    return math.ceil(iterations / batches)


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, len(images), batch_size)
    return model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)
