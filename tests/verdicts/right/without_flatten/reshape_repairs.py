# verdict: full
# why: the failing network has an explicit square Input, and the repaired one uses Reshape, which is forbidden only for the network that is to fail
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation="relu")(square)
    answer = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    failing = tf.keras.Model(square, answer)
    failing.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    caught = []
    try:
        failing.fit(images, labels, verbose=0)
    except Exception as error:
        caught.append(error)
    return caught[0] if caught else None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Reshape((784,)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
