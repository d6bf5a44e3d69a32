# verdict: full
# why: clones a template twice with clone_model, which makes fresh weights, so each training has a new network
import numpy as np
import tensorflow as tf


def scaling_template():
    return tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    template = scaling_template()
    results = {}
    for name, factor in (("raw", 1.0), ("scaled", 1 / 255)):
        net = tf.keras.models.clone_model(template)
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        pixels = np.asarray(images, dtype="float32") * factor
        results[name] = net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return results
