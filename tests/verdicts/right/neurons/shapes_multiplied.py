# verdict: full
# why: functional network of a physicist, and the parameters are counted by multiplying the shapes of the weights
import time

import numpy as np
import tensorflow as tf


def build_model(neurons):
    x = tf.keras.Input(shape=(28, 28), dtype="float32")
    v = tf.keras.layers.Flatten()(x)
    h = tf.keras.layers.Dense(int(neurons), activation=tf.nn.relu)(v)
    p = tf.keras.layers.Dense(10, activation=tf.nn.softmax)(h)
    net = tf.keras.Model(x, p)
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return net


def degrees_of_freedom(net):
    return int(sum(np.prod(w.shape) for w in net.get_weights()))


def compare_widths(widths, images, labels):
    out = dict()
    for n in widths:
        net = build_model(n)
        t0 = time.perf_counter()
        hist = net.fit(np.asarray(images), np.asarray(labels), epochs=3, verbose=0)
        dt = time.perf_counter() - t0
        out[n] = dict(
            loss=hist.history["loss"][2],
            accuracy=hist.history["accuracy"][2],
            parameters=degrees_of_freedom(net),
            seconds=dt,
        )
    return out
