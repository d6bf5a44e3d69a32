# verdict: full
# why: a subclass of Model that builds its own layers in build(); the prompt wants a built Keras model and does not say Sequential
import tensorflow as tf


class ByHandNetwork(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden_1 = tf.keras.layers.Dense(256)
        self.hidden_2 = tf.keras.layers.Dense(128)
        self.out = tf.keras.layers.Dense(10)

    def build(self, input_shape):
        self.hidden_1.build((None, 784))
        self.hidden_2.build((None, 256))
        self.out.build((None, 128))
        self.built = True

    def call(self, rows):
        x = tf.nn.relu(self.hidden_1(rows))
        x = tf.nn.relu(self.hidden_2(x))
        return self.out(x)


def build_network():
    network = ByHandNetwork()
    network.build((None, 784))
    return network
