# verdict: full
# why: a subclass of tf.keras.Model with its own `call`; it is a new compiled Keras model with Flatten, two hidden Dense layers and the output
import tensorflow as tf


class DeeperNetwork(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden_1 = tf.keras.layers.Dense(512, activation="relu")
        self.hidden_2 = tf.keras.layers.Dense(256, activation="relu")
        self.classes = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, inputs):
        x = self.flatten(inputs)
        x = self.hidden_1(x)
        x = self.hidden_2(x)
        return self.classes(x)


def build_deeper_model():
    network = DeeperNetwork()
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
