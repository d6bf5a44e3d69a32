# verdict: full
# why: a table of 256 float32 values, indexed by the pixels themselves, is the scaled copy; the pixels are whole numbers 0 to 255
import numpy as np
import tensorflow as tf

SHARE_OF_255 = np.linspace(0.0, 1.0, 256, dtype=np.float32)


def losses_of_new_network(pixels, labels):
    inputs = tf.keras.Input(shape=pixels.shape[1:])
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    network = tf.keras.Model(inputs, outputs)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": losses_of_new_network(images, labels),
        "scaled": losses_of_new_network(SHARE_OF_255[images], labels),
    }
