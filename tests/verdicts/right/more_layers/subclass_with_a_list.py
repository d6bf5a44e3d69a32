# verdict: full
# why: a subclass of Model with its hidden layers in a list; new and compiled on every call, and Keras trains it as any other
# %%
import tensorflow as tf


class DeeperNetwork(tf.keras.Model):
    def __init__(self, widths):
        super().__init__()
        self.flat = tf.keras.layers.Flatten()
        self.hidden = [tf.keras.layers.Dense(width, activation="relu") for width in widths]
        self.answer = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, images):
        values = self.flat(images)
        for layer in self.hidden:
            values = layer(values)
        return self.answer(values)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = DeeperNetwork([512, 256])
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
