# verdict: less
# fails: losses_are_reported
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "the training loss of each epoch": only the last epoch's loss, a single number, is returned for each
# keeps: two new networks, trained three epochs on the right pixels
# why: thought that the final loss is the one to compare
import tensorflow as tf


class ScaleNet(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = tf.keras.layers.Dense(128, activation="relu")
        self.out = tf.keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(self.flatten(x)))


def final_loss(pixels, labels):
    net = ScaleNet()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(pixels, labels, epochs=3, verbose=0).history["loss"][-1]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": final_loss(images.astype("float32"), labels),
        "scaled": final_loss(images.astype("float32") / 255.0, labels),
    }
