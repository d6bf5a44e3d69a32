# verdict: less
# breaks: the other training is on scaled pixels; // leaves 0 for every pixel but those of exactly 255
# keeps: the raw training, form, arrays of the caller
# why: // in place of /
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
    result = {}
    result["raw"] = new_scaling_network().fit(images, labels, epochs=3).history["loss"]
    result["scaled"] = new_scaling_network().fit(images // 255, labels, epochs=3).history["loss"]
    return result
