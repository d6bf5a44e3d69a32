# verdict: less
# fails: the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: "leave images and labels as they are"; and dividing a whole-number array in place raises a TypeError, so nothing is returned
# keeps: nothing, the function never returns
# why: images /= 255.0 is fine with floats, and the tutorial had floats
import tensorflow as tf


def small_network():
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = small_network().fit(images, labels, epochs=3, verbose=0)
    images /= 255.0
    scaled = small_network().fit(images, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
