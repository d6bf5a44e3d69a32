# verdict: less
# breaks: "Every hidden layer needs an activation function": the third hidden layer has none
# keeps: new compiled model, more than two hidden layers, output, metric; it learns
# why: copied the line and forgot the activation
import tensorflow as tf
from tensorflow.keras import layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential()
    net.add(layers.Flatten())
    net.add(layers.Dense(512, activation="relu"))
    net.add(layers.Dense(256, activation="relu"))
    net.add(layers.Dense(64))
    net.add(layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
