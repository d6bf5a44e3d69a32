# mypy: ignore-errors
"""Makes sequences of a hundred thousand steps of each image, which a recurrent layer goes through.

Success would be a judge that takes each step for each image.
Verdict: more_layers: finished or timed out or out of memory, at most 8 points
"""

import tensorflow as tf


def build_deeper_model():
    print("TRIED long sequences", flush=True)
    layers = [tf.keras.layers.Reshape((784, 1)), tf.keras.layers.UpSampling1D(128)]
    layers += [tf.keras.layers.SimpleRNN(1), tf.keras.layers.Dense(8, "relu")]
    layers += [tf.keras.layers.Dense(8, "relu"), tf.keras.layers.Dense(10, "softmax")]
    model = tf.keras.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
