# verdict: less
# breaks: an output "of the kind that the loss expects": the loss is told from_logits=True and gets softmax
# keeps: compare_widths, the rest of build_model
# why: took the loss from a tutorial whose last layer had no softmax
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
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def compare_widths(widths, images, labels):
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
