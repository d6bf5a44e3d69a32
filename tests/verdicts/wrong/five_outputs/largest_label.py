# verdict: less
# fails: counts_outputs, counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned
# breaks: outputs_needed is one too small: labels up to 9 need ten outputs, it returns 9
# keeps: error_with_five_outputs is right
# why: forgot that the labels start at 0
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    x = tf.keras.layers.Dense(5, activation="softmax")(x)
    m = tf.keras.Model(inputs, x)
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, verbose=0)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.asarray(labels).max())
