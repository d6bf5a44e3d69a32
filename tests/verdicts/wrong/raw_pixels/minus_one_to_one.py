# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: pixels must be "scaled to lie between 0 and 1"; these lie between -1 and 1
# keeps: the raw losses are right; keys, lengths, new networks, arguments left alone
# why: copied the scaling (x - 127.5) / 127.5 from another tutorial
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def train_on(x):
        m = tf.keras.Sequential()
        m.add(tf.keras.layers.Flatten())
        m.add(tf.keras.layers.Dense(128, activation="relu"))
        m.add(tf.keras.layers.Dense(10, activation="softmax"))
        m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        return m.fit(x, labels, epochs=3, verbose=0).history["loss"]

    return {
        "raw": train_on(images),
        "scaled": train_on((images.astype("float32") - 127.5) / 127.5),
    }
