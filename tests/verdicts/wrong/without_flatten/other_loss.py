# verdict: less
# breaks: "compiles it with the loss sparse_categorical_crossentropy": has categorical_crossentropy, which raises a ValueError too, but would do so with Flatten as well
# keeps: layers, fit on everything, the caught object; build_repaired_model
# why: left out the word sparse in the first function
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="categorical_crossentropy")
    try:
        network.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
