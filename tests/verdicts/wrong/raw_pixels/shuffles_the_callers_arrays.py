# verdict: less
# fails: arrays_are_left_alone
# passes: labels_stay_classes, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: "leave `images` and `labels` as they are": both arrays of the caller are shuffled in place
# keeps: both trainings, their losses, and the keys are right
# why: shuffled before training by assigning into the arguments, without copying first
import numpy as np
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    order = np.random.default_rng(0).permutation(len(images))
    images[:] = images[order]
    labels[:] = labels[order]
    losses = {}
    for name, factor in [("raw", 1), ("scaled", 1 / 255)]:
        m = tf.keras.Sequential([
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ])
        m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = m.fit(images * factor, labels, epochs=3, verbose=0).history["loss"]
    return losses
