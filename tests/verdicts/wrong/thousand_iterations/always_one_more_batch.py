# verdict: less
# breaks: "has one iteration for each batch. The last batch may be smaller, and counts as well": one batch is added even where the batches come out even: 1,000 images in batches of 100 are said to be 11.
# keeps: epochs_for where a smaller batch is left, as in the example; train's call of fit
# why: count // batch_size + 1 for rounding up
import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    per_epoch = count // batch_size + 1
    return -(-iterations // per_epoch)


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, len(images), batch_size)
    return model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)
