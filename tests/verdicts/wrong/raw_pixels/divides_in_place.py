# verdict: less
# fails: the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: returns no dictionary: `images /= 255.0` on a whole-number array raises UFuncTypeError (and would have changed the caller's array)
# keeps: nothing
# why: in-place division, which works in the introduction's style only for floats
import tensorflow as tf


def scaling_net():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = scaling_net().fit(images, labels, epochs=3, verbose=0)
    images /= 255.0
    scaled = scaling_net().fit(images, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
