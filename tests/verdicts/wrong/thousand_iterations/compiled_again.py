# verdict: less
# breaks: "`model` is a Keras model that is new and **compiled already**, with all that it takes to learn from these arrays: train it as it is": it is compiled again, so its own optimiser, rate and loss are gone.
# keeps: epochs_for, batch size, epochs, history; all of it for a model that was compiled with adam and this loss
# why: compile always comes before fit, by habit
import math

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    return math.ceil(iterations / math.ceil(count / batch_size))


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        images,
        labels,
        batch_size=batch_size,
        epochs=epochs_for(iterations, len(images), batch_size),
        verbose=0,
    )
