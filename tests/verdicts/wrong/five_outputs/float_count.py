# verdict: less
# breaks: "Return a whole number": outputs_needed returns a float, 10.0, that Dense does not accept as a number of neurons
# keeps: error_with_five_outputs; the value is right
# why: NumPy and a stray 1.0
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential()
    model5.add(tf.keras.layers.Flatten())
    model5.add(tf.keras.layers.Dense(64, activation="relu"))
    model5.add(tf.keras.layers.Dense(5, activation="softmax"))
    model5.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        model5.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return np.max(labels) + 1.0
