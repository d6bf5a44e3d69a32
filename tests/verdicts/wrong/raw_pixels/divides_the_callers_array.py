# verdict: less
# fails: the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: must leave images as they are and return a dictionary; "images /= 255.0" on whole numbers raises a casting error
# keeps: nothing, the function crashes after the raw training
# why: in-place division of an integer array
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}

    model_raw = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model_raw.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    losses["raw"] = model_raw.fit(images, labels, epochs=3).history["loss"]

    images /= 255.0

    model_scaled = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model_scaled.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    losses["scaled"] = model_scaled.fit(images, labels, epochs=3).history["loss"]

    return losses
