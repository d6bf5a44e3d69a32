# verdict: full
# why: a callback takes the time between on_train_begin and on_train_end; parameters are summed over the weights

# %%
import time

import numpy as np
import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    """How long did the training take?"""

    def on_train_begin(self, logs=None):
        self.begin = time.time()

    def on_train_end(self, logs=None):
        self.seconds = time.time() - self.begin


# %%
def number_of_weights(network):
    return sum(int(np.prod(w.shape)) for w in network.weights)


# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(neurons, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = dict()
    for width in widths:
        watch = Stopwatch()
        network = build_model(width)
        run = network.fit(images, labels, epochs=3, callbacks=[watch], verbose=0)
        table[width] = {key: run.history[key][2] for key in ("loss", "accuracy")}
        table[width]["parameters"] = number_of_weights(network)
        table[width]["seconds"] = watch.seconds
    return table


# %%
results = compare_widths([16, 64], train_images[:600], train_labels[:600])
for width, result in results.items():
    print(width, result)
