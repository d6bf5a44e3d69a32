# verdict: less
# fails: error_is_returned
# passes: counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: must return the exception that training raises; only ValueError is caught, TensorFlow's InvalidArgumentError flies out of the function
# keeps: outputs_needed is right
# why: copied "except ValueError" from the other exercise
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    caught = None
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, epochs=1)
    except ValueError as error:
        caught = error
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.amax(labels)) + 1
