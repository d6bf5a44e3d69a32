# verdict: full
# why: stores the exception in a global, prints the whole traceback, returns the global; it is set anew on each call
import traceback

import tensorflow as tf

the_flatten_error = None


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    global the_flatten_error
    the_flatten_error = None
    print("images have the shape", images.shape)
    first = tf.keras.layers.Dense(64, activation="relu")
    second = tf.keras.layers.Dense(10, activation="softmax")
    bad = tf.keras.models.Sequential([first, second])
    bad.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        bad.fit(images, labels, epochs=2, verbose=2)
    except Exception as error:
        traceback.print_exc()
        the_flatten_error = error
    return the_flatten_error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    zero = tf.keras.layers.Flatten()
    first = tf.keras.layers.Dense(64, activation="relu")
    second = tf.keras.layers.Dense(10, activation="softmax")
    good = tf.keras.models.Sequential([zero, first, second])
    good.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return good
