# verdict: full
# why: the activations are layers of their own behind each Dense, which gives every hidden layer its activation function
import tensorflow as tf
from tensorflow.keras.layers import Activation, Dense, Flatten, ReLU


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    m = tf.keras.Sequential(name="deeper")
    m.add(Flatten())
    m.add(Dense(512))
    m.add(ReLU())
    m.add(Dense(256))
    m.add(Activation("relu"))
    m.add(Dense(10))
    m.add(Activation("softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
