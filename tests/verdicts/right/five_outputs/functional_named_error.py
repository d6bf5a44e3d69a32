# verdict: full
# why: functional style, catches just TensorFlow's own class of error and keeps it under another name past the block
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    caught = None
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    network = tf.keras.Model(inputs, outputs)
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    try:
        network.fit(images, labels, epochs=5, verbose=0)
    except tf.errors.InvalidArgumentError as problem:
        caught = problem
    return caught


def outputs_needed(labels):
    # np.unique sorts, so the largest label is the last one
    return int(np.unique(labels)[-1]) + 1
