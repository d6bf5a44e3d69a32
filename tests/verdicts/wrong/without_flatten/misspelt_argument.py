# verdict: less
# breaks: "returns the exception that training raises": fit is called with epoch=1, so what is caught and returned is the TypeError about that argument; training never starts
# keeps: the failing network and its loss; build_repaired_model
# why: a typo, hidden by except Exception
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    found = None
    try:
        net.fit(images, labels, epoch=1, verbose=0)
    except Exception as error:
        found = error
    return found


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
