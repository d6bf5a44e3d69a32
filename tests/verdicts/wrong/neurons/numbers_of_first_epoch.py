# verdict: less
# breaks: "those of training, in the last epoch"; loss and accuracy are taken from the first epoch
# keeps: build_model; new models, 3 epochs, keys, parameters and seconds
# why: wrote [0] where [-1] belongs, because "there is a list around the number"
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = tf.keras.models.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(neurons, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    answer = {}
    for neurons in widths:
        m = build_model(neurons)
        begin = time.time()
        h = m.fit(images, labels, epochs=3)
        took = time.time() - begin
        answer[neurons] = {
            "loss": h.history["loss"][0],
            "accuracy": h.history["accuracy"][0],
            "parameters": m.count_params(),
            "seconds": took,
        }
    return answer
