# verdict: less
# breaks: loss and accuracy "in the last epoch": it reports the lowest loss and the highest accuracy of the three
# keeps: all else; the numbers agree as long as each epoch is better than the one before
# why: wanted to show what each network can reach
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
        history = model.fit(images, labels, epochs=3, verbose=0).history
        end = time.time()
        results[width] = {
            "loss": min(history["loss"]),
            "accuracy": max(history["accuracy"]),
            "parameters": model.count_params(),
            "seconds": end - start,
        }
    return results
