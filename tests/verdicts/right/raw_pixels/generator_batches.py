# verdict: full
# why: fit is fed by an endless Python generator with steps_per_epoch; three epochs over all images
import math

import numpy as np
import tensorflow as tf


def endless(pixels, labels, size):
    rng = np.random.default_rng(4)
    while True:
        order = rng.permutation(len(pixels))
        for start in range(0, len(order), size):
            part = order[start : start + size]
            yield pixels[part], labels[part]


def fed_by_generator(pixels, labels, size=32):
    tf.keras.utils.set_random_seed(4)
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history = net.fit(
        endless(pixels, labels, size),
        steps_per_epoch=math.ceil(len(pixels) / size),
        epochs=3,
        verbose=0,
    )
    return history.history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    pixels = np.asarray(images, dtype="float32")
    return {"raw": fed_by_generator(pixels, labels), "scaled": fed_by_generator(pixels / 255, labels)}
