# verdict: full
# why: the activation of each hidden layer is a ReLU layer of its own right behind it; that is the same function
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential(name="deeper")
    net.add(layers.Flatten())
    for width in [512, 256]:
        net.add(layers.Dense(width))
        net.add(layers.ReLU())
    net.add(layers.Dense(10))
    net.add(layers.Softmax())
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
