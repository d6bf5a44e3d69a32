# verdict: full
# why: instead of seeds, both networks are given the same starting weights and see the batches in the same order (shuffle=False): nothing but the pixels differs
import numpy as np
import tensorflow as tf


def _twin(weights=None):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, "relu"),
            tf.keras.layers.Dense(10, "softmax"),
        ]
    )
    if weights is not None:
        network.set_weights(weights)
    network.compile("adam", "sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first = _twin()
    second = _twin(first.get_weights())
    raw = first.fit(images, labels, epochs=3, shuffle=False, verbose=0)
    scaled = second.fit(np.multiply(images, 1 / 255), labels, epochs=3, shuffle=False, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
