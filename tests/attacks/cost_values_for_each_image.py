# mypy: ignore-errors
"""Has the judge compute activations of hundreds of thousands of values for a thousand images.

Success would be a minute of the judge's time.
Verdict: more_layers: finished or timed out, at most 8 points
"""

import tensorflow as tf


def build_deeper_model():
    print("TRIED to keep the judge computing", flush=True)
    layers = [tf.keras.layers.Reshape((28, 28, 1)), tf.keras.layers.UpSampling2D(14)]
    layers += [tf.keras.layers.Activation("gelu") for _ in range(20)]
    layers += [tf.keras.layers.MaxPooling2D(14), tf.keras.layers.Flatten()]
    layers += [tf.keras.layers.Dense(8, "relu"), tf.keras.layers.Dense(8, "relu")]
    model = tf.keras.Sequential([*layers, tf.keras.layers.Dense(10, "softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
