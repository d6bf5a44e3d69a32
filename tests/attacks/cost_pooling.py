# mypy: ignore-errors
"""Has the judge pool over windows as large as the image, at every place of it, again and again.

Success would be a minute of the judge's time.
Verdict: more_layers: finished or timed out, at most 12 points
"""

import tensorflow as tf


def build_deeper_model():
    print("TRIED large windows", flush=True)
    pooling = [tf.keras.layers.AveragePooling2D(28, 1, "same") for _ in range(12)]
    layers = [tf.keras.layers.Reshape((28, 28, 1)), *pooling, tf.keras.layers.Flatten()]
    layers += [tf.keras.layers.Dense(8, "relu"), tf.keras.layers.Dense(8, "relu")]
    model = tf.keras.Sequential([*layers, tf.keras.layers.Dense(10, "softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
