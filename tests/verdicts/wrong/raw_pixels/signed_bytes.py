# verdict: less
# breaks: one training is on "the raw pixels"; as int8 all pixels above 127 become negative
# keeps: the scaled training, form, arrays of the caller
# why: wanted a small whole-number type and forgot the u of uint8
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
    raw_pixels = images.astype("int8")
    scaled_pixels = images.astype("float32") / 255
    raw = new_scaling_network().fit(raw_pixels, labels, epochs=3, verbose=0)
    scaled = new_scaling_network().fit(scaled_pixels, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
