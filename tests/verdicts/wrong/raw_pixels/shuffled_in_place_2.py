# verdict: less
# breaks: "leave images and labels as they are": both arrays of the caller are put in another order
# keeps: both trainings and their losses; image and label stay together
# why: shuffled with np.random.shuffle, twice from the same seed, which works in place
import numpy as np
import tensorflow as tf


def new_scaling_network():
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    np.random.seed(7)
    np.random.shuffle(images)
    np.random.seed(7)
    np.random.shuffle(labels)
    losses = {}
    for name, pixels in [("raw", images), ("scaled", images / 255.0)]:
        history = new_scaling_network().fit(pixels, labels, epochs=3, verbose=0)
        losses[name] = history.history["loss"]
    return losses
