# verdict: full
# why: the scaled training comes first, and the pixels are scaled by a table with 256 places instead of a division
import numpy as np
import tensorflow as tf

GREYS = np.linspace(0, 1, 256, dtype=np.float32)


class Experiment:
    """Trains one new network when it is called."""

    def __init__(self, labels):
        self.labels = labels

    def __call__(self, pixels):
        tf.keras.utils.set_random_seed(5)
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation=tf.nn.relu),
                tf.keras.layers.Dense(10, activation=tf.nn.softmax),
            ]
        )
        network.compile(
            loss=tf.keras.losses.SparseCategoricalCrossentropy(), optimizer=tf.keras.optimizers.Adam()
        )
        return network.fit(pixels, self.labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    run = Experiment(labels)
    results = {"scaled": run(GREYS[images])}
    results["raw"] = run(images)
    return results
