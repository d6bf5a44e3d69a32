# verdict: less
# breaks: "softmax at the end": the five outputs have a sigmoid; the error is the same, the network is not
# keeps: five outputs, loss, fit on everything, the caught object, outputs_needed
# why: mixed up sigmoid and softmax
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    too_small = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="sigmoid"),
        ]
    )
    too_small.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        too_small.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
