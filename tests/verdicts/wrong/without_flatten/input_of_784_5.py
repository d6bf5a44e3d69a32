# verdict: less
# fails: tries_to_train_on_squares
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: the network that is to fail must have "no `Input` of 784"; this error comes from the wrong input shape, not from the missing Flatten
# keeps: build_repaired_model is right; what is returned is a caught exception
# why: copied the Input line of an older network
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    m = tf.keras.Sequential([
        tf.keras.Input(shape=(784,)),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
