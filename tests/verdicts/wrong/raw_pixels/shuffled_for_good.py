# verdict: less
# fails: arrays_are_left_alone
# passes: both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: "leave `images` and `labels` as they are": both arrays of the caller are put in another order in place
# keeps: two new networks, three epochs, right losses in the dictionary
# why: shuffled by assigning to images[:] before training
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    order = np.random.default_rng(0).permutation(len(images))
    images[:] = images[order]
    labels[:] = labels[order]

    def train(pixels):
        net = tf.keras.Sequential(
            [
                tf.keras.Input((28, 28)),
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        return net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]

    return {"raw": train(images), "scaled": train(images / 255.0)}
