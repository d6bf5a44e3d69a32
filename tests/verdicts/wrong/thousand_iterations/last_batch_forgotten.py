# verdict: less
# breaks: "The last batch may be smaller, and counts as well": rounds the batches of an epoch down (the prompt's example still gives 22), and divides by 0 if the batch is larger than the images
# keeps: the form of train: fit once, batch size, all images, history; epochs right where the batches divide evenly
# why: whole-number division for the steps, and the example agreed
# %%
import math

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    steps_per_epoch = count // batch_size
    return math.ceil(iterations / steps_per_epoch)


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, len(images), batch_size)
    return model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)
