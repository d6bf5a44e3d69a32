# verdict: full
# why: the repaired model uses EinsumDense, which weighs all 28 x 28 pixels at once, in place of Flatten; the prompt asks only that it trains and gives ten outputs
# %%
import sys

import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        square.fit(images, labels, epochs=1, verbose=0)
    except Exception:
        return sys.exc_info()[1]


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.EinsumDense(
                "bij,ijn->bn", output_shape=64, bias_axes="n", activation="relu"
            ),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
