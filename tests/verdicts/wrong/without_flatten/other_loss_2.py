# verdict: less
# breaks: the failing network must be compiled "with the loss sparse_categorical_crossentropy": it uses categorical_crossentropy, and the error returned is the one of that loss
# keeps: build_repaired_model; no Flatten, the square images, an exception of fit is caught and returned
# why: confused the two losses; an error came anyway
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.models.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(optimizer="adam", loss="categorical_crossentropy")
    try:
        no_flatten.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return repaired
