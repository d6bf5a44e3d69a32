# verdict: less
# breaks: "The network that is to fail must get the square images: no `Reshape`, no pooling, no `Input` of 784": the first layer says input_shape=(784,), which is such an Input.
# keeps: an exception of fit is returned; the repaired model
# why: the student fixes the input as in the other notebooks, and takes the error about the input's shape for the one that was meant
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu", input_shape=(784,)),
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
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network
