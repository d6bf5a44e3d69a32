# verdict: less
# breaks: "how many weights and biases the model has in all"; the formula leaves the biases out
# keeps: build_model; training, loss, accuracy, seconds and keys
# why: computed the parameters by hand as inputs times neurons plus neurons times outputs
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(neurons, activation="relu")(x)
    x = tf.keras.layers.Dense(10, activation="softmax")(x)
    model = tf.keras.Model(inputs, x)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def number_of_parameters(neurons):
    return 784 * neurons + neurons * 10


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    d = {}
    for n in widths:
        model = build_model(n)
        start = time.time()
        history = model.fit(images, labels, epochs=3, verbose=0)
        d[n] = {
            "seconds": time.time() - start,
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": number_of_parameters(n),
        }
    return d
