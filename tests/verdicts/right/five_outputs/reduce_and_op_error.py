# verdict: full
# why: catches the family tf.errors.OpError rather than the exact class, in a helper that gets the training as a function; reduce in place of max
# %%
from functools import reduce

import tensorflow as tf


def what_goes_wrong(work):
    try:
        work()
    except tf.errors.OpError as error:
        return error
    return None


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential([tf.keras.Input((28, 28)), tf.keras.layers.Flatten()])
    for units, activation in ((64, "relu"), (5, "softmax")):
        net.add(tf.keras.layers.Dense(units, activation=activation))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return what_goes_wrong(lambda: net.fit(images, labels, epochs=20, verbose=0))


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + reduce(max, (int(label) for label in labels))


# %%
# print(outputs_needed([0, 1, 1, 0]))
