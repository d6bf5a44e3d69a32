# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, losses_are_reported, arrays_are_left_alone
# breaks: "each time a new network": the network that has learned from raw pixels goes on with the scaled ones
# keeps: layers, three losses each, keys, the caller's arrays, the raw training
# why: believed that fit starts afresh each time, as in scikit-learn
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    losses = {}
    losses["raw"] = network.fit(images, labels, epochs=3, verbose=0).history["loss"]
    losses["scaled"] = network.fit(images / 255.0, labels, epochs=3, verbose=0).history["loss"]
    return losses
