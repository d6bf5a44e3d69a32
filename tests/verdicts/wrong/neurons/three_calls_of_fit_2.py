# verdict: less
# breaks: "in one call of fit with epochs=3": fit is called three times
# keeps: all else; the seconds are the sum of the three
# why: wanted to measure and print each epoch
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
        seconds = 0.0
        for epoch in range(3):
            start = time.perf_counter()
            history = model.fit(images, labels, verbose=0).history
            seconds += time.perf_counter() - start
            print(width, "neurons, epoch", epoch + 1, "loss", history["loss"][0])
        results[width] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
