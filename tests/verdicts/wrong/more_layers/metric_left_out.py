# verdict: less
# breaks: "Compile the model with the metric `accuracy`"; compile has no metrics, so training reports the loss only
# keeps: new and compiled, two hidden layers with activation, output and loss; it trains
# why: shortened the compile line
import tensorflow as tf


def dense_relu(units):
    return tf.keras.layers.Dense(units, activation="relu")


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deep = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            dense_relu(512),
            dense_relu(256),
            dense_relu(128),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deep.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return deep
