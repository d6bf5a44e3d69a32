# verdict: full
# why: labels become one-hot rows for categorical_crossentropy, RMSprop, layers added one by one; optimiser and loss are the student's choice
import numpy as np
import tensorflow as tf


def one_hot_rows(classes):
    return np.eye(10, dtype="float32")[classes]


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    pixels = images.astype("float32")
    if scaled:
        pixels = pixels / 255

    network = tf.keras.models.Sequential()
    network.add(tf.keras.Input((28, 28)))
    network.add(tf.keras.layers.Flatten())
    for width in neurons:
        network.add(tf.keras.layers.Dense(width, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="rmsprop", loss="categorical_crossentropy")
    training = network.fit(pixels, one_hot_rows(labels), batch_size=32, epochs=epochs, verbose=0)
    return training.history
