# verdict: full
# why: functional API and a narrow except tf.errors.InvalidArgumentError, which is what training raises on a CPU
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input(shape=(28, 28), name="picture")
    x = layers.Flatten()(inputs)
    x = layers.Dense(64, activation="relu")(x)
    outputs = layers.Dense(5, activation="softmax")(x)
    five = tf.keras.Model(inputs, outputs, name="five_outputs")
    five.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        five.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
