# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: must return a **new** model; the cache builds it once, and every call returns that same object
# keeps: compiled, two hidden layers with activations, metric accuracy, it trains
# why: an lru_cache "so that it is not built twice"
from functools import lru_cache

import tensorflow as tf


@lru_cache(maxsize=None)
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
