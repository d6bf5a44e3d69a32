# verdict: full
# why: a dataclass describes each experiment and runs itself; a module-level list holds both
from dataclasses import dataclass

import tensorflow as tf


@dataclass
class ScalingExperiment:
    name: str
    divisor: float = 1.0
    epochs: int = 3
    neurons: int = 128

    def network(self):
        result = tf.keras.Sequential()
        result.add(tf.keras.layers.Input((28, 28)))
        result.add(tf.keras.layers.Flatten())
        result.add(tf.keras.layers.Dense(self.neurons, activation="relu"))
        result.add(tf.keras.layers.Dense(10, activation="softmax"))
        result.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
        return result

    def run(self, images, labels):
        pixels = images.astype("float32") / self.divisor
        return self.network().fit(pixels, labels, epochs=self.epochs).history["loss"]


SCALING_EXPERIMENTS = [ScalingExperiment("raw"), ScalingExperiment("scaled", divisor=255.0)]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {e.name: e.run(images, labels) for e in SCALING_EXPERIMENTS}
