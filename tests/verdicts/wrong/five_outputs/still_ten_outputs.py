# verdict: less
# breaks: "with five outputs in place of ten"; the network has ten outputs, trains without an error, and None is returned
# keeps: outputs_needed is right
# why: copied the network of the introduction and changed the wrong number
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model5.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model5.fit(images, labels, epochs=1)
    except Exception as e:
        return e


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    labels = np.array(labels)
    return int(labels.max()) + 1
