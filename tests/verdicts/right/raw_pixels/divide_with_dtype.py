# verdict: full
# why: np.divide with dtype=float32 makes the scaled copy in one step; a dict comprehension over the two variants
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def train(pixels):
        tf.keras.utils.set_random_seed(7)  # the same start for both: a fair comparison
        net = tf.keras.Sequential()
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(128, activation="relu"))
        net.add(tf.keras.layers.Dense(10, activation="softmax"))
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        return net.fit(pixels, labels, epochs=3, verbose=2).history["loss"]

    variants = {"raw": images, "scaled": np.divide(images, 255, dtype=np.float32)}
    return {name: [float(loss) for loss in train(pixels)] for name, pixels in variants.items()}
