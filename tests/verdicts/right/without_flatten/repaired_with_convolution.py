# verdict: full
# why: the repaired model is a small convolutional one; it is new, compiled, trains on 28x28 and gives ten outputs
import tensorflow as tf
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    failing = tf.keras.Sequential([
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    failing.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
    result = None
    try:
        failing.fit(images, labels, epochs=1)
    except ValueError as error:
        result = error
    return result


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential([
        layers.Input(shape=(28, 28)),
        layers.Reshape((28, 28, 1)),
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return net
