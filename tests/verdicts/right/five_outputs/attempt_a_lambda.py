# verdict: full
# why: a helper runs any function and returns its exception; `bincount` has one entry for each class up to the largest, so its length is the answer
import numpy as np
import tensorflow as tf


def exception_of(action):
    try:
        action()
    except Exception as exception:
        return exception
    return None


def five_outputs_network():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def error_with_five_outputs(images, labels):
    net = five_outputs_network()
    return exception_of(lambda: net.fit(images, labels, epochs=1))


def outputs_needed(labels):
    return len(np.bincount(np.asarray(labels, dtype=int)))
