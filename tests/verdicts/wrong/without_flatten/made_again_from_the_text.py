# verdict: less
# breaks: returns "the object that you caught, not its text and not one that you made": a new ValueError is made from the text of the caught one
# keeps: build_repaired_model; the network and its training are right
# why: thought that an exception cannot be returned, only a new one with its message
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    message = ""
    try:
        no_flatten.fit(images, labels, verbose=0)
    except ValueError as error:
        message = str(error)
    return ValueError(message)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
