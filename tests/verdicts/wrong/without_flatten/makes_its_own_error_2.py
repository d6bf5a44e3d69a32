# verdict: less
# breaks: returns "the object that you caught, not ... one that you made": a new ValueError with the caught text is returned
# keeps: the failing network and fit; build_repaired_model
# why: wrapped the message for a tidier print
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10, activation="softmax")]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, verbose=0)
    except Exception as error:
        return ValueError(str(error))


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
