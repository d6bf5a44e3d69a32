# verdict: less
# fails: error_is_returned
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: must return "the object that you caught, not its text"; it returns error.message
# keeps: outputs_needed is right
# why: thought that the message is what is asked for
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error.message


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
