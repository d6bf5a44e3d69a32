# verdict: full
# why: one builder for both networks takes the layers in front as *front; the error waits in a list
import tensorflow as tf


def network_with(*front):
    """64 and 10 neurons, with the given layers in front."""
    layers = [
        *front,
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
    network = tf.keras.Sequential(layers)
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    errors = []
    try:
        network_with().fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        errors.append(error)
    return errors[0]


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return network_with(tf.keras.layers.Flatten())
