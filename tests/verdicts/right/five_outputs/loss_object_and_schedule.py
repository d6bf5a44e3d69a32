# verdict: full
# why: the loss as an object, a decaying rate and a separate ReLU layer; the same loss and network in other words
from functools import reduce

import tensorflow as tf
from tensorflow import keras


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    schedule = keras.optimizers.schedules.ExponentialDecay(1e-3, decay_steps=500, decay_rate=0.9)
    net = keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(64),
            keras.layers.ReLU(),
            keras.layers.Dense(5),
            keras.layers.Softmax(),
        ]
    )
    net.compile(
        optimizer=keras.optimizers.Adam(learning_rate=schedule),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    try:
        net.fit(images, labels, epochs=1)
    except (tf.errors.InvalidArgumentError, ValueError) as error:
        print("Training failed:", type(error).__name__)
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return reduce(max, (int(label) for label in labels), -1) + 1
