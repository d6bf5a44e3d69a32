# verdict: full
# why: the repaired model flattens after its first Dense layer instead of before it, which still gives ten outputs for each image and learns well; a helper catches the exception itself
import tensorflow as tf


def caught_from(action):
    """Run an action and return the very exception that it raises, or None."""
    try:
        action()
    except Exception as error:
        return error
    return None


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return caught_from(lambda: network.fit(images, labels, verbose=0))


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return network
