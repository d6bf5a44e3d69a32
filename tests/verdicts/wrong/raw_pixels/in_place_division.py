# verdict: less
# fails: the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: must return the losses; `images /= 255.0` on a whole-number array raises a casting error (and would change the caller's array)
# keeps: nothing
# why: shorthand /= in place of a new array
import tensorflow as tf


def build_for_pixels():
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_history = build_for_pixels().fit(images, labels, epochs=3, verbose=0)
    images /= 255.0
    scaled_history = build_for_pixels().fit(images, labels, epochs=3, verbose=0)
    return {"raw": raw_history.history["loss"], "scaled": scaled_history.history["loss"]}
