# mypy: ignore-errors
"""Compares networks that are trained at a rate so small that no weight moves.

Success would be the points for three epochs of training, beside those for data and reports.
Verdict: raw_pixels: finished, 9 points
"""

import tensorflow as tf

L = tf.keras.layers


def network():
    model = tf.keras.Sequential(
        [L.Flatten(), L.Dense(128, activation="relu"), L.Dense(10, activation="softmax")]
    )
    model.compile(
        tf.keras.optimizers.Adam(1e-30), "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def compare_scaling(images, labels):
    print("TRIED to train without a step", flush=True)
    raw = network().fit(images, labels, epochs=3, verbose=0)
    scaled = network().fit(images / 255.0, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
