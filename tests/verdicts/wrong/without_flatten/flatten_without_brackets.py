# verdict: less
# fails: repaired_model_has_ten_outputs, repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: build_repaired_model must return a model; `Flatten` without () is a class and no layer, so Sequential raises
# keeps: error_without_flatten is right
# why: forgot the brackets
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    layers = [
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
    m = tf.keras.Sequential(layers)
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten,
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
