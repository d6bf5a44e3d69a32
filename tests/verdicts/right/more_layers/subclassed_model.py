# verdict: full
# why: a subclass of keras.Model, as in TensorFlow's tutorial for experts; it is a new compiled Keras model with two hidden Dense layers
import tensorflow as tf


class DeeperNet(tf.keras.Model):
    """Flatten, 512, 256, 10."""

    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.d1 = tf.keras.layers.Dense(512, activation="relu")
        self.d2 = tf.keras.layers.Dense(256, activation="relu")
        self.d3 = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        x = self.flatten(x)
        x = self.d1(x)
        x = self.d2(x)
        return self.d3(x)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = DeeperNet()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
