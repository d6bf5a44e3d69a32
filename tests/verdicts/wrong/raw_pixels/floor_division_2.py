# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: "pixels scaled to lie between 0 and 1": whole-number division makes every pixel below 255 a 0, so the pictures are gone
# keeps: the raw losses, two new networks, three epochs, the form of the answer, the caller's arrays
# why: typed // as in Python code for indices
import tensorflow as tf


def make_and_fit(pixels, labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model.fit(pixels, labels, epochs=3, verbose=0)


def compare_scaling(images, labels):
    raw_history = make_and_fit(images, labels)
    scaled_history = make_and_fit(images // 255, labels)
    return {"raw": raw_history.history["loss"], "scaled": scaled_history.history["loss"]}
