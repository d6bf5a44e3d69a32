# verdict: less
# breaks: "trains it on all the images": only the first 6000 of them
# keeps: build_model, and compare_widths on 6000 images or fewer
# why: moved the slices of the cell to try into the function
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
        before = time.time()
        run = model.fit(images[:6000], labels[:6000], epochs=3, verbose=2)
        after = time.time()
        results[width] = dict(
            loss=run.history["loss"][-1],
            accuracy=run.history["accuracy"][-1],
            parameters=model.count_params(),
            seconds=after - before,
        )
    return results
