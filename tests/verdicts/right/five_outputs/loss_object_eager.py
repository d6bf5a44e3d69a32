# verdict: full
# why: the loss as an object of its Keras class and run_eagerly=True; it is the same loss, and the error is raised all the same
import functools

import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    small = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5),
            tf.keras.layers.Softmax(),
        ]
    )
    small.compile(
        optimizer=tf.keras.optimizers.RMSprop(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        run_eagerly=True,
    )
    error = None
    try:
        small.fit(images, labels)
    except Exception as exception:
        error = exception
    finally:
        tf.keras.backend.clear_session()
    return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return functools.reduce(lambda most, label: max(most, int(label) + 1), labels, 1)
