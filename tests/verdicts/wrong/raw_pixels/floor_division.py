# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: "pixels scaled to lie between 0 and 1": `//` makes nearly all of them 0, the picture is lost
# keeps: the raw losses, the form of the result, new networks, the caller's arrays
# why: `//` in place of `/`
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def make():
        m = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        return m

    raw_model = make()
    raw_history = raw_model.fit(images, labels, epochs=3)
    scaled_model = make()
    scaled_history = scaled_model.fit(images // 255, labels, epochs=3)
    return {"raw": raw_history.history["loss"], "scaled": scaled_history.history["loss"]}
