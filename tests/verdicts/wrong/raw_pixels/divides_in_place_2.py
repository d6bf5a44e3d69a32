# verdict: less
# fails: the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: it returns nothing for whole-number pixels: `/=` on such an array raises an error (and it would change the caller's array)
# keeps: nothing
# why: `pixels = images` was thought to be a copy
import tensorflow as tf


def build_scaling_net():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = build_scaling_net().fit(images, labels, epochs=3, verbose=0)
    pixels = images
    pixels /= 255.0
    scaled = build_scaling_net().fit(pixels, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
