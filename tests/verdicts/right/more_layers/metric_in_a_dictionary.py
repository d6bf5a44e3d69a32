# verdict: full
# why: the metric in a dictionary
import tensorflow as tf


def build_deeper_model():
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [
            layers.Flatten(),
            layers.Dense(300, activation="relu"),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics={"out": "accuracy"})
    return model
