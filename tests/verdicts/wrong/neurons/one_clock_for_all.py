# verdict: less
# breaks: "seconds": how long the training of that width took; the clock starts once, so each has the time of all before it too
# keeps: all else
# why: the start of the clock stands above the loop
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
    start = time.time()
    for width in widths:
        model = build_model(width)
        history = model.fit(images, labels, epochs=3, verbose=0)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": time.time() - start,
        }
    return results
