# verdict: less
# breaks: "`"seconds"`: how long its training took." (each later width also gets the time of all the widths before)
# keeps: models, loss, accuracy and parameters are right, and so are the seconds of the first width
# why: started the clock once before the loop, and did not think of starting it again
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
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    start = time.time()
    for width in widths:
        model = build_model(width)
        history = model.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results
