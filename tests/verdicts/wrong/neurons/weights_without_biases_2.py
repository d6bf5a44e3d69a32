# verdict: less
# breaks: "parameters" is "how many weights and biases the model has in all": the biases are left out of the sum
# keeps: build_model, loss, accuracy, seconds, keys
# why: own formula 784 * n + n * 10
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    out = dict()
    for n in widths:
        model_n = build_model(n)
        begin = time.time()
        h = model_n.fit(images, labels, epochs=3, verbose=0).history
        end = time.time()
        out[n] = dict(
            loss=h["loss"][-1],
            accuracy=h["accuracy"][-1],
            parameters=28 * 28 * n + n * 10,
            seconds=end - begin,
        )
    return out
