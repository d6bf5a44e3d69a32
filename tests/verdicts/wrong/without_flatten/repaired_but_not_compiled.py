# verdict: less
# fails: repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: "returns a new, compiled model that does train": compile is missing, so fit raises
# keeps: error_without_flatten is right
# why: repaired the layers and stopped there
import keras
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = keras.Sequential()
    net.add(keras.layers.Dense(64, activation="relu"))
    net.add(keras.layers.Dense(10, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    try:
        net.fit(images, labels, epochs=1)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = keras.Sequential()
    net.add(keras.layers.Flatten())
    net.add(keras.layers.Dense(64, activation="relu"))
    net.add(keras.layers.Dense(10, activation="softmax"))
    return net
