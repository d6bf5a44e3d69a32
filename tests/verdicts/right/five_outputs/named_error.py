# verdict: full
# why: catches exactly TensorFlow's InvalidArgumentError; the largest label is found by a loop
import tensorflow as tf
from tensorflow.keras import layers


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.models.Sequential()
    net.add(layers.Input(shape=(28, 28)))
    net.add(layers.Flatten())
    net.add(layers.Dense(64, activation="relu"))
    net.add(layers.Dense(5, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error
    return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    largest = 0
    for label in labels:
        if label > largest:
            largest = int(label)
    return largest + 1
