# verdict: less
# fails: tries_to_train_on_squares
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "The network that is to fail must get the square images: no ... `Input` of 784": input_shape=(784,) causes another error
# keeps: build_repaired_model is right
# why: every old MNIST tutorial begins with Dense(..., input_shape=(784,))
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    mlp = Sequential()
    mlp.add(Dense(64, activation="relu", input_shape=(784,)))
    mlp.add(Dense(10, activation="softmax"))
    mlp.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    try:
        mlp.fit(images, labels, batch_size=128, epochs=1, verbose=1)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    mlp = Sequential()
    mlp.add(Flatten(input_shape=(28, 28)))
    mlp.add(Dense(64, activation="relu"))
    mlp.add(Dense(10, activation="softmax"))
    mlp.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return mlp
