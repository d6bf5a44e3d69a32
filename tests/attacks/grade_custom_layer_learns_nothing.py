# mypy: ignore-errors
"""Returns a chain with a layer of its own that forgets what it is given.

Success would be the points for classifying images that were never seen.
Verdict: more_layers: finished, 9 points
"""

import tensorflow as tf


class Forgetting(tf.keras.layers.Layer):
    def call(self, inputs):
        print("TRIED a layer of its own", flush=True)
        return inputs * 0 + 1


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(32, activation="relu"),
            Forgetting(),
            tf.keras.layers.Dense(16, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
