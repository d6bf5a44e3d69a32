# verdict: full
# why: sorts the labels and takes the last; the training is in a helper that either returns the exception or None
import operator

import tensorflow as tf


def exception_of(function, *args, **kwargs):
    """Call `function`; return the exception that it raises, or None."""
    try:
        function(*args, **kwargs)
    except Exception as e:
        return e


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    outputs = 5
    m = tf.keras.Sequential([tf.keras.layers.Flatten()])
    for size, activation in [(64, "relu"), (outputs, "softmax")]:
        m.add(tf.keras.layers.Dense(size, activation=activation))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return exception_of(m.fit, images, labels, batch_size=64, verbose=2)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    *_, largest = sorted(labels)
    return operator.index(largest) + 1
