# verdict: less
# breaks: "at least two hidden Dense layers between Flatten and the output": the output is connected to the first hidden layer, so the second is no part of the model
# keeps: new compiled model that learns, one hidden layer, output, metric
# why: forgot to change the argument of the last line after inserting a layer
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input(shape=(28, 28))
    flat = tf.keras.layers.Flatten()(inputs)
    first = tf.keras.layers.Dense(512, activation="relu")(flat)
    second = tf.keras.layers.Dense(256, activation="relu")(first)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(first)
    network = tf.keras.Model(inputs, outputs)
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network
