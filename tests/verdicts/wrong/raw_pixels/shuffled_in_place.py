# verdict: less
# breaks: "The arrays belong to the caller: leave `images` and `labels` as they are": shuffles both in place (in the same order, so the training is fine)
# keeps: two new networks, layers, epochs, losses of both
# why: mixes the images before training and did not think of whose array it is
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    # the same seed, so that images and labels stay together
    np.random.default_rng(7).shuffle(images)
    np.random.default_rng(7).shuffle(labels)

    losses = {}
    for name, divisor in [("raw", 1), ("scaled", 255)]:
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        pixels = images / divisor
        losses[name] = net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return losses
