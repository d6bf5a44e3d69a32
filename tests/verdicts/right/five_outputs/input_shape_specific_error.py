# verdict: full
# why: `from tensorflow import keras`, input_shape= as in old tutorials (only a warning), catches exactly InvalidArgumentError
import numpy as np
import tensorflow as tf
from tensorflow import keras


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = keras.Sequential([
        keras.layers.Flatten(input_shape=(28, 28)),
        keras.layers.Dense(64, activation=tf.nn.relu),
        keras.layers.Dense(5, activation=tf.nn.softmax),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model.fit(images, labels, epochs=5)
    except tf.errors.InvalidArgumentError as err:
        return err


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
