# verdict: full
# why: one recursive chain builds both networks, the repaired one with Reshape; sys.exc_info gives the caught object
import sys

import tensorflow as tf

L = tf.keras.layers


def chain(x, layers):
    match layers:
        case []:
            return x
        case [layer, *others]:
            return chain(layer(x), others)


def usual_end():
    return [L.Dense(64, activation="relu"), L.Dense(10, activation="softmax")]


def chained_model(*before):
    inputs = tf.keras.Input((28, 28))
    net = tf.keras.Model(inputs, chain(inputs, [*before, *usual_end()]))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        chained_model().fit(images, labels, verbose=0)
    except Exception:
        return sys.exc_info()[1]


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return chained_model(L.Reshape((-1,)))
