# verdict: less
# breaks: outputs_needed must accept every label although "some classes may be missing": it stops counting at the first class that is missing
# keeps: error_with_five_outputs; outputs_needed where no class is missing
# why: counted upwards as long as the class occurs
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
    try:
        network.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    present = set(np.asarray(labels).tolist())
    outputs = 0
    while outputs in present:
        outputs += 1
    return outputs
