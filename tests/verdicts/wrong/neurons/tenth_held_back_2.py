# verdict: less
# breaks: "trains it on all the images": a tenth is held back for validation
# keeps: all else
# why: copied a fit call with validation_split from a tutorial
import time

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
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=3, validation_split=0.1, verbose=0)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
