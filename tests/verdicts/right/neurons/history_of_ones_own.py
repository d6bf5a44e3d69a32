# verdict: full
# why: a History object passed in as a callback, fit wrapped in functools.partial (which holds epochs=3), parameters counted from the arrays
import functools
import time

import numpy as np
import tensorflow as tf

three_epochs = functools.partial(tf.keras.Model.fit, epochs=3, verbose=0)


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [tf.keras.layers.Flatten(), tf.keras.layers.Dense(neurons, activation="relu")]
        + [tf.keras.layers.Dense(10, activation="softmax")]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    def one(width):
        net, record = build_model(width), tf.keras.callbacks.History()
        start = time.time()
        three_epochs(net, images, labels, callbacks=[record])
        seconds = time.time() - start
        parameters = sum(np.prod(array.shape, dtype=int) for array in net.get_weights())
        *_, loss = record.history["loss"]
        *_, accuracy = record.history["accuracy"]
        return {"loss": loss, "accuracy": accuracy, "parameters": int(parameters), "seconds": seconds}

    return dict(zip(widths, map(one, widths)))
