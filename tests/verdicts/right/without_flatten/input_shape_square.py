# verdict: full
# why: Dense with input_shape=(28, 28), an old habit that keeps the images square, and tf.nn activations
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = keras.Sequential()
    no_flatten.add(layers.Dense(64, input_shape=(28, 28), activation=tf.nn.relu))
    no_flatten.add(layers.Dense(10, activation=tf.nn.softmax))
    no_flatten.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    result = None
    try:
        no_flatten.fit(images, labels, epochs=1, verbose=2)
    except ValueError as error:
        result = error
    return result


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    with_flatten = keras.Sequential()
    with_flatten.add(layers.Flatten(input_shape=(28, 28)))
    with_flatten.add(layers.Dense(64, activation=tf.nn.relu))
    with_flatten.add(layers.Dense(10, activation=tf.nn.softmax))
    with_flatten.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return with_flatten
