# verdict: full
# why: trains in a helper, sets a seed before each model, uses smaller batches and float32 images, and joins widths and results with zip; the images and all else the prompt fixes stay the same
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    tf.keras.utils.set_random_seed(42)  # the same start for all
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Activation("softmax"),
        ]
    )
    network.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return network


def report_of(network, images, labels):
    started = time.perf_counter_ns()
    series = network.fit(images, labels, batch_size=16, epochs=3, verbose=2).history
    nanoseconds = time.perf_counter_ns() - started
    *_, loss = series["loss"]
    *_, accuracy = series["accuracy"]
    return {
        "loss": loss,
        "accuracy": accuracy,
        "parameters": sum(layer.count_params() for layer in network.layers),
        "seconds": nanoseconds / 1e9,
    }


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    images = tf.cast(images, tf.float32).numpy()
    reports = [report_of(build_model(width), images, labels) for width in widths]
    return dict(zip(widths, reports))
