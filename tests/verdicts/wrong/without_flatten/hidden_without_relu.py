# verdict: less
# breaks: "just 64 neurons with ReLU": the hidden layer of the failing network has no activation; the error is the same
# keeps: loss, fit on everything, the caught object; build_repaired_model
# why: forgot the activation in the first function
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    unflat = tf.keras.models.Sequential(
        [
            tf.keras.layers.Dense(64),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    unflat.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    try:
        unflat.fit(images, labels, epochs=1, verbose=0)
    except ValueError as problem:
        return problem
    return None


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    flat = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    flat.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return flat
