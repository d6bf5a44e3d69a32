# verdict: full
# why: one builder with optional leading layers serves both functions; the exception is copied to a name that outlives the block
import tensorflow as tf


def network_after(*leading):
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            *leading,
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    raised = None
    try:
        network_after().fit(images, labels, verbose=0)
    except Exception as error:
        raised = error
    return raised


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return network_after(tf.keras.layers.Flatten())
