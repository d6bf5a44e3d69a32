# verdict: full
# why: functional API; the exception is kept under a second name because the first one is gone after the block
import tensorflow as tf
from tensorflow import keras


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(64, activation="relu")(x)
    outputs = keras.layers.Dense(5, activation="softmax")(x)
    net5 = keras.Model(inputs, outputs)
    net5.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")

    problem = None
    try:
        net5.fit(images, labels, epochs=1, batch_size=64, verbose=0)
    except Exception as error:
        problem = error
        print("Training failed:", type(error).__name__)
    return problem


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    in_order = sorted(labels)
    return int(in_order[-1]) + 1
