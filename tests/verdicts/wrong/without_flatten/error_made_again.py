# verdict: less
# breaks: returns "the object that you caught, not its text and not one that you made": makes a new exception of the same class with the same text
# keeps: the failing network, loss, fit; build_repaired_model
# why: the name error is gone after the block, so the exception was built again from type and text
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square_net = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square_net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    text = ""
    kind = ValueError
    try:
        square_net.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        text = str(error)
        kind = type(error)
    return kind(text)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    flat_net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    flat_net.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return flat_net
