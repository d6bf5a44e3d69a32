# verdict: full
# why: fit gets one tf.data pipeline with all images, shuffled and batched; still one call with epochs=3 for each width
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    picture = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(picture)
    x = tf.keras.layers.Dense(units=neurons, activation=tf.keras.activations.relu)(x)
    x = tf.keras.layers.Dense(units=10, activation=tf.keras.activations.softmax)(x)
    net = tf.keras.Model(picture, x, name=f"width_{neurons}")
    net.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy("accuracy")],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    pipeline = (
        tf.data.Dataset.from_tensor_slices((images, labels))
        .cache()
        .shuffle(len(images), seed=7)
        .batch(32)
        .prefetch(tf.data.AUTOTUNE)
    )
    result = {}
    for width in widths:
        net = build_model(width)
        start = time.perf_counter()
        net.fit(pipeline, epochs=3, verbose=0)
        stop = time.perf_counter()
        last = {key: series[-1] for key, series in net.history.history.items()}
        result[width] = dict(last, parameters=net.count_params(), seconds=stop - start)
    return result
