# verdict: full
# why: the hidden part is a model inside the model, with ReLU as its own layers; 256, 128 and 10 neurons in order, nothing else is learnt
import tensorflow as tf


def hidden_part():
    part = tf.keras.Sequential([tf.keras.Input((784,))], name="hidden_part")
    for width in (256, 128):
        part.add(tf.keras.layers.Dense(width, activation="linear"))
        part.add(tf.keras.layers.Activation("relu"))
    return part


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    rows = tf.keras.Input(shape=(784,), dtype="float32")
    outputs = tf.keras.layers.Dense(10, activation=None, name="outputs")(hidden_part()(rows))
    return tf.keras.Model(rows, outputs)
