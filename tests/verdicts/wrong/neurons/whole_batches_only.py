# verdict: less
# breaks: "trains it on all the images": cuts the stack to a multiple of 32, so up to 31 images are never trained on
# keeps: build_model; keys, last epoch's numbers, parameters, seconds
# why: thought that Keras needs whole batches
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    whole = len(images) // 32 * 32
    images, labels = images[:whole], labels[:whole]
    by_width = {}
    for width in widths:
        net = build_model(width)
        start = time.perf_counter()
        history = net.fit(images, labels, epochs=3, batch_size=32, verbose=0)
        stop = time.perf_counter()
        by_width[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": stop - start,
        }
    return by_width
