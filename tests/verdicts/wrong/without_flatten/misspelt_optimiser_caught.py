# verdict: less
# breaks: "It returns the exception that training raises": the optimiser's name is misspelt and compile stands in the try, so the exception returned is about the optimiser, and fit is never called
# keeps: build_repaired_model
# why: put everything into the try and did not read the message
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    try:
        no_flatten = tf.keras.Sequential(
            [
                tf.keras.layers.Dense(64, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        no_flatten.compile(optimizer="adams", loss="sparse_categorical_crossentropy")
        no_flatten.fit(images, labels, epochs=1)
    except Exception as error:
        return error


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
