# verdict: full
# why: a minimalist: the whole comparison is one dictionary comprehension over a helper
import time

import tensorflow as tf

D = tf.keras.layers.Dense


def build_model(neurons):
    m = tf.keras.Sequential([tf.keras.layers.Flatten(), D(neurons, "relu"), D(10, "softmax")])
    m.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def trained(m, x, y):
    t, h = time.perf_counter(), m.fit(x, y, epochs=3, verbose=0).history
    return {**{k: h[k][-1] for k in ("loss", "accuracy")}, "parameters": m.count_params(), "seconds": time.perf_counter() - t}


def compare_widths(widths, images, labels):
    return {n: trained(build_model(n), images, labels) for n in widths}
