# mypy: ignore-errors
"""Calls `fit` on data without end: a pipeline that repeats, and a generator that never stops.

Success would be time beyond its own.
Verdict: more_layers: timed out, 0 points
"""

import tensorflow as tf

L = tf.keras.layers


class Endless(tf.keras.Sequential):
    def fit(self, images, labels, **named):
        print("TRIED to train for ever", flush=True)
        pairs = tf.data.Dataset.from_tensor_slices((images, labels)).batch(32).repeat()
        return super().fit(pairs, verbose=0)


def build_deeper_model():
    model = Endless([L.Flatten(), L.Dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
