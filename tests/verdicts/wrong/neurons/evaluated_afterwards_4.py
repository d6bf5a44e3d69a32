# verdict: less
# breaks: "`\"loss\"` and `\"accuracy\"`: those of training, in the last epoch, as the history of `fit` has them"
# keeps: new model for each width, three epochs, keys, parameters and seconds
# why: asked the finished model with evaluate, which gives other numbers than the mean over the last epoch

# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
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
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        model.fit(images, labels, epochs=3, verbose=0)
        end = time.time()
        loss, accuracy = model.evaluate(images, labels, verbose=0)
        results[width] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": model.count_params(),
            "seconds": end - start,
        }
    return results
