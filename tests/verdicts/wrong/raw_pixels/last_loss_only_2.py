# verdict: less
# fails: losses_are_reported
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "a dictionary with the training loss of each epoch": each value is one number, the loss of the last epoch
# keeps: both trainings, keys, the caller's arrays
# why: mixed it up with the exercise about widths, where the last one is asked for
import numpy as np
import tensorflow as tf


def final_loss(pixels, labels):
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = net.fit(pixels, labels, epochs=3, verbose=0)
    return history.history["loss"][-1]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    scaled_images = images.astype(np.float32) / 255.0
    return {"raw": final_loss(images, labels), "scaled": final_loss(scaled_images, labels)}
