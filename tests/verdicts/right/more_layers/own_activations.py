# verdict: full
# why: activations of the student's own, one a function and one an object with __call__; Keras takes any callable
import tensorflow as tf


def capped(values):
    """ReLU with a ceiling."""
    return tf.clip_by_value(values, 0.0, 6.0)


class Leaky:
    def __init__(self, slope):
        self.slope = slope

    def __call__(self, values):
        return tf.maximum(values, self.slope * values)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(
        (
            tf.keras.layers.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(300, activation=capped),
            tf.keras.layers.Dense(100, activation=Leaky(0.1)),
            tf.keras.layers.Dense(50, activation=lambda v: v * tf.sigmoid(v)),
            tf.keras.layers.Dense(10, activation=tf.nn.softmax),
        )
    )
    network.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
    return network
