# verdict: less
# fails: losses_are_reported
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "scaled" must hold the losses of the training on scaled pixels; it holds those of the raw training again
# keeps: both trainings are done rightly, the raw losses, the form of the result, the caller's arrays stay
# why: copy-paste, forgot to change h1 to h2 in the last line
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    m1 = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    m1.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    h1 = m1.fit(images, labels, epochs=3, verbose=0)

    m2 = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    m2.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    scaled_images = images / 255
    h2 = m2.fit(scaled_images, labels, epochs=3, verbose=0)

    raw_losses = h1.history["loss"]
    scaled_losses = h1.history["loss"]
    return {"raw": raw_losses, "scaled": scaled_losses}
