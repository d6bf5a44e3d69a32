# verdict: less
# breaks: "Every hidden layer needs an activation function": the second hidden layer is merely called relu, its activation is linear
# keeps: two hidden Dense layers, output, loss, metric; it trains
# why: name="relu" in place of activation="relu"
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.models.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(512, activation="relu"))
    network.add(tf.keras.layers.Dense(256, name="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
