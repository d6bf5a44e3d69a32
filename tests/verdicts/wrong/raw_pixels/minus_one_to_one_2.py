# verdict: less
# breaks: "pixels scaled to lie between 0 and 1": these lie between -1 and 1
# keeps: both trainings, the keys, three losses each, the arrays untouched
# why: scaling line copied from another course: / 127.5 - 1
import numpy as np
import tensorflow as tf


def train_128(pixels, labels):
    tf.keras.utils.set_random_seed(5)
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = np.array(images, dtype="float32")
    return {"raw": train_128(raw, labels), "scaled": train_128(raw / 127.5 - 1.0, labels)}
