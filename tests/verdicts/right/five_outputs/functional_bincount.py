# verdict: full
# why: functional network; bincount has one place for each class from 0 to the largest
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    network = tf.keras.Model(inputs, outputs)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    caught = None
    try:
        network.fit(images, labels, epochs=2, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        caught = error
    return caught


def outputs_needed(labels):
    return len(np.bincount(np.asarray(labels, dtype=np.int64)))
