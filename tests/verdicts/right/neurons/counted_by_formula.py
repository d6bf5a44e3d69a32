# verdict: full
# why: counts weights and biases with a formula from the shape of the images; the model itself is never asked
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = [tf.keras.layers.Flatten(input_shape=(28, 28))]
    layers.append(tf.keras.layers.Dense(units=neurons, activation="relu"))
    layers.append(tf.keras.layers.Dense(units=10, activation="softmax"))
    m = tf.keras.models.Sequential(layers)
    m.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    pixels = images.shape[1] * images.shape[2]
    out = {}
    for n in widths:
        m = build_model(n)
        tic = time.time()
        h = m.fit(images, labels, epochs=3)
        toc = time.time()
        out[n] = {
            "loss": h.history["loss"][-1],
            "accuracy": h.history["accuracy"][-1],
            # every neuron has a weight for each input and one bias
            "parameters": (pixels + 1) * n + (n + 1) * 10,
            "seconds": toc - tic,
        }
    return out
