# verdict: less
# breaks: trains on the images "and their labels": images and labels are shuffled each in its own order, so the network cannot learn the classes
# keeps: build_model, the form of the answer
# why: shuffled both, but drew two permutations
import time

import numpy as np
import tensorflow as tf


def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def compare_widths(widths, images, labels):
    generator = np.random.default_rng(1)
    images = generator.permutation(images)
    labels = generator.permutation(labels)
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
