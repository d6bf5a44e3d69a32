# verdict: full
# why: the repair puts Flatten between the hidden layer and the output: each row gets 64 neurons, and there are ten outputs an image
import tensorflow as tf


def dense_network(*between, **compile_options):
    """64 neurons with ReLU, then whatever comes between, then ten outputs."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            *between,
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", loss="sparse_categorical_crossentropy", **compile_options)
    return net


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        dense_network().fit(images, labels, verbose=0)
    except ValueError as shapes_do_not_fit:
        return shapes_do_not_fit


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return dense_network(tf.keras.layers.Flatten(), metrics=["accuracy"])
