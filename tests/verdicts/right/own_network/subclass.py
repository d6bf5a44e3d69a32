# verdict: full
# why: a model class of its own that builds its three Dense layers in build(), and is built before it is returned
# %%
import tensorflow as tf


class ClothesNetwork(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = tf.keras.layers.Dense(256, activation="relu")
        self.second = tf.keras.layers.Dense(128, activation="relu")
        self.last = tf.keras.layers.Dense(10)

    def build(self, input_shape):
        self.first.build((None, 784))
        self.second.build((None, 256))
        self.last.build((None, 128))

    def call(self, rows):
        return self.last(self.second(self.first(rows)))


# %%
def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    network = ClothesNetwork()
    network.build((None, 784))
    return network
