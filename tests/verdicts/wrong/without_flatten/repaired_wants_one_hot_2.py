# verdict: less
# breaks: build_repaired_model must return a model "that does train": categorical_crossentropy with labels 0 to 9 raises an error in fit
# keeps: error_without_flatten; the repaired model is new, compiled, and gives ten outputs
# why: "sparse_" left out of the loss's name
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
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return net
