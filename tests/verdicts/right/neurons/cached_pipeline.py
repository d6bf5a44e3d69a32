# verdict: full
# why: trains from a tf.data pipeline with all images (no drop_remainder), one fit with epochs=3
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def width_pipeline(images, labels, batch_size=32):
    ds = tf.data.Dataset.from_tensor_slices((images, labels))
    ds = ds.cache().shuffle(len(images)).batch(batch_size)
    return ds.prefetch(tf.data.AUTOTUNE)


def measure_width(width, ds):
    net = build_model(width)
    start = time.monotonic()
    series = net.fit(ds, epochs=3, verbose=0).history
    seconds = time.monotonic() - start
    last = {name: series[name][-1] for name in ("loss", "accuracy")}
    return {**last, "parameters": net.count_params(), "seconds": seconds}


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    ds = width_pipeline(images, labels)
    return {width: measure_width(width, ds) for width in widths}
