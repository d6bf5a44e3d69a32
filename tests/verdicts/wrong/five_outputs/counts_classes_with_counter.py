# verdict: less
# breaks: outputs_needed with missing classes: [0, 2] needs three outputs, this returns two
# keeps: error_with_five_outputs; outputs_needed where no class is missing
# why: the student counts the different classes instead of looking at the largest
from collections import Counter

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
    try:
        network.fit(images, labels)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(Counter(int(label) for label in labels))
