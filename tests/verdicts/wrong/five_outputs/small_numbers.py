# verdict: less
# breaks: "whole numbers from 0 up": the labels are squeezed into uint8, so classes above 254 overflow, wrap around or raise OverflowError
# keeps: error_with_five_outputs; outputs_needed for small classes
# why: made the labels uint8 because the data set's labels are
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    five = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    five.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    try:
        five.fit(images, labels)
    except tf.errors.InvalidArgumentError as problem:
        return problem


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    labels = np.array(labels, dtype="uint8")
    return labels.max() + 1
