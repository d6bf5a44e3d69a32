# verdict: full
# why: ReLU as layers of their own (they learn nothing), added in a loop, and model.build instead of an Input
import tensorflow as tf
from tensorflow.keras import layers


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    model = tf.keras.Sequential(name="by_hand")
    for neurons in (256, 128):
        model.add(layers.Dense(neurons))
        model.add(layers.ReLU())
    model.add(layers.Dense(10))
    model.build((None, 784))
    return model
