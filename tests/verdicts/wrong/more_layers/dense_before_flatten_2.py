# verdict: less
# breaks: "at least two hidden `Dense` layers between `Flatten` and the output": one of the two comes before Flatten
# keeps: compiled, new, ten outputs with softmax, the metric; it trains
# why: Flatten is moved behind the first Dense layer, which works, but row by row
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
