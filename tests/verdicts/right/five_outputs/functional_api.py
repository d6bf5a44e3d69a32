# verdict: full
# why: functional API with an Input of 28x28 and sgd; the prompt fixes the layers and the loss, not the way to write them
import tensorflow as tf
from tensorflow import keras


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(64, activation="relu")(x)
    outputs = keras.layers.Dense(5, activation="softmax")(x)
    net = keras.Model(inputs, outputs)
    net.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    caught = None
    try:
        net.fit(images, labels, batch_size=64, epochs=2)
    except Exception as error:
        caught = error
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return max(int(label) for label in labels) + 1
