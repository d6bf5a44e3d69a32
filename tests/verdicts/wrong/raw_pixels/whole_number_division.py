# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: pixels must be scaled to lie between 0 and 1; // makes all but the value 255 zero, the pictures are gone
# keeps: two new networks, 3 epochs, the raw losses, the form of the result, the caller's arrays stay
# why: // instead of /
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    both = {"raw": images, "scaled": images // 255}
    losses = {}
    for name, pixels in both.items():
        net = tf.keras.Sequential()
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(128, activation="relu"))
        net.add(tf.keras.layers.Dense(10, activation="softmax"))
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        history = net.fit(pixels, labels, epochs=3)
        losses[name] = history.history["loss"]
        print(name, losses[name])
    return losses
