# verdict: full
# why: counts batches and epochs as lengths of ranges, so that the smaller last batch counts without any rounding; returns the dictionary of the history
import tensorflow as tf


def portions(total, portion):
    """How many portions it takes; the last may be smaller."""
    return len(range(0, total, portion))


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    return portions(iterations, portions(count, batch_size))


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    settings = {
        "batch_size": batch_size,
        "epochs": epochs_for(iterations, len(images), batch_size),
        "verbose": 0,
    }
    return model.fit(images, labels, **settings).history
