# verdict: full
# why: the hidden layers sit in a Sequential of their own inside the model, so that model.layers shows no hidden Dense at first sight
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    hidden = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
        ],
        name="hidden",
    )
    whole = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            hidden,
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    whole.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return whole
