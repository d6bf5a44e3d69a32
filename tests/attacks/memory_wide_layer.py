# mypy: ignore-errors
"""Builds a layer with ten billion weights, and has it trained.

Success would be a trainer that tries.
Verdict: more_layers: finished or out of memory, 0 points
"""

import tensorflow as tf


def build_deeper_model():
    print("TRIED a wide layer", flush=True)
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(100_000, activation="relu"),
            tf.keras.layers.Dense(100_000, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
