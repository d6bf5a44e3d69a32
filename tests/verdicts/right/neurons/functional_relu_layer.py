# verdict: full
# why: functional API with the ReLU as a layer of its own, and the number of parameters by formula
from timeit import default_timer

import tensorflow as tf
from tensorflow.keras import layers


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dense(neurons)(x)
    x = layers.ReLU()(x)
    outputs = layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def parameters_of_width(neurons):
    """784 weights and a bias for each neuron, then ten outputs with a bias each."""
    return (28 * 28 + 1) * neurons + (neurons + 1) * 10


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    answer = {}
    for neurons in widths:
        net = build_model(neurons)
        start = default_timer()
        fitted = net.fit(images, labels, epochs=3, verbose=0)
        seconds = default_timer() - start
        answer[neurons] = {
            "loss": fitted.history["loss"][-1],
            "accuracy": fitted.history["accuracy"][-1],
            "parameters": parameters_of_width(neurons),
            "seconds": seconds,
        }
    return answer
