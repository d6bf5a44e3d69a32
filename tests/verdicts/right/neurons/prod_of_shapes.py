# verdict: full
# why: counts the parameters by hand with np.prod over get_weights; tf.keras under an alias; explicit batch size
import time

import numpy as np
import tensorflow as tf

K = tf.keras


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = K.Sequential()
    for layer in (
        K.layers.Flatten(),
        K.layers.Dense(units=neurons, activation=K.activations.relu),
        K.layers.Dense(units=10, activation=K.activations.softmax),
    ):
        m.add(layer)
    m.compile(optimizer=K.optimizers.Adam(), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    table = dict()
    for w in widths:
        m = build_model(w)
        tic = time.time()
        h = m.fit(x=images, y=labels, batch_size=32, epochs=3, verbose=0).history
        toc = time.time()
        n_params = 0
        for array in m.get_weights():
            n_params = n_params + int(np.prod(array.shape))
        table.update(
            {w: dict(loss=h["loss"][2], accuracy=h["accuracy"][2], parameters=n_params, seconds=toc - tic)}
        )
    return table
