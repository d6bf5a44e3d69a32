# verdict: full
# why: the functional way, with tf.nn.relu as a function and an explicit linear output; still a Keras model of three Dense layers
import keras
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    inputs = keras.Input(shape=(784,), name="pixels")
    x = keras.layers.Dense(units=256, activation=tf.nn.relu)(inputs)
    x = keras.layers.Dense(units=128, activation=tf.nn.relu)(x)
    outputs = keras.layers.Dense(units=10, activation="linear", name="classes")(x)
    return keras.Model(inputs=inputs, outputs=outputs)
