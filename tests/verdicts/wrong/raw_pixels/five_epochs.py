# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, arrays_are_left_alone
# breaks: "for **3 epochs**": trains five, and returns five losses each
# keeps: raw and scaled the right way round, new networks, arrays untouched
# why: copied epochs=5 from the introduction
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    for name, pixels in [("raw", images), ("scaled", images / 255.0)]:
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(
            optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )
        losses[name] = net.fit(pixels, labels, epochs=5, verbose=0).history["loss"]
    return losses
