# verdict: full
# why: trains on a tf.data pipeline of all the images (shuffled, batched, prefetched) instead of arrays
import time

import tensorflow as tf

AUTO = tf.data.AUTOTUNE


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    pixels = tf.keras.Input(shape=(28, 28), name="pixels")
    flat = tf.keras.layers.Flatten()(pixels)
    hidden = tf.keras.layers.Dense(neurons, activation="relu", name="hidden")(flat)
    classes = tf.keras.layers.Dense(10, activation="softmax", name="classes")(hidden)
    functional = tf.keras.Model(pixels, classes)
    functional.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return functional


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    batches = (
        tf.data.Dataset.from_tensor_slices((images, labels))
        .shuffle(len(labels), reshuffle_each_iteration=True)
        .batch(32)
        .prefetch(AUTO)
    )
    results = {}
    for width in widths:
        network = build_model(width)
        tic = time.perf_counter()
        network.fit(batches, epochs=3, verbose=0)
        toc = time.perf_counter()
        past = network.history.history
        results[width] = {
            "parameters": network.count_params(),
            "seconds": toc - tic,
            **{name: past[name][-1] for name in ("loss", "accuracy")},
        }
    return results
