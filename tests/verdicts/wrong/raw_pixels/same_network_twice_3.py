# verdict: less
# breaks: "each time a new network": the raw training goes on with the network that the scaled pixels have trained
# keeps: form, epochs, losses of the scaled pixels
# why: built the network once and called fit twice
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
    network = new_scaling_network()
    scaled = network.fit(images / 255.0, labels, epochs=3, verbose=0).history["loss"]
    raw = network.fit(images, labels, epochs=3, verbose=0).history["loss"]
    return {"raw": raw, "scaled": scaled}
