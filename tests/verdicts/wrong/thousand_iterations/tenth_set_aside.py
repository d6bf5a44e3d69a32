# verdict: less
# breaks: "on all images and labels as they are": validation_split sets a tenth of the images aside
# keeps: epochs_for; fit once, with the batch size and number of epochs, history
# why: the tutorial sets images aside for validation, and it is good practice elsewhere
# %%
import math

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    return math.ceil(iterations / math.ceil(count / batch_size))


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, len(images), batch_size)
    return model.fit(
        images,
        labels,
        batch_size=batch_size,
        epochs=epochs,
        validation_split=0.1,
        verbose=0,
    )
