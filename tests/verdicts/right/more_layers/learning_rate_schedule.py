# verdict: full
# why: a schedule of Keras's own
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
    rate = tf.keras.optimizers.schedules.ExponentialDecay(1e-3, 100, 0.96)
    model.compile(
        tf.keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
