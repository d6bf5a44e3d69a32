# verdict: full
# why: functional API, a helper of its own that runs an action and hands back what it raised, and reduce for the largest label

# %%
from functools import reduce

import tensorflow as tf


def what_it_raises(action):
    """Run the action; return the exception, or None."""
    try:
        action()
    except Exception as problem:
        return problem
    return None


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=images.shape[1:])
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64)(x)
    x = tf.keras.layers.Activation("relu")(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    network = tf.keras.Model(inputs, outputs)
    network.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    return what_it_raises(lambda: network.fit(images, labels, verbose=0))


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + reduce(max, (int(label) for label in labels))
