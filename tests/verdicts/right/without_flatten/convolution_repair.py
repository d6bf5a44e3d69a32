# verdict: full
# why: repaired by a small convolutional network; it trains and gives ten outputs for each image, and no more is asked
import tensorflow as tf
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    pixels = tf.keras.Input(shape=images.shape[1:])
    rows = layers.Dense(64, activation="relu")(pixels)
    classes = layers.Dense(10, activation="softmax")(rows)
    no_flatten = tf.keras.Model(pixels, classes)
    no_flatten.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    try:
        no_flatten.fit(images, labels, epochs=1, verbose=0)
    except (ValueError, tf.errors.InvalidArgumentError) as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
