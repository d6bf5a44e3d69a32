# verdict: less
# breaks: build_repaired_model "returns a new, compiled model"; it returns what compile returns, which is None
# keeps: error_without_flatten is right
# why: put return in front of model.compile(...)
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    result = None
    try:
        square.fit(images, labels, verbose=0)
    except Exception as error:
        result = error
    return result


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    flat = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    return flat.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
