# verdict: full
# why: the exception comes from sys.exc_info; the repaired network has Reshape in place of Flatten, and logits with the fitting loss
# %%
import sys

import tensorflow as tf


# %%
def error_without_flatten(images, labels):
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Dense(64))
    network.add(tf.keras.layers.Activation("relu"))
    network.add(tf.keras.layers.Dense(10))
    network.add(tf.keras.layers.Activation("softmax"))
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        network.fit(images, labels, batch_size=100, verbose=0)
    except ValueError:
        return sys.exc_info()[1]
    raise AssertionError("this network should not train")


# %%
def build_repaired_model():
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Reshape((28 * 28,)))
    network.add(tf.keras.layers.Dense(64, activation="relu"))
    network.add(tf.keras.layers.Dense(10))
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    network.compile("adam", loss, metrics=["accuracy"])
    return network
