# verdict: less
# breaks: "The model must be built when you return it: all its weights are there"
# keeps: sizes and activations of the layers; right once rows have gone through it
# why: no Input and no build, since Keras finds out the shape by itself at the first images
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Dense(256, activation="relu"))
    model.add(tf.keras.layers.Dense(128, activation="relu"))
    model.add(tf.keras.layers.Dense(10))
    return model
