# verdict: full
# why: functional API folded together with functools.reduce, plain outputs with a loss that takes logits of one-hot labels, and a Rescaling layer in front in both cases, which multiplies by 1 when scaled is False

# %%
import functools

import numpy as np
import tensorflow as tf


def put_behind(tensor, size):
    return tf.keras.layers.Dense(size, activation=tf.nn.relu)(tensor)


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    factor = 1 / 255 if scaled else 1.0
    start = tf.keras.Input((28, 28))
    flat = tf.keras.layers.Flatten()(tf.keras.layers.Rescaling(factor)(start))
    end = tf.keras.layers.Dense(10)(functools.reduce(put_behind, neurons, flat))
    network = tf.keras.Model(start, end)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
    )
    one_hot_labels = np.eye(10, dtype="float32")[labels]
    return network.fit(
        images.astype("float32"), one_hot_labels, batch_size=32, epochs=epochs, verbose=0
    ).history
