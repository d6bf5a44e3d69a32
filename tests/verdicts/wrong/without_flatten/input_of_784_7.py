# verdict: less
# breaks: "The network that is to fail must get the square images: ... no `Input` of 784": it fails because its Input expects 784 numbers
# keeps: build_repaired_model; fit does raise, and the caught object is returned
# why: Flatten is taken out of the list, but Input stays at the size behind it
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(784,)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    network = tf.keras.Model(inputs, tf.keras.layers.Dense(10, activation="softmax")(x))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
