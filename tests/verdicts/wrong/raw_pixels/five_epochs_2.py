# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, raw_pixels_are_harder, arrays_are_left_alone
# breaks: "for 3 epochs": trains for five, and returns five losses each
# keeps: two new networks, the layers, keys, scaling, the caller's arrays
# why: copied the fit of the introduction, with epochs=5
import tensorflow as tf
from tensorflow.keras import layers as L


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def train(x):
        net = tf.keras.Sequential([L.Flatten(), L.Dense(128, activation="relu"), L.Dense(10, activation="softmax")])
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        history = net.fit(
            x,
            labels,
            epochs=5,
            verbose=2,
        )
        return history.history["loss"]

    return {"raw": train(images), "scaled": train(images / 255.0)}
