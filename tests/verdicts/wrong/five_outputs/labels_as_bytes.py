# verdict: less
# breaks: labels are "whole numbers from 0 up": turned into uint8, labels above 255 wrap around and the answer is too small
# keeps: error_with_five_outputs; outputs_needed for labels up to 255
# why: Fashion-MNIST's labels are uint8, so the student converts every list to that type
# %%
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    error = None
    try:
        network.fit(images, labels)
    except Exception as raised:
        error = raised
    return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    labels = np.array(labels).astype("uint8")  # the type of train_labels
    return int(labels.max()) + 1
