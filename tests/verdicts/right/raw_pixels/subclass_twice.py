# verdict: full
# why: the network as a subclass, one fresh instance a training; raw pixels go in as the integers that they are
import tensorflow as tf
from tensorflow.keras import layers


class PixelNet(tf.keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.flatten = layers.Flatten()
        self.hidden = layers.Dense(128, activation="relu")
        self.classify = layers.Dense(10, activation="softmax")

    def call(self, inputs):
        x = tf.cast(inputs, "float32")
        return self.classify(self.hidden(self.flatten(x)))


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    variants = {"raw": images, "scaled": images / 255.0}
    losses = {}
    for name, pixels in variants.items():
        net = PixelNet(name=name)
        net.compile(
            optimizer=tf.keras.optimizers.Adam(),
            loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        )
        losses[name] = net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return losses
