# verdict: full
# why: a subclass of tf.keras.Model with its layers as attributes; it is a new, compiled Keras model with two hidden Dense layers
import tensorflow as tf


class DeeperNet(tf.keras.Model):
    """Flatten, 512, 256, ten answers."""

    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.first_hidden = tf.keras.layers.Dense(512, activation="relu")
        self.second_hidden = tf.keras.layers.Dense(256, activation="relu")
        self.answer = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, images):
        x = self.flatten(images)
        x = self.first_hidden(x)
        x = self.second_hidden(x)
        return self.answer(x)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = DeeperNet()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
