# verdict: less
# fails: has_two_hidden_layers
# passes: output_fits_the_loss, reports_accuracy, classifies_unseen_images
# why: both hidden layers stand before Flatten
"""256 more neurons between the 512 and the output."""

import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
