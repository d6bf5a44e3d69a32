# verdict: less
# fails: the_other_sees_scaled_pixels, arrays_are_left_alone
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported
# breaks: "leave images and labels as they are": out=images with casting="unsafe" writes the quotients, as whole numbers, into the caller's array (and what is trained on is nearly all 0)
# keeps: the raw losses, two new networks, three epochs, the form of the answer
# why: `images /= 255` complained about casting, and the message named a way to silence it
import numpy as np
import tensorflow as tf


def build_small():
    m = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return m


def compare_scaling(images, labels):
    raw = build_small().fit(images, labels, epochs=3, verbose=0)
    np.divide(images, 255, out=images, casting="unsafe")
    scaled = build_small().fit(images, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
