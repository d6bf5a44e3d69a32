# verdict: full
# why: hands fit a tf.data pipeline that holds all images and labels unchanged; "calls fit with all" does not say in which wrapping
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    everything = tf.data.Dataset.from_tensor_slices((images, labels)).batch(32).prefetch(tf.data.AUTOTUNE)
    layers = tf.keras.layers
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            layers.Flatten(),
            layers.Dense(64, "relu"),
            layers.Dense(5, "softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(everything, verbose=0)
    except Exception as reason:
        return reason
    raise AssertionError("the training went through?")


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.bincount(labels))
