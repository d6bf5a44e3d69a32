# verdict: full
# why: a subclassed model with a build method of its own, built with model.build as the prompt proposes; ReLU is applied in `call`
# %%
import tensorflow as tf


class ThreeLayers(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = tf.keras.layers.Dense(256)
        self.second = tf.keras.layers.Dense(128)
        self.last = tf.keras.layers.Dense(10)

    def build(self, input_shape):
        self.first.build(input_shape)
        self.second.build((None, 256))
        self.last.build((None, 128))
        self.built = True

    def call(self, rows):
        x = tf.nn.relu(self.first(rows))
        x = tf.nn.relu(self.second(x))
        return self.last(x)


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    network = ThreeLayers()
    network.build((None, 784))
    return network


# %%
assert build_network().count_params() == 785 * 256 + 257 * 128 + 129 * 10
