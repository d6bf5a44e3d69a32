# verdict: full
# why: returns from inside the except block; the repaired network has Flatten
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    broken = tf.keras.Sequential([
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    broken.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        broken.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
