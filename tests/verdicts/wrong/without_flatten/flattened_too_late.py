# verdict: less
# breaks: the repaired model "gives ten outputs for each image": Flatten comes last, so it gives 28 x 10 = 280
# keeps: error_without_flatten; the repaired model is new and compiled, and fit accepts the images
# why: put Flatten at the end, where the error was about the shape
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
    try:
        no_flatten.fit(images, labels)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
            tf.keras.layers.Flatten(),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired
