# verdict: full
# why: ReLU and softmax are layers of their own; the parameters are computed by hand from the size of an image
import time

import numpy as np
import tensorflow as tf


def build_model(neurons):
    model = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons),
            tf.keras.layers.ReLU(),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Softmax(),
        ]
    )
    model.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        optimizer="adam",
        metrics=["accuracy"],
    )
    return model


def compare_widths(widths, images, labels):
    pixels = int(np.prod(np.shape(images)[1:]))
    results = dict()
    for width in widths:
        results[width] = dict()
        model = build_model(width)
        start = time.time()
        log = model.fit(images, labels, epochs=3, verbose=2)
        results[width]["seconds"] = time.time() - start
        results[width]["loss"] = log.history["loss"][2]
        results[width]["accuracy"] = log.history["accuracy"][2]
        results[width]["parameters"] = (pixels + 1) * width + (width + 1) * 10
    return results
