# verdict: less
# fails: one_network_sees_raw_pixels, raw_pixels_are_harder
# passes: the_other_sees_scaled_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "once on the raw pixels": images is overwritten by the scaled pixels before both trainings
# keeps: two new networks, 3 epochs, the scaled losses, the form of the result, the caller's array stays
# why: the same name used for the scaled images, too early
import tensorflow as tf


def scaling_model():
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(128, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    images = images / 255.0
    raw_model = scaling_model()
    raw_history = raw_model.fit(images, labels, epochs=3)
    scaled_model = scaling_model()
    scaled_history = scaled_model.fit(images, labels, epochs=3)
    return {"raw": raw_history.history["loss"], "scaled": scaled_history.history["loss"]}
