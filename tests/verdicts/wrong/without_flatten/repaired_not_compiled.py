# verdict: less
# fails: repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: build_repaired_model must return a compiled model; compile is missing
# keeps: error_without_flatten is right; the repaired model has the right layers
# why: forgot the line with compile
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = tf.keras.Sequential([Dense(64, activation="relu"), Dense(10, activation="softmax")])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, epochs=1)
    except Exception as exception:
        return exception


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    network = tf.keras.Sequential(
        [Flatten(), Dense(64, activation="relu"), Dense(10, activation="softmax")]
    )
    print("the repaired network:", network)
    return network
