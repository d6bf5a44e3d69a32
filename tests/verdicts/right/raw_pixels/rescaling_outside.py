# verdict: full
# why: Keras's Rescaling is applied to the pixels before fit, not put into the network, so that both networks have the same layers
import numpy as np
import tensorflow as tf


class ScalingExperiment:
    """Trains a new network on any version of the pixels."""

    epochs = 3

    def __init__(self, labels):
        self.labels = labels

    @staticmethod
    def network():
        layers = tf.keras.layers
        net = tf.keras.Sequential(
            [layers.Flatten(), layers.Dense(128, "relu"), layers.Dense(10, "softmax")]
        )
        net.compile(
            optimizer=tf.keras.optimizers.Adam(),
            loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        )
        return net

    def losses(self, pixels):
        record = self.network().fit(pixels, self.labels, epochs=self.epochs, verbose=0)
        return list(record.history["loss"])


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    experiment = ScalingExperiment(labels)
    rescale = tf.keras.layers.Rescaling(1.0 / 255)
    scaled = np.asarray(rescale(images.astype("float32")))
    return dict(raw=experiment.losses(images), scaled=experiment.losses(scaled))
