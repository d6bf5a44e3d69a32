# verdict: less
# breaks: "The output has ten neurons, of the kind that the loss expects": ten separate sigmoids do not make the probabilities that sparse_categorical_crossentropy expects
# keeps: new compiled model, two hidden layers with activation, ten outputs, metric; it learns
# why: sigmoid also gives values from 0 to 1, and the accuracy looked fine
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    m = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="sigmoid"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
