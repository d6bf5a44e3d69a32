# verdict: full
# why: a contextmanager clock from another cell, one-hot targets inside an own loss class; the output suits that loss
# %%
import contextlib
import time

import tensorflow as tf


@contextlib.contextmanager
def clock(row, key="seconds"):
    start = time.time()
    yield row
    row[key] = time.time() - start


class OneHotCrossentropy(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        hot = tf.one_hot(tf.cast(tf.reshape(y_true, [-1]), tf.int32), 10)
        return tf.keras.losses.categorical_crossentropy(hot, y_pred)

# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss=OneHotCrossentropy(), metrics=["accuracy"])
    return net

# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    rows = {width: {} for width in widths}
    for width, row in rows.items():
        net = build_model(width)
        with clock(row):
            past = net.fit(images, labels, epochs=3, verbose=0)
        row["loss"] = past.history["loss"].pop()
        row["accuracy"] = past.history["accuracy"].pop()
        row["parameters"] = net.count_params()
    return rows
