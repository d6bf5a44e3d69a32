# verdict: less
# breaks: "seconds" is how long "its training took": the clock starts once before the loop, so later widths include the earlier trainings
# keeps: everything else; the first width's seconds
# why: start = time.time() above the for
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    i = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(i)
    x = tf.keras.layers.Dense(neurons, activation="relu")(x)
    o = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(i, o)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    start = time.time()
    for width in widths:
        net = build_model(width)
        history = net.fit(images, labels, epochs=3, verbose=0)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.time() - start,
        }
    return results
