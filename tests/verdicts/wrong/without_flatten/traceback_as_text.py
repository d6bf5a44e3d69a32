# verdict: less
# fails: error_is_returned
# passes: tries_to_train_on_squares, training_raises_the_error, repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "the object that you caught, not its text": returns the traceback as a string
# keeps: build_repaired_model is right
# why: traceback.format_exc() is what one logs elsewhere
import logging
import traceback

import tensorflow as tf
from tensorflow.keras import layers as L

logger = logging.getLogger("without_flatten")


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential([L.Dense(64, activation="relu"), L.Dense(10, activation="softmax")])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except ValueError:
        text = traceback.format_exc()
        logger.error(text)
        return text


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential([L.Flatten(), L.Dense(64, activation="relu"), L.Dense(10, activation="softmax")])
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
