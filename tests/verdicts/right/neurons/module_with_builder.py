# verdict: full
# why: the network is built by a module that a %%writefile cell writes; imported under a short name

# %%
%%writefile fashion_networks.py
"""Networks for the Fashion-MNIST notebook."""
import tensorflow as tf

LOSS = "sparse_categorical_crossentropy"


def one_hidden_layer(neurons, optimizer):
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer=optimizer, loss=LOSS, metrics=["accuracy"])
    return network

# %%
from time import perf_counter

import fashion_networks as fn


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    return fn.one_hidden_layer(neurons, optimizer="adam")


# %%
def train_one(width, images, labels):
    net = build_model(width)
    before = perf_counter()
    h = net.fit(images, labels, epochs=3, batch_size=32, verbose=0)
    after = perf_counter()
    return dict(
        loss=h.history["loss"][-1],
        accuracy=h.history["accuracy"][-1],
        parameters=net.count_params(),
        seconds=after - before,
    )


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: train_one(width, images, labels) for width in widths}
