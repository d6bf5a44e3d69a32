# verdict: less
# breaks: the output must be "of the kind that the loss expects": ten sigmoid outputs, which do not add up to 1, go into sparse_categorical_crossentropy
# keeps: new compiled model, two hidden layers with ReLU, ten outputs, metric; its largest output still tends to be right
# why: took sigmoid for "a value between 0 and 1" and left the loss
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="sigmoid"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
