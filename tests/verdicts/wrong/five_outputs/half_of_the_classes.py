# verdict: less
# breaks: "with five outputs in place of ten": the network has half as many outputs as there are classes among the labels, which is five only when all ten occur
# keeps: outputs_needed; the exception where the labels hold ten (or eleven) classes
# why: read five as "half of the classes" and computed it
# %%
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    half = len(set(np.asarray(labels).tolist())) // 2  # 5 of 10
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(half, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, epochs=1)
    except tf.errors.InvalidArgumentError as error:
        return error
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
