# verdict: full
# why: the time is taken by a callback from the beginning of training to its end; parameters are summed over the arrays of weights
import time

import numpy as np
import tensorflow as tf


class TrainingClock(tf.keras.callbacks.Callback):
    seconds = 0.0

    def on_train_begin(self, logs=None):
        self.began = time.monotonic()

    def on_train_end(self, logs=None):
        self.seconds = time.monotonic() - self.began


def build_model(neurons):
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(neurons, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    model = tf.keras.Model(inputs, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    answer = {}
    for width in widths:
        network, clock = build_model(width), TrainingClock()
        series = network.fit(images, labels, epochs=3, callbacks=[clock], verbose=0).history
        answer[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": int(sum(np.size(array) for array in network.get_weights())),
            "seconds": clock.seconds,
        }
    return answer
