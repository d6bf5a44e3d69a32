# mypy: ignore-errors
"""Trains a tiny network for thousands of epochs, with twenty metrics.

Success would be a gradebook and pages of megabytes.
Verdict: more_layers: finished or timed out, at most 12 points
"""

import tensorflow as tf


class Logging(tf.keras.Sequential):
    def fit(self, images, labels, **options):
        names = [tf.keras.metrics.SparseCategoricalAccuracy(f"{n}" * 90) for n in range(20)]
        self.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=names)
        return super().fit(images[:1], labels[:1], **{**options, "epochs": 2000})


def build_deeper_model():
    print("TRIED long logs", flush=True)
    layers = [tf.keras.layers.Dense(8, "relu"), tf.keras.layers.Dense(8, "relu")]
    return Logging([tf.keras.layers.Flatten(), *layers, tf.keras.layers.Dense(10, "softmax")])
